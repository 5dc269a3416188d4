// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

constexpr int students = 300;

} // namespace

//! A lecture of 300 clients behind one address: none is refused because of the others.
class TestOneAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tutorialSends_data();
    void tutorialSends();
    void sendsWithoutAnId();
    void membersAndReports();

private:
    std::unique_ptr<TestHost> m_host;
    std::vector<std::unique_ptr<RawClient>> m_browsers;
};

void TestOneAddress::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    server::HostOptions options;
    options.limitLoopback = true;
    m_browsers.clear();
    m_host = std::make_unique<TestHost>(options);
    for (int i = 0; i < students; ++i)
        m_browsers.push_back(std::make_unique<RawClient>(m_host->port()));
}

void TestOneAddress::tutorialSends_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("short polling") << getRequest(1, "/send/msg/?text=x");
    QTest::newRow("long polling") << getRequest(1, "/send/message/?text=x");
    QTest::newRow("long polling, form") << postRequest(1, "/send_msg/", "content=x");
}

void TestOneAddress::tutorialSends()
{
    QFETCH(QByteArray, request);
    request.replace("127.0.0.1:1\r", QByteArray("127.0.0.1:" + QByteArray::number(m_host->port()) + '\r'));
    for (int i = 0; i < 3; ++i) {
        for (const auto &browser : m_browsers)
            QVERIFY(browser->send(request));
        for (const auto &browser : m_browsers)
            QCOMPARE(browser->readAnswer().value_or(HttpAnswer()).status, 200);
    }
    QCOMPARE(m_host->texts().size(), 3 * students);
}

void TestOneAddress::sendsWithoutAnId()
{
    for (const auto &browser : m_browsers)
        QVERIFY(browser->send(postRequest(m_host->port(), "/api/rooms/lobby/messages", R"({"text":"x"})", "application/json")));
    for (const auto &browser : m_browsers)
        QCOMPARE(browser->readAnswer().value_or(HttpAnswer()).status, 201);
}

void TestOneAddress::membersAndReports()
{
    const auto id = [](size_t i) -> QByteArray { return "student" + QByteArray::number(i); };
    for (size_t i = 0; i < m_browsers.size(); ++i)
        QVERIFY(m_browsers[i]->send(getRequest(m_host->port(), "/api/rooms/lobby/messages?member=" + id(i))));
    for (const auto &browser : m_browsers)
        QCOMPARE(browser->readAnswer().value_or(HttpAnswer()).status, 200);
    for (int number = 1; number <= 3; ++number) {
        for (size_t i = 0; i < m_browsers.size(); ++i) {
            const QByteArray report = "{\"member\":\"" + id(i)
                + "\",\"technique\":\"polling\",\"number\":" + QByteArray::number(number) + '}';
            QVERIFY(m_browsers[i]->send(postRequest(m_host->port(), "/api/rooms/lobby/reports", report, "application/json")));
        }
        for (const auto &browser : m_browsers)
            QCOMPARE(browser->readAnswer().value_or(HttpAnswer()).status, 200);
    }
    QCOMPARE(m_host->get("/api/stats").json()[u"techniques"_s][u"polling"_s][u"members"_s].toInt(), students);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestOneAddress)

#include "tst_oneaddress.moc"
