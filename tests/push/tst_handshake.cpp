// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/handshake.h"
#include "tests/support/requestof.h"

#include <QJsonDocument>
#include <QTest>

using namespace pushlab;
using namespace pushlab::push;
using namespace Qt::Literals::StringLiterals;
using tests::requestOf;

namespace {

const QByteArray upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"; // RFC 6455 1.3
const QByteArray fields = upgrade + version + key;

} // namespace

class TestHandshake final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data();
    void targets();
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void saysWhatItSpeaks();
    void webSocketRequests();
};

void TestHandshake::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("epoch");
    QTest::addColumn<qint64>("after"); // -1: none
    QTest::addColumn<bool>("isApi");

    const auto row = [](const char *target, const QString &room, const QString &member, const QString &name, const QString &epoch,
                        qint64 after, bool isApi) {
        QTest::newRow(target) << QByteArray(target) << room << member << name << epoch << after << isApi;
    };
    row("/ws/chat/lobby/", u"lobby"_s, {}, {}, {}, -1, false);
    row("/ws/chat/lobby", u"lobby"_s, {}, {}, {}, -1, false);
    row("/ws/chat/%E8%AF%BE%20%31/", u"课 1"_s, {}, {}, {}, -1, false);
    row("/ws/chat/lobby/?v=1", u"lobby"_s, {}, {}, {}, -1, true);
    row("/ws/chat/lobby/?v=2", u"lobby"_s, {}, {}, {}, -1, true);
    row("/ws/chat/lobby/?v=3", u"lobby"_s, {}, {}, {}, -1, false);
    row("/ws/chat/lobby/?after=0", u"lobby"_s, {}, {}, {}, 0, false);
    row("/ws/chat/lobby/?v=1&after=9223372036854775807&member=m1&name=Mia+M&epoch=e1", u"lobby"_s, u"m1"_s, u"Mia M"_s, u"e1"_s,
        9223372036854775807, true);
    row("/ws/chat/lobby/?unknown=1", u"lobby"_s, {}, {}, {}, -1, false);
}

void TestHandshake::targets()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, room);
    QFETCH(QString, member);
    QFETCH(QString, name);
    QFETCH(QString, epoch);
    QFETCH(qint64, after);
    QFETCH(bool, isApi);
    const auto result = readHandshake(requestOf("GET", target, fields));
    const auto *const read = std::get_if<SocketTarget>(&result);
    QVERIFY(read);
    QVERIFY(!read->isEcho);
    QCOMPARE(read->room, room);
    QCOMPARE(read->member, member);
    QCOMPARE(read->name, name);
    QCOMPARE(read->epoch, epoch);
    QCOMPARE(read->after.value_or(-1), after);
    QCOMPARE(read->isApi, isApi);
    QCOMPARE(read->withControl, target.contains("v=2"));
}

void TestHandshake::accepts_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    const QByteArray room = "/ws/chat/lobby/";
    QTest::newRow("echo") << QByteArray("/ws/echo/") << fields;
    QTest::newRow("echo without slash") << QByteArray("/ws/echo") << fields;
    QTest::newRow("echo from any origin") << QByteArray("/ws/echo/") << fields + "Origin: http://evil.example\r\n";
    QTest::newRow("echo from a file") << QByteArray("/ws/echo/") << fields + "Origin: null\r\n";
    QTest::newRow("own origin") << room << fields + "Origin: http://host:8000\r\n";
    QTest::newRow("case of the tokens") << room << "Upgrade: WebSocket\r\nConnection: upgrade\r\n" + version + key;
    QTest::newRow("lists of tokens") << room << "Upgrade: h2c, websocket\r\nConnection: keep-alive, Upgrade\r\n" + version + key;
    QTest::newRow("empty elements") << room
                                    << "Upgrade: ,websocket,\r\nConnection: , Upgrade,\r\nSec-WebSocket-Protocol: ,a,\r\n"
            + version + key;
    QTest::newRow("versions of protocols") << room
                                           << "Upgrade: h2c/1, websocket/13, websocket\r\nConnection: Upgrade\r\n" + version + key;
    QTest::newRow("parameters of extensions")
        << room << fields + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=\"15\" ; x = 1, y\r\n";
    QTest::newRow("protocols in two fields") << room << fields + "Sec-WebSocket-Protocol: a\r\nSec-WebSocket-Protocol: b, c\r\n";
    QTest::newRow("extensions and protocols")
        << room << fields + "Sec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Protocol: chat\r\n";
}

void TestHandshake::accepts()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    const auto result = readHandshake(requestOf("GET", target, fields));
    QVERIFY(std::holds_alternative<SocketTarget>(result));
    QCOMPARE(std::get<SocketTarget>(result).isEcho, target.contains("echo"));
}

