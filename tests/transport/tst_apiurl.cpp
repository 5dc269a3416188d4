// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/apiurl.h"

#include <QTest>

using namespace pushlab::transport;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestApiUrl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data();
    void targets();
    void pathOfTheHostIsIgnored();
    void socketFollowsTheScheme();
};

void TestApiUrl::targets_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("expected");
    const QUrl host(u"http://127.0.0.1:8000"_s);
    const Endpoint plain{host, u"lobby"_s, u"m-1"_s, u"Mei"_s};
    const Endpoint odd{host, u"\u6559\u5ba4 50% + a&b?"_s, u"m-1"_s, u"A+B&c=d #1"_s};
    QTest::newRow("time") << timeUrl(host) << QByteArray("http://127.0.0.1:8000/api/time");
    QTest::newRow("room") << roomUrl({host, u"lobby"_s, u"a&b"_s, {}, {}})
                          << QByteArray("http://127.0.0.1:8000/api/rooms/lobby?member=a%26b");
    QTest::newRow("room, with a name") << roomUrl(plain) << QByteArray("http://127.0.0.1:8000/api/rooms/lobby?member=m-1&name=Mei");
    QTest::newRow("send") << sendUrl(plain) << QByteArray("http://127.0.0.1:8000/api/rooms/lobby/messages");
    QTest::newRow("first") << messagesUrl(plain, {}, 0ms)
                           << QByteArray(
                                  "http://127.0.0.1:8000/api/rooms/lobby/messages"
                                  "?after=0&member=m-1&name=Mei&wait=0&v=2");
    QTest::newRow("later") << messagesUrl(plain, {u"e/1"_s, 42}, 10s)
                           << QByteArray(
                                  "http://127.0.0.1:8000/api/rooms/lobby/messages"
                                  "?after=42&member=m-1&name=Mei&epoch=e%2F1&wait=10&v=2");
    QTest::newRow("half seconds") << messagesUrl(plain, {u"e"_s, 42}, 1500ms)
                                  << QByteArray(
                                         "http://127.0.0.1:8000/api/rooms/lobby/messages"
                                         "?after=42&member=m-1&name=Mei&epoch=e&wait=1.5&v=2");
    QTest::newRow("names that need escapes")
        << messagesUrl(odd, {}, 0ms)
        << QByteArray(
               "http://127.0.0.1:8000/api/rooms/%E6%95%99%E5%AE%A4%2050%25%20%2B%20a%26b%3F/messages"
               "?after=0&member=m-1&name=A%2BB%26c%3Dd%20%231&wait=0&v=2");
    QTest::newRow("socket") << socketUrl(plain, {u"e"_s, 7})
                            << QByteArray(
                                   "ws://127.0.0.1:8000/ws/chat/lobby/"
                                   "?after=7&member=m-1&name=Mei&epoch=e&v=2");
}

void TestApiUrl::targets()
{
    QFETCH(QUrl, url);
    QVERIFY(url.isValid());
    QTEST(url.toEncoded(), "expected");
}

void TestApiUrl::pathOfTheHostIsIgnored()
{
    QCOMPARE(timeUrl(QUrl(u"http://[::1]:8000/home/?name=x#y"_s)).toEncoded(), QByteArray("http://[::1]:8000/api/time"));
}

void TestApiUrl::socketFollowsTheScheme()
{
    const Endpoint endpoint{QUrl(u"https://school.example"_s), u"lobby"_s, u"m"_s, {}};
    QCOMPARE(socketUrl(endpoint, {}).scheme(), u"wss");
}

QTEST_GUILESS_MAIN(TestApiUrl)
#include "tst_apiurl.moc"
