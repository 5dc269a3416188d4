// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/httpsender.h"
#include "tests/support/fakehost.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using transport::HttpSender;

namespace {

protocol::Outgoing message(const QString &id)
{
    return {u"h\u00e9llo \"%1\""_s, u"Mei"_s, id, u"member"_s, protocol::Technique::Polling, 1700000000000.125};
}

} // namespace

class TestHttpSender final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init() { m_host.script = {}; }
    void isAcknowledged();
    void isAppendedOnceWhenTheAnswerIsLost();
    void statuses_data();
    void statuses();
    void stopsInSilence();

private:
    tests::FakeHost m_host;
    QNetworkAccessManager m_network;
    HttpSender m_sender{{m_host.url(), u"lobby"_s, u"member"_s, u"Mei"_s}, m_network, {}};
};

void TestHttpSender::isAcknowledged()
{
    QSignalSpy acknowledged(&m_sender, &HttpSender::acknowledged);
    m_sender.send(message(u"one"_s));
    QTRY_COMPARE(acknowledged.size(), 1);
    QCOMPARE(acknowledged.at(0).at(0).value<protocol::Ack>(), (protocol::Ack{u"one"_s, m_host.log().size()}));
    QCOMPARE(m_host.posts.constLast(), message(u"one"_s));
}

void TestHttpSender::isAppendedOnceWhenTheAnswerIsLost()
{
    QSignalSpy acknowledged(&m_sender, &HttpSender::acknowledged);
    QSignalSpy failed(&m_sender, &HttpSender::sendFailed);
    const qsizetype before = m_host.log().size();
    m_host.script.cutSends = 1;
    m_sender.send(message(u"two"_s));
    QTRY_COMPARE(acknowledged.size() + failed.size(), 1); // the library may have tried again by itself
    if (!failed.isEmpty()) {
        QCOMPARE(failed.at(0).at(0).toString(), u"two");
        m_sender.send(message(u"two"_s));
    }
    QTRY_COMPARE(acknowledged.size(), 1);
    QCOMPARE(m_host.log().size(), before + 1);
}

void TestHttpSender::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isFinal");
    for (const int status : {400, 403, 404, 413})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {408, 421, 429, 500, 503})
        QTest::addRow("%d", status) << status << false;
}

void TestHttpSender::statuses()
{
    QFETCH(int, status);
    QFETCH(bool, isFinal);
    QSignalSpy refused(&m_sender, &HttpSender::refused);
    QSignalSpy failed(&m_sender, &HttpSender::sendFailed);
    m_host.script.failSends = 1;
    m_host.script.sendStatus = status;
    m_sender.send(message(u"three"_s));
    QTRY_COMPARE(refused.size() + failed.size(), 1);
    if (isFinal) {
        const protocol::Refusal expected{u"refused as told"_s, u"told"_s, u"three"_s};
        QCOMPARE(refused.value(0).value(0).value<protocol::Refusal>(), expected);
    } else {
        QCOMPARE(failed.value(0).value(0).toString(), u"three");
    }
}

void TestHttpSender::stopsInSilence()
{
    QSignalSpy acknowledged(&m_sender, &HttpSender::acknowledged);
    QSignalSpy failed(&m_sender, &HttpSender::sendFailed);
    m_sender.send(message(u"four"_s));
    m_sender.stop();
    QTest::qWait(100);
    QCOMPARE(acknowledged.size() + failed.size(), 0);
}

QTEST_GUILESS_MAIN(TestHttpSender)
#include "tst_httpsender.moc"
