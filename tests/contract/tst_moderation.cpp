// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

namespace {

//! Whether a ping is answered; messages may come before the pong.
bool staysOpen(RawWebSocket &socket)
{
    socket.sendFrame({pingFrame, "still there?"});
    while (const auto frame = socket.readFrame()) {
        if (frame->opcode != textFrame)
            return frame->opcode == pongFrame && frame->payload == "still there?";
    }
    return false;
}

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";
const QByteArray lobby = "/api/rooms/lobby";

server::HostOptions withKey(bool limitLoopback = false)
{
    server::HostOptions options;
    options.teacherKey = "the-key-of-this-test-1";
    options.limitLoopback = limitLoopback;
    return options;
}

QByteArray poll(const QByteArray &member, int wait = 0)
{
    return lobby + "/messages?after=0&member=" + member + "&wait=" + QByteArray::number(wait);
}

} // namespace

//! The teacher's moderation, and the limit for sending.
class TestModeration final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void badOrders_data();
    void badOrders();
    void membersAreListed();
    void mutedMayRead();
    void mutedByAddress();
    void kickedMayComeBack();
    void kickedPollerIsToldOnce();
    void bannedStayOut();
    void bannedByAddressButTheTeacher();
    void lockedKeepsNewcomersOut();
    void classIsLockedInEveryRoom();
    void classIsModeratedInEveryRoom();

    void tooFastOverHttp();
    void tooFastOverWebSocket();
    void tooFastOnTutorialRoutes();
    void loopbackIsSpared();

private:
    HttpAnswer post(const QByteArray &target, const QByteArray &body, const QByteArray &fields = {}) const;
    void command(const QByteArray &json) const;
    [[nodiscard]] QString codeOf(const HttpAnswer &answer) const { return answer.json()[u"code"_s].toString(); }
    [[nodiscard]] HttpAnswer sendAs(const QByteArray &member, const QByteArray &text = "x") const;

    std::unique_ptr<TestHost> m_host;
};

void TestModeration::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>(withKey());
}

HttpAnswer TestModeration::post(const QByteArray &target, const QByteArray &body, const QByteArray &fields) const
{
    RawClient client(m_host->port());
    client.send(postRequest(m_host->port(), target, body, "application/json", fields));
    return client.readAnswer().value_or(HttpAnswer());
}

void TestModeration::command(const QByteArray &json) const
{
    QCOMPARE(post(lobby + "/moderation", json, key).status, 200);
}

HttpAnswer TestModeration::sendAs(const QByteArray &member, const QByteArray &text) const
{
    return post(lobby + "/messages", "{\"text\":\"" + text + "\",\"member\":\"" + member + "\"}");
}

void TestModeration::badOrders_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &body, int status = 400, const QByteArray &fields = key) {
        QTest::newRow(name) << body << fields << status;
    };
    row("without the key", R"({"action":"lock"})", 403, "");
    row("with a wrong key", R"({"action":"lock"})", 403, "Authorization: Bearer x\r\n");
    row("from another site", R"({"action":"lock"})", 403, key + "Origin: http://evil.example\r\n");
    row("empty", "");
    row("list", "[]");
    row("no action", "{}");
    row("unknown action", R"({"action":"flog","member":"m:a"})");
    row("action no string", R"({"action":1,"member":"m:a"})");
    row("nobody", R"({"action":"mute"})");
    row("empty member", R"({"action":"mute","member":""})");
    row("member no string", R"({"action":"mute","member":7})");
    row("long member", R"({"action":"mute","member":")" + QByteArray(1000, 'a') + "\"}");
    row("no address", R"({"action":"ban","address":"next door"})");
    row("well", R"({"action":"mute","member":"m:a"})", 200);
    row("lock", R"({"action":"lock"})", 200);
    row("lift all bans", R"({"action":"unban"})", 200);
}

void TestModeration::badOrders()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fields);
    const HttpAnswer answer = post(lobby + "/moderation", body, fields);
    QTEST(answer.status, "status");
    QCOMPARE(codeOf(answer).isEmpty(), answer.status == 200);
}