void TestHandshake::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, int status, const QByteArray &lines, const QByteArray &line = "GET /ws/chat/lobby/") {
        QTest::newRow(name) << line + " HTTP/1.1\r\nHost: host:8000\r\n" + lines + "\r\n" << status;
    };
    row("POST", 400, fields, "POST /ws/chat/lobby/");
    QTest::newRow("HTTP/1.0") << "GET /ws/chat/lobby/ HTTP/1.0\r\nHost: host:8000\r\n" + fields + "\r\n" << 400;
    row("no Connection", 426, "Upgrade: websocket\r\n" + version + key);
    row("Connection without Upgrade", 426, "Upgrade: websocket\r\nConnection: keep-alive\r\n" + version + key);
    row("another protocol", 426, "Upgrade: h2c\r\nConnection: Upgrade\r\n" + version + key);
    row("no version", 426, upgrade + key);
    row("version 8", 426, upgrade + "Sec-WebSocket-Version: 8\r\n" + key);
    row("no key", 400, upgrade + version);
    row("empty key", 400, upgrade + version + "Sec-WebSocket-Key:\r\n");
    row("key of 15 bytes", 400, upgrade + version + "Sec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1\r\n");
    row("key of 17 bytes", 400, upgrade + version + "Sec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1Njc=\r\n");
    row("key that is no base64", 400, upgrade + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZ*==\r\n");
    row("key without padding", 400, upgrade + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ\r\n");
    row("two keys", 400, fields + key);
    row("two versions", 400, fields + version);
    row("two different versions", 400, fields + "Sec-WebSocket-Version: 8\r\n");
    row("protocols that are no list", 400, fields + "Sec-WebSocket-Protocol: a b\r\n");
    row("protocol that is no token", 400, fields + "Sec-WebSocket-Protocol: a, b/c\r\n");
    row("protocols in two fields, one bad", 400, fields + "Sec-WebSocket-Protocol: a\r\nSec-WebSocket-Protocol: b c\r\n");
    row("Upgrade that is no list", 400, "Upgrade: websocket, a b\r\nConnection: Upgrade\r\n" + version + key);
    row("Upgrade with half a version", 400, "Upgrade: websocket, h2c/\r\nConnection: Upgrade\r\n" + version + key);
    row("extension that is no token", 400, fields + "Sec-WebSocket-Extensions: a b\r\n");
    row("extension with an empty parameter", 400, fields + "Sec-WebSocket-Extensions: a;\r\n");
    row("extension with half a parameter", 400, fields + "Sec-WebSocket-Extensions: a; b=\r\n");
    row("extension with an open quote", 400, fields + "Sec-WebSocket-Extensions: a; b=\"c\r\n");
    row("another site", 403, fields + "Origin: http://evil.example\r\n");
    row("a file", 403, fields + "Origin: null\r\n");
    row("another site, by its fetch field", 403, fields + "Sec-Fetch-Site: cross-site\r\n");
    row("no room", 404, fields, "GET /ws/chat/");
    row("empty room", 400, fields, "GET /ws/chat//");
    row("room with a slash", 400, fields, "GET /ws/chat/a%2Fb/");
    row("path below a room", 400, fields, "GET /ws/chat/a/b/");
    row("room that is no UTF-8", 400, fields, "GET /ws/chat/%FF/");
    row("room of 65 characters", 400, fields, "GET /ws/chat/" + QByteArray(65, 'a') + '/');
    row("elsewhere", 404, fields, "GET /ws/other/");
    row("after without number", 400, fields, "GET /ws/chat/lobby/?after=");
    row("after below 0", 400, fields, "GET /ws/chat/lobby/?after=-1");
    row("after past 64 bits", 400, fields, "GET /ws/chat/lobby/?after=9223372036854775808");
    row("member too long", 400, fields, "GET /ws/chat/lobby/?member=" + QByteArray(257, 'm'));
    row("name that is no UTF-8", 400, fields, "GET /ws/chat/lobby/?name=%FF");
}

void TestHandshake::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const auto result = readHandshake(requestOf(bytes));
    const auto *const response = std::get_if<http::Response>(&result);
    QVERIFY(response);
    QCOMPARE(response->status, status);
    QVERIFY(!QJsonDocument::fromJson(response->body)[u"code"].toString().isEmpty());
}

void TestHandshake::saysWhatItSpeaks()
{
    QVERIFY(upgradeRequired().fields.contains("Upgrade: websocket\r\n"));
    const auto result = readHandshake(requestOf("GET", "/ws/echo/", upgrade + "Sec-WebSocket-Version: 8\r\n" + key));
    const auto &response = std::get<http::Response>(result);
    QVERIFY(response.fields.contains("Upgrade: websocket\r\n"));
    QVERIFY(response.fields.contains("Sec-WebSocket-Version: 13\r\n")); // RFC 6455 4.4
}

void TestHandshake::webSocketRequests()
{
    QVERIFY(isWebSocketRequest(requestOf("GET", "/ws/chat/lobby/", fields)));
    QVERIFY(isWebSocketRequest(requestOf("GET", "/ws/nowhere", "Upgrade: h2c\r\n"))); // to be refused as one
    QVERIFY(!isWebSocketRequest(requestOf("GET", "/ws/chat/lobby/")));
    QVERIFY(!isWebSocketRequest(requestOf("GET", "/wsx", fields)));
    QVERIFY(!isWebSocketRequest(requestOf("GET", "/get/msg/", fields)));
}

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
