// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/httpcall.h"
#include "tests/support/fakehost.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QUrl>

#include <memory>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using transport::HttpAnswer;
using transport::HttpCall;

class TestHttpCall final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void failures_data();
    void failures();
    void answersOfAnyStatus_data();
    void answersOfAnyStatus();
    void timesOut();
    void refusesAnAnswerWithoutEnd();
    void refusesHalfAnAnswer();
    void noHost();
    void deletedInSilence();
    void deletedBetweenErrorAndEnd();
    void deletedWhileAnErrorIsOnItsWay();

private:
    [[nodiscard]] HttpAnswer fetch(const QString &target, std::chrono::milliseconds timeout = 5s);

    std::unique_ptr<tests::FakeHost> m_host = std::make_unique<tests::FakeHost>();
    QNetworkAccessManager m_network;
};

HttpAnswer TestHttpCall::fetch(const QString &target, std::chrono::milliseconds timeout)
{
    const std::unique_ptr<HttpCall> call(HttpCall::get(m_network, QUrl(m_host->url().toString() + target), timeout, nullptr));
    QSignalSpy finished(call.get(), &HttpCall::finished);
    if (!finished.wait(10'000))
        return {-1, {}, u"nothing came"_s};
    return finished.at(0).at(0).value<HttpAnswer>();
}

void TestHttpCall::failures_data()
{
    QTest::addColumn<HttpAnswer>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("no answer") << HttpAnswer{0, {}, u"reset"_s} << u"reset"_s;
    QTest::newRow("in the host's words") << HttpAnswer{503, R"({"error":"full","code":"full"})", {}}
                                         << u"the host answered 503: full"_s;
    QTest::newRow("status alone") << HttpAnswer{502, "<h1>Bad Gateway</h1>", {}} << u"the host answered 502"_s;
    QTest::newRow("percent signs") << HttpAnswer{400, R"({"error":"%1 %2","code":"c"})", {}} << u"the host answered 400: %1 %2"_s;
}

void TestHttpCall::failures()
{
    QFETCH(HttpAnswer, answer);
    QTEST(answer.failure(), "words");
}

void TestHttpCall::answersOfAnyStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 302, 400, 401, 403, 404, 413, 421, 429, 500, 503})
        QTest::addRow("%d", status) << status;
}

void TestHttpCall::answersOfAnyStatus()
{
    QFETCH(int, status);
    m_host->script.status = status;
    m_host->script.answer = R"({"error":"as told","code":"told"})";
    const HttpAnswer answer = fetch(u"/api/rooms/lobby/messages?after=0&wait=0"_s);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, m_host->script.answer);
    QVERIFY(answer.error.isEmpty());
    m_host->script = {};
}

void TestHttpCall::timesOut()
{
    m_host->script.mute = true;
    const HttpAnswer answer = fetch(u"/api/rooms/lobby/messages?after=0&wait=0"_s, 100ms);
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.failure().contains(u"in time"));
    m_host->script = {};
}

void TestHttpCall::refusesAnAnswerWithoutEnd()
{
    m_host->script.answer = QByteArray(3 * 1024 * 1024, ' ');
    const HttpAnswer answer = fetch(u"/api/rooms/lobby/messages?after=0&wait=0"_s);
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.failure().contains(u"too large"));
    m_host->script = {};
}

void TestHttpCall::refusesHalfAnAnswer()
{
    m_host->script.cutAnswers = 10; // the library itself tries again a few times
    const HttpAnswer answer = fetch(u"/api/rooms/lobby/messages?after=0&wait=0"_s);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.failure().isEmpty());
    m_host->script = {};
}

void TestHttpCall::noHost()
{
    m_host->close();
    const HttpAnswer answer = fetch(u"/api/time"_s);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.failure().isEmpty());
    QVERIFY(m_host->reopen());
}

void TestHttpCall::deletedInSilence()
{
    m_host->script.mute = true;
    auto *call = HttpCall::get(m_network, QUrl(m_host->url().toString() + u"/api/rooms/lobby/messages?wait=5"_s), 5s, nullptr);
    QSignalSpy finished(call, &HttpCall::finished);
    const qsizetype before = m_host->targets.size();
    QTRY_VERIFY(m_host->targets.size() > before);
    delete call;
    QCOMPARE(finished.size(), 0);
    m_host->script = {};
}

// A thread that was delayed finds the error and the pending end, while its own deadline has passed.
void TestHttpCall::deletedBetweenErrorAndEnd()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host->script.status = 503;
    std::unique_ptr<HttpCall> call(
        HttpCall::get(m_network, QUrl(m_host->url().toString() + u"/api/rooms/lobby/messages?after=0&wait=0"_s), 5s, nullptr));
    auto *const reply = m_network.findChildren<QNetworkReply *>().constLast();
    QSignalSpy errors(reply, &QNetworkReply::errorOccurred);
    connect(reply, &QNetworkReply::errorOccurred, this, [&call] { call.reset(); });
    QTRY_VERIFY(!call);
    QCOMPARE(errors.size(), 1);
    m_host->script = {};
}

// Qt's thread has found the reset, and this one has not heard of it yet.
void TestHttpCall::deletedWhileAnErrorIsOnItsWay()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host->script.mute = true;
    std::unique_ptr<HttpCall> call(
        HttpCall::get(m_network, QUrl(m_host->url().toString() + u"/api/rooms/lobby/messages?after=0&wait=0"_s), 5s, nullptr));
    QSignalSpy finished(call.get(), &HttpCall::finished);
    const QPointer<QNetworkReply> reply = m_network.findChildren<QNetworkReply *>().constLast();
    const auto before = m_host->targets.size();
    QTRY_VERIFY(m_host->targets.size() > before);
    m_host->close();
    QThread::msleep(300);
    call.reset();
    QTRY_VERIFY(!reply);
    QVERIFY(finished.isEmpty());
    QVERIFY(m_host->reopen());
    m_host->script = {};
}

QTEST_GUILESS_MAIN(TestHttpCall)
#include "tst_httpcall.moc"