void TestModeration::membersAreListed()
{
    QCOMPARE(m_host->get(lobby + "/members").status, 403);
    QCOMPARE(m_host->get(poll("anna") + "&name=Anna").status, 200);
    command(R"({"action":"mute","member":"m:anna"})");
    const QJsonObject listed = m_host->get(lobby + "/members", key).json();
    QCOMPARE(listed[u"count"_s].toInt(), 1);
    const QJsonObject anna = listed[u"members"_s].toArray().first().toObject();
    QCOMPARE(anna[u"member"_s].toString(), u"m:anna"_s);
    QCOMPARE(anna[u"name"_s].toString(), u"Anna"_s);
    QCOMPARE(anna[u"address"_s].toString(), u"127.0.0.1"_s);
    QVERIFY(anna[u"muted"_s].toBool());
}

void TestModeration::mutedMayRead()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=anna");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    command(R"({"action":"mute","member":"m:anna"})");
    const HttpAnswer refused = sendAs("anna");
    QCOMPARE(refused.status, 403);
    QCOMPARE(codeOf(refused), u"muted"_s);
    socket.sendText(R"({"text":"x","id":"one"})");
    const QJsonObject frame = socket.readJson();
    QCOMPARE(frame[u"code"_s].toString(), u"muted"_s);
    QCOMPARE(frame[u"id"_s].toString(), u"one"_s);
    QCOMPARE(sendAs("ben", "hello").status, 201);
    QCOMPARE(socket.readJson()[u"message"_s].toString(), u"hello"_s);
    QCOMPARE(m_host->get(poll("anna")).status, 200);
    command(R"({"action":"unmute","member":"m:anna"})");
    QCOMPARE(sendAs("anna", "again").status, 201);
    QCOMPARE(m_host->texts(), (QStringList{u"hello"_s, u"again"_s}));
}

void TestModeration::mutedByAddress()
{
    command(R"({"action":"mute","address":"127.0.0.1"})");
    for (const char *target : {"/send/msg/?text=x", "/send/message/?text=x"})
        QCOMPARE(codeOf(m_host->get(target)), u"muted"_s);
    QCOMPARE(codeOf(m_host->postForm("/send_msg/", "content=x")), u"muted"_s);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/");
    socket.sendText(R"({"message":"x"})");
    QCOMPARE(socket.readJson()[u"code"_s].toString(), u"muted"_s);
    QCOMPARE(m_host->get("/send/msg/?text=x&room=other").body, "OK"); // of this room alone
    QCOMPARE(m_host->get("/send/msg/?text=teacher", key).body, "OK");
    QCOMPARE(m_host->texts(), QStringList{u"teacher"_s});
}

void TestModeration::kickedMayComeBack()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=anna");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), poll("ben", 50)));
    RawClient other(m_host->port());
    other.send(getRequest(m_host->port(), poll("chen", 50)));
    QVERIFY(other.staysSilent(100ms));
    command(R"({"action":"kick","member":"m:anna"})");
    command(R"({"action":"kick","member":"m:ben"})");
    QCOMPARE(socket.readCloseCode().value_or(0), 1008);
    const HttpAnswer answer = held.readAnswer().value_or(HttpAnswer());
    QCOMPARE(answer.status, 403);
    QCOMPARE(codeOf(answer), u"kicked"_s);
    QVERIFY(other.staysSilent(50ms));
    RawWebSocket again(m_host->port(), "/ws/chat/lobby/?v=1&member=anna");
    QVERIFY(again.isOpen());
    QCOMPARE(m_host->get(poll("ben")).status, 200);
}

void TestModeration::kickedPollerIsToldOnce()
{
    QCOMPARE(m_host->get(poll("anna")).status, 200);
    command(R"({"action":"kick","member":"m:anna"})");
    QCOMPARE(codeOf(m_host->get(poll("anna"))), u"kicked"_s);
    QCOMPARE(m_host->get(poll("anna")).status, 200);
}

void TestModeration::bannedStayOut()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=anna");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    command(R"({"action":"ban","member":"m:anna"})");
    QCOMPARE(socket.readCloseCode().value_or(0), 1008);
    const RawWebSocket again(m_host->port(), "/ws/chat/lobby/?v=1&member=anna");
    QCOMPARE(again.handshake().status, 403);
    QCOMPARE(codeOf(again.handshake()), u"banned"_s);
    QCOMPARE(codeOf(m_host->get(poll("anna"))), u"banned"_s);
    QCOMPARE(codeOf(m_host->get(poll("anna", 5))), u"banned"_s);
    QCOMPARE(codeOf(m_host->get(lobby + "?member=anna")), u"banned"_s);
    QCOMPARE(codeOf(sendAs("anna")), u"banned"_s);
    QCOMPARE(m_host->get(poll("ben")).status, 200);
    command(R"({"action":"unban","member":"m:anna"})");
    QCOMPARE(m_host->get(poll("anna")).status, 200);
}

