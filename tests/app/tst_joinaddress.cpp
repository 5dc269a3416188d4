// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/joinaddress.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using pushlab::app::parseJoinAddress;

class TestJoinAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void pins_data();
    void pins();
    void refused_data();
    void refused();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestJoinAddress::understood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("room");
    QTest::newRow("address") << u"192.168.1.20"_s << u"http://192.168.1.20:8000"_s << QString();
    QTest::newRow("address and port") << u" 192.168.1.20:8123 "_s << u"http://192.168.1.20:8123"_s << QString();
    QTest::newRow("name") << u"teacher.local:8000"_s << u"http://teacher.local:8000"_s << QString();
    QTest::newRow("url") << u"http://192.168.1.20:8000/"_s << u"http://192.168.1.20:8000"_s << QString();
    QTest::newRow("url without port") << u"http://teacher.local/"_s << u"http://teacher.local:80"_s << QString();
    QTest::newRow("room page") << u"http://10.0.0.1:8000/web/class%201/"_s << u"http://10.0.0.1:8000"_s << u"class 1"_s;
    QTest::newRow("room page without slash") << u"10.0.0.1:8000/web/lobby"_s << u"http://10.0.0.1:8000"_s << u"lobby"_s;
    QTest::newRow("class's room") << u"http://10.0.0.1:8000/?room=physics"_s << u"http://10.0.0.1:8000"_s << u"physics"_s;
    QTest::newRow("class's room, typed") << u"10.0.0.1:8000/?room=physics"_s << u"http://10.0.0.1:8000"_s << u"physics"_s;
    QTest::newRow("class's room with PIN") << u"http://10.0.0.1:8000/?room=%E7%89%A9%E7%90%86%20%2B#pin=123456"_s
                                           << u"http://10.0.0.1:8000"_s << u"物理 +"_s;
    QTest::newRow("no room's name") << u"http://10.0.0.1:8000/?room=a%2Fb"_s << u"http://10.0.0.1:8000"_s << QString();
    QTest::newRow("ipv6") << u"fd00::1"_s << u"http://[fd00::1]:8000"_s << QString();
    QTest::newRow("ipv6 and port") << u"[::1]:8001"_s << u"http://[::1]:8001"_s << QString();
    QTest::newRow("https") << u"https://192.168.1.20:8000/web/lobby/"_s << u"https://192.168.1.20:8000"_s << u"lobby"_s;
    QTest::newRow("https without port") << u"https://teacher.local/"_s << u"https://teacher.local:443"_s << QString();
    QTest::newRow("wss") << u"wss://192.168.1.20:8000/"_s << u"https://192.168.1.20:8000"_s << QString();
    QTest::newRow("ws") << u"ws://192.168.1.20:8000/"_s << u"http://192.168.1.20:8000"_s << QString();
    QTest::newRow("localhost") << u"localhost"_s << u"http://localhost:8000"_s << QString();
}

void TestJoinAddress::understood()
{
    QFETCH(QString, typed);
    const auto address = parseJoinAddress(typed);
    QVERIFY(address);
    QTEST(address->host.toString(), "host");
    QTEST(address->room, "room");
}

void TestJoinAddress::pins_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("pin");
    QTest::newRow("none") << u"http://192.168.1.20:8000/"_s << QString();
    QTest::newRow("fragment") << u"http://192.168.1.20:8000/#pin=1234"_s << u"1234"_s;
    QTest::newRow("query") << u"http://192.168.1.20:8000/?pin=1234"_s << u"1234"_s;
    QTest::newRow("full width") << u"http://192.168.1.20:8000/#pin=１２３４"_s << u"1234"_s;
    QTest::newRow("full width, escaped") << u"http://192.168.1.20:8000/#pin=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94"_s << u"1234"_s;
    QTest::newRow("no digits") << u"http://192.168.1.20:8000/#pin=abcd"_s << QString();
}

void TestJoinAddress::pins()
{
    QFETCH(QString, typed);
    const auto address = parseJoinAddress(typed);
    QVERIFY(address);
    QTEST(address->pin, "pin");
}

void TestJoinAddress::refused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << u"the teacher"_s;
    QTest::newRow("part of an address") << u"192.168.1"_s;
    QTest::newRow("number") << u"8000"_s;
    QTest::newRow("too large") << u"192.168.1.300"_s;
    QTest::newRow("port too large") << u"192.168.1.20:80000"_s;
    QTest::newRow("port 0") << u"192.168.1.20:0"_s;
    QTest::newRow("other scheme") << u"ftp://192.168.1.20/"_s;
    QTest::newRow("one slash") << u"http:/127.0.0.1:8000"_s;
    QTest::newRow("no slash") << u"http:127.0.0.1:8000"_s;
    QTest::newRow("no colon") << u"http//127.0.0.1:8000"_s;
    QTest::newRow("three slashes") << u"https:///127.0.0.1:8000"_s;
    QTest::newRow("scheme alone") << u"http"_s;
    QTest::newRow("misspelt scheme") << u"htp://127.0.0.1:8000"_s;
    QTest::newRow("port in words") << u"127.0.0.1:http"_s;
    QTest::newRow("no name") << u"http://:8000/"_s;
    QTest::newRow("user") << u"http://me@192.168.1.20/"_s;
}

void TestJoinAddress::refused()
{
    QFETCH(QString, typed);
    QVERIFY(!parseJoinAddress(typed));
    const QString said = pushlab::app::joinAddressFault(typed);
    QVERIFY2(said.contains(typed) && said.endsWith("http://192.168.1.20:8000/."_L1), qPrintable(said));
}

void TestJoinAddress::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    QTest::newRow("one slash") << u"http:/127.0.0.1:8000"_s << u"://"_s;
    QTest::newRow("no colon") << u"http//127.0.0.1:8000"_s << u"://"_s;
    QTest::newRow("misspelt scheme") << u"htp://127.0.0.1:8000"_s << u"\"htp\" is not http"_s;
    QTest::newRow("blank") << u"127.0.0.1 8000"_s << u"blank"_s;
    QTest::newRow("port") << u"127.0.0.1:80000"_s << u"\"80000\" is no port"_s;
    QTest::newRow("port in words") << u"ws://pc:http/"_s << u"\"http\" is no port"_s;
    QTest::newRow("user") << u"me@127.0.0.1"_s << u"user"_s;
}

void TestJoinAddress::saysWhatIsWrong()
{
    QFETCH(QString, typed);
    QFETCH(QString, word);
    QVERIFY(!parseJoinAddress(typed));
    QVERIFY2(pushlab::app::joinAddressFault(typed).contains(word), qPrintable(pushlab::app::joinAddressFault(typed)));
}

QTEST_GUILESS_MAIN(TestJoinAddress)
#include "tst_joinaddress.moc"