void TestModeration::bannedByAddressButTheTeacher()
{
    QCOMPARE(m_host->get("/home/?name=anna").status, 200);
    RawWebSocket plain(m_host->port(), "/ws/chat/lobby/");
    RawWebSocket teacher(m_host->port(), "/ws/chat/lobby/", key);
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), "/get_msg/?name=anna"));
    QVERIFY(held.staysSilent(100ms));
    command(R"({"action":"ban","address":"127.0.0.1"})");
    QCOMPARE(plain.readCloseCode().value_or(0), 1008);
    QCOMPARE(codeOf(held.readAnswer().value_or(HttpAnswer())), u"banned"_s);
    QVERIFY(teacher.answersPing());
    for (const char *target : {"/get/msg/?index=0", "/send/msg/?text=x", "/get_msg/?name=anna", "/home/?name=ben", "/lang/?uid=ben"})
        QCOMPARE(codeOf(m_host->get(target)), u"banned"_s);
    QCOMPARE(m_host->get("/get/msg/?index=0", key).status, 200);
    command(R"({"action":"unban"})");
    QCOMPARE(m_host->get("/get/msg/?index=0").status, 200);
}

void TestModeration::lockedKeepsNewcomersOut()
{
    QCOMPARE(m_host->get(poll("anna")).status, 200);
    RawWebSocket inside(m_host->port(), "/ws/chat/lobby/?v=1&member=ben");
    QVERIFY(inside.isOpen());
    command(R"({"action":"lock"})");
    QCOMPARE(codeOf(m_host->get(poll("chen"))), u"locked"_s);
    QCOMPARE(codeOf(sendAs("chen")), u"locked"_s);
    QCOMPARE(codeOf(RawWebSocket(m_host->port(), "/ws/chat/lobby/?v=1&member=chen").handshake()), u"locked"_s);
    QCOMPARE(codeOf(m_host->get("/get/msg/?index=0")), u"locked"_s); // nobody without an id was in from here
    QCOMPARE(m_host->get(poll("anna")).status, 200);
    QCOMPARE(sendAs("ben").status, 201);
    QVERIFY(staysOpen(inside));
    QVERIFY(RawWebSocket(m_host->port(), "/ws/chat/lobby/?v=1&member=ben").isOpen()); // as after a lost connection
    QCOMPARE(m_host->get("/get/msg/?index=0", key).status, 200);
    command(R"({"action":"unlock"})");
    QCOMPARE(m_host->get(poll("chen")).status, 200);
}

void TestModeration::classIsLockedInEveryRoom()
{
    const auto enter = [this](const QByteArray &room, const QByteArray &member) {
        return m_host->get("/api/rooms/" + room + "/messages?after=0&member=" + member);
    };
    QCOMPARE(enter("lobby", "anna").status, 200);
    QCOMPARE(enter("physics", "bob").status, 200);
    QCOMPARE(post("/api/class/moderation", R"({"action":"lock"})").status, 403); // the teacher's alone
    QCOMPARE(post("/api/class/moderation", R"({"action":"lock"})", key).status, 200);
    for (const QByteArray room : {"lobby", "physics", "new"}) {
        QCOMPARE(codeOf(enter(room, "chen")), u"locked"_s);
        QCOMPARE(codeOf(m_host->get("/api/rooms/" + room + "?member=chen")), u"locked"_s);
        QCOMPARE(codeOf(post("/api/rooms/" + room + "/messages", R"({"text":"x","member":"chen"})")), u"locked"_s);
        QCOMPARE(codeOf(RawWebSocket(m_host->port(), "/ws/chat/" + room + "/?v=1&member=chen").handshake()), u"locked"_s);
        for (const QByteArray path : {"/get/msg/?index=0&", "/send/msg/?text=x&", "/lang/?uid=chen&"})
            QCOMPARE(codeOf(m_host->get(path + "room=" + room)), u"locked"_s);
        QVERIFY(m_host->get("/api/rooms/" + room + "/members", key).json()[u"locked"_s].toBool());
        QCOMPARE(enter(room, "anna").status, 200); // a member of the class stays, whatever the room
    }
    QCOMPARE(post("/api/class/moderation", R"({"action":"unlock"})", key).status, 200);
    QCOMPARE(enter("physics", "chen").status, 200);
}

void TestModeration::classIsModeratedInEveryRoom()
{
    const auto send = [this](const QByteArray &room) {
        return post("/api/rooms/" + room + "/messages", R"({"text":"x","member":"bob"})");
    };
    const auto all = [this](const QByteArray &json) { return post("/api/class/moderation", json, key).status; };
    QCOMPARE(all(R"({"action":"mute","member":"m:bob"})"), 200);
    QCOMPARE(codeOf(send("lobby")), u"muted"_s);
    QCOMPARE(codeOf(send("physics")), u"muted"_s);
    QCOMPARE(all(R"({"action":"unmute","member":"m:bob"})"), 200);
    QCOMPARE(send("physics").status, 201);
    RawWebSocket inPhysics(m_host->port(), "/ws/chat/physics/?v=1&member=bob");
    QCOMPARE(all(R"({"action":"ban","member":"m:bob"})"), 200);
    while (const auto frame = inPhysics.readFrame()) {
        if (frame->opcode != textFrame)
            break; // its close
    }
    QCOMPARE(codeOf(send("lobby")), u"banned"_s);
    command(R"({"action":"ban","member":"m:bob"})"); // in that room besides
    QCOMPARE(all(R"({"action":"unban"})"), 200);
    QCOMPARE(send("lobby").status, 201); // taken back for the class, it is in every room
}

void TestModeration::tooFastOverHttp()
{
    m_host = std::make_unique<TestHost>(withKey(true));
    int taken = 0;
    HttpAnswer refused;
    for (int i = 0; i < 60 && refused.status == 0; ++i) {
        const HttpAnswer answer = sendAs("anna");
        taken += answer.status == 201;
        if (answer.status != 201)
            refused = answer;
    }
    QVERIFY2(taken >= 20 && taken < 60, QByteArray::number(taken));
    QCOMPARE(refused.status, 429);
    QCOMPARE(codeOf(refused), u"too-fast"_s);
    QCOMPARE(refused.field("retry-after"), "1");
    QCOMPARE(sendAs("ben").status, 201);
    QTRY_COMPARE(sendAs("anna").status, 201);
}

void TestModeration::tooFastOverWebSocket()
{
    m_host = std::make_unique<TestHost>(withKey(true));
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=anna");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    QByteArray frames;
    for (int i = 0; i < 40; ++i)
        frames += encodeFrame({textFrame, R"({"text":"x","id":")" + QByteArray::number(i) + "\"}"});
    socket.client().send(frames);
    int acknowledged = 0;
    int refused = 0;
    while (acknowledged + refused < 40) {
        const QJsonObject frame = socket.readJson();
        QVERIFY(!frame.isEmpty());
        if (frame.contains(u"ack"_s)) {
            QCOMPARE(refused, 0); // none comes in behind one that did not
            ++acknowledged;
        } else if (frame.contains(u"error"_s)) {
            QCOMPARE(frame[u"code"_s].toString(), u"too-fast"_s);
            QCOMPARE(frame[u"id"_s].toString(), QString::number(acknowledged + refused));
            ++refused;
        }
    }
    QVERIFY2(acknowledged >= 20 && acknowledged <= 22, QByteArray::number(acknowledged));
    QVERIFY(staysOpen(socket));
}

void TestModeration::tooFastOnTutorialRoutes()
{
    m_host = std::make_unique<TestHost>(withKey(true));
    RawClient client(m_host->port()); // a browser's
    const auto statusOf = [&client](const QByteArray &target, const QByteArray &fields = {}) {
        return client.get(target, fields).value_or(HttpAnswer()).status;
    };
    int taken = 0;
    while (taken <= 60 && statusOf("/send/msg/?text=x") == 200)
        ++taken;
    QVERIFY2(taken >= 20 && taken < 60, QByteArray::number(taken));
    QCOMPARE(statusOf("/send/message/?text=x"), 429);
    client.send(postRequest(m_host->port(), "/send_msg/", "content=x"));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 429);
    client.send(postRequest(m_host->port(), lobby + "/messages", "{\"text\":\"x\"}", "application/json"));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 429);
    QCOMPARE(statusOf("/get/msg/?index=0"), 200);
    QCOMPARE(statusOf("/send/msg/?text=x", key), 200);
    QCOMPARE(m_host->get("/send/msg/?text=x").status, 200); // another client at the same address
}

void TestModeration::loopbackIsSpared()
{
    for (int i = 0; i < 100; ++i)
        QCOMPARE(sendAs("anna").status, 201);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestModeration)

#include "tst_moderation.moc"
