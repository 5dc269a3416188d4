// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace pushlab::tests {

namespace {

const QByteArray key = "Authorization: Bearer the-key-of-this-test-1\r\n";
const QString polling = u"polling"_s;

QByteArray messagesOf(const QByteArray &member, qint64 after = 0, const QByteArray &rest = {})
{
    return "/api/rooms/lobby/messages?v=2&member=" + member + "&name=" + member + "&after=" + QByteArray::number(after) + rest;
}

} // namespace

//! What the teacher does with the class as a whole and with one member, on the wire, by every way in.
class TestLeading final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isTheTeachersAlone_data();
    void isTheTeachersAlone();
    void frozenMayRead_data();
    void frozenMayRead();
    void frozenOverWebSocket();
    void freezeIsHeard();
    void generatorSpeaks();
    void generatorKeepsItsPace_data();
    void generatorKeepsItsPace();
    void markIsHeardInEveryRoom();
    void changesMarkThemselves();
    void clearBeginsANewEpoch();
    void clearedHeldRequestsAreTold();
    void clearedSocketsGoOn();
    void clearedQueuesGoOn();
    void clearedClassIsPutAside();
    void splitGivesEachItsPart();
    void setsOneMembersTechnique();
    void renamesOneMember();
    void ordersAreNobodyElses();

private:
    HttpAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = key) const
    {
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), path, body, "application/json", fields));
        return client.readAnswer().value_or(HttpAnswer());
    }
    void set(const QByteArray &json) const { QCOMPARE(post("/api/class/settings", json).status, 200); }
    [[nodiscard]] QJsonObject info(const QByteArray &member = {}, const QByteArray &room = "lobby") const
    {
        return m_host->get("/api/rooms/" + room + (member.isEmpty() ? member : "?member=" + member)).json();
    }
    [[nodiscard]] QJsonObject sends(const QString &technique) const
    {
        return m_host->get("/api/stats").json()[u"techniques"_s][technique].toObject();
    }
    [[nodiscard]] QString codeOf(const HttpAnswer &answer) const { return answer.json()[u"code"_s].toString(); }

    server::HostOptions m_options;
    std::unique_ptr<TestHost> m_host;
};

void TestLeading::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_options = {};
    m_options.teacherKey = "the-key-of-this-test-1";
    m_host = std::make_unique<TestHost>(m_options);
    QVERIFY(m_host->port() != 0);
}

void TestLeading::isTheTeachersAlone_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("mark") << QByteArray("/api/class/mark") << QByteArray(R"({"name":"x"})");
    QTest::newRow("clear") << QByteArray("/api/class/clear") << QByteArray("{}");
    QTest::newRow("technique") << QByteArray("/api/class/moderation")
                               << QByteArray(R"({"action":"technique","member":"m:ann","technique":"sse"})");
    QTest::newRow("rename") << QByteArray("/api/class/moderation")
                            << QByteArray(R"({"action":"rename","member":"m:ann","name":"x"})");
}

void TestLeading::isTheTeachersAlone()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QCOMPARE(m_host->append("one"), 1);
    const QJsonObject before = info("ann");
    QCOMPARE(post(path, body, {}).status, 403);
    QCOMPARE(post(path, body, key + "Origin: http://elsewhere.example\r\n").status, 403);
    QCOMPARE(info("ann")[u"epoch"_s], before[u"epoch"_s]);
    QCOMPARE(info("ann")[u"next"_s], before[u"next"_s]);
    QVERIFY(!info("ann").contains(u"own"_s));
    QCOMPARE(post(path, body).status, 200);
}

void TestLeading::frozenMayRead_data()
{
    QTest::addColumn<QByteArray>("request"); // {port} is filled in
    const auto api = [](const QByteArray &via) {
        return QByteArray(R"({"text":"x","id":"1","member":"ann","from":"Ann","via":")" + via + "\"}");
    };
    for (const protocol::Technique technique : protocol::allTechniques) {
        const QByteArray name = protocol::techniqueName(technique).toByteArray();
        QTest::newRow(name.constData()) << "POST /api/rooms/lobby/messages " + api(name);
    }
    QTest::newRow("tutorial's polling") << QByteArray("GET /send/msg/?text=x ");
    QTest::newRow("tutorial's long polling") << QByteArray("GET /send/message/?text=x ");
    QTest::newRow("tutorial's form") << QByteArray("FORM /send_msg/ content=x");
}

void TestLeading::frozenMayRead()
{
    QFETCH(QByteArray, request);
    const QByteArrayList parts = request.split(' ');
    const auto send = [&](const QByteArray &fields = {}) {
        if (parts.first() == "GET")
            return m_host->get(parts.at(1), fields);
        const bool isForm = parts.first() == "FORM";
        RawClient client(m_host->port());
        client.send(postRequest(m_host->port(), parts.at(1), parts.at(2),
                                isForm ? "application/x-www-form-urlencoded" : "application/json", fields));
        return client.readAnswer().value_or(HttpAnswer());
    };
    set(R"({"frozen":true})");
    const HttpAnswer refused = send();
    QCOMPARE(refused.status, 403);
    QCOMPARE(codeOf(refused), u"frozen"_s);
    QCOMPARE(m_host->texts(), QStringList());
    QVERIFY(send(key).status < 300); // but the teacher
    QCOMPARE(m_host->texts(), QStringList(u"x"_s));
    QCOMPARE(m_host->get("/get/msg/?index=0").status, 200);
    set(R"({"frozen":false})");
    QVERIFY(send().status < 300);
}

void TestLeading::frozenOverWebSocket()
{
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=2&member=ann&after=0");
    RawWebSocket tutorial(m_host->port(), "/ws/chat/lobby/");
    RawWebSocket teacher(m_host->port(), "/ws/chat/lobby/?v=1&member=t&after=0", key);
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    QVERIFY(teacher.readJson().contains(u"welcome"_s));
    set(R"({"frozen":true})");
    QVERIFY(socket.readJson()[u"control"_s][u"settings"_s][u"frozen"_s].toBool());
    socket.sendText(R"({"text":"mine","id":"one"})");
    const QJsonObject frame = socket.readJson();
    QCOMPARE(frame[u"code"_s].toString(), u"frozen"_s);
    QCOMPARE(frame[u"id"_s].toString(), u"one"_s);
    tutorial.sendText(R"({"message":"mine"})");
    QCOMPARE(tutorial.readJson()[u"code"_s].toString(), u"frozen"_s);
    teacher.sendText(R"({"text":"listen","id":"two"})");
    QCOMPARE(socket.readJson()[u"message"_s].toString(), u"listen"_s);
    set(R"({"frozen":false})");
    QVERIFY(!socket.readJson()[u"control"_s][u"settings"_s][u"frozen"_s].toBool());
    socket.sendText(R"({"text":"mine","id":"one"})"); // the same once more
    QStringList seen{socket.readJson()[u"message"_s].toString()};
    seen += socket.readJson()[u"message"_s].toString();
    QVERIFY(seen.contains(u"mine"_s)); // the other is its acknowledgement
    QCOMPARE(m_host->texts(), QStringList({u"listen"_s, u"mine"_s}));
}

void TestLeading::freezeIsHeard()
{
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), messagesOf("ann", 0, "&wait=20")));
    QVERIFY(held.staysSilent(50ms));
    set(R"({"frozen":true})");
    const QJsonArray heard = held.readAnswer().value_or(HttpAnswer()).json()[u"messages"_s].toArray();
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard[0][u"control"_s][u"settings"_s][u"frozen"_s].toBool());
    QVERIFY(info("ben")[u"settings"_s][u"frozen"_s].toBool()); // who comes later is told at once
}

void TestLeading::generatorSpeaks()
{
    QVERIFY(m_host->get(messagesOf("ann")).status == 200);
    QVERIFY(info("", "lab").contains(u"epoch"_s));
    const qint64 sent = sends(polling)[u"sends"_s].toInteger();
    set(R"({"frozen":true,"generator":{"rate":50,"size":100}})");
    QTRY_VERIFY(m_host->texts().size() >= 10);
    set(R"({"generator":null})");
    const QStringList texts = m_host->texts();
    QCOMPARE(info()[u"next"_s].toInteger(), texts.size() + 1); // and the freeze, but no word of the generator
    const QJsonArray entries = m_host->get(messagesOf("ann")).json()[u"messages"_s].toArray();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QCOMPARE(texts.at(i).toUtf8().size(), 100);
        QVERIFY(texts.at(i).startsWith(QString::number(i + 1) + u'.'));
        const QJsonObject message = entries[i + 1].toObject();
        QCOMPARE(message[u"from"_s].toString(), u"Generator"_s);
        QVERIFY(message[u"via"_s].isNull());
        QVERIFY(message[u"sent"_s].toDouble() > 0);
        QVERIFY(message[u"accepted"_s].toDouble() >= message[u"sent"_s].toDouble());
    }
    QCOMPARE(m_host->texts("lab"), QStringList()); // the class's room alone
    QCOMPARE(sends(polling)[u"sends"_s].toInteger(), sent);
    const auto ann = [this] {
        const QJsonArray members = m_host->get("/api/stats?members=1", key).json()[u"members"_s].toArray();
        for (const auto &member : members) {
            if (member[u"name"_s].toString() == u"ann")
                return member[u"techniques"_s][polling][u"delivered"_s].toInteger();
        }
        return qint64(-1);
    };
    QTRY_COMPARE(ann(), texts.size()); // as all others
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), messagesOf("ann", info()[u"next"_s].toInteger(), "&wait=20")));
    QVERIFY(held.staysSilent(100ms)); // it is off
}

void TestLeading::generatorKeepsItsPace_data()
{
    QTest::addColumn<bool>("isPoisson");
    QTest::newRow("equal") << false;
    QTest::newRow("random") << true;
}

void TestLeading::generatorKeepsItsPace()
{
    QFETCH(bool, isPoisson);
    constexpr double rate = 100;
    constexpr qsizetype count = 200;
    m_host->change([isPoisson](protocol::ClassSettings &settings) { settings.generator = {rate, 8, isPoisson}; });
    QTRY_VERIFY_WITH_TIMEOUT(m_host->texts().size() >= count, 20'000);
    const QJsonArray entries = m_host->get(messagesOf("ann")).json()[u"messages"_s].toArray();
    const double first = entries[0][u"accepted"_s].toDouble();
    const double mean = (entries[count - 1][u"accepted"_s].toDouble() - first) / double(count - 1); // ms
    double variance = 0;
    for (qsizetype i = 1; i < count; ++i) {
        const double gap = entries[i][u"accepted"_s].toDouble() - entries[i - 1][u"accepted"_s].toDouble();
        variance += (gap - mean) * (gap - mean) / double(count - 1);
    }
    // Of 200 exponential gaps the mean is within 4 standard errors, 28 %; on a busy machine equal ones are late, but not fewer.
    QVERIFY2(qAbs(mean - 1000 / rate) < (isPoisson ? 2.9 : 1), QByteArray::number(mean));
    if (isPoisson)
        QVERIFY2(variance > 25, QByteArray::number(variance)); // 100 in theory; 0 of equal gaps
}

void TestLeading::markIsHeardInEveryRoom()
{
    QCOMPARE(m_host->append("one"), 1);
    QCOMPARE(m_host->append("one", "lab"), 1);
    QCOMPARE(post("/api/class/mark", R"({"name":"  now it begins "})").status, 200);
    QCOMPARE(post("/api/class/mark", {}).status, 200); // has a number
    QCOMPARE(post("/api/class/mark", "{}").status, 200);
    for (const char *bad : {R"({"name":1})", "[]", "x"})
        QCOMPARE(codeOf(post("/api/class/mark", bad)), u"bad-name"_s);
    QCOMPARE(codeOf(post("/api/class/mark", "{\"name\":\"" + QByteArray(101, 'x') + "\"}")), u"bad-name"_s);
    for (const QByteArray room : {"lobby", "lab"}) {
        const QJsonObject answer = m_host->get("/api/rooms/" + room + "/messages?v=2&member=ann&after=1").json();
        QStringList names;
        const QJsonArray entries = answer[u"messages"_s].toArray();
        for (const auto &entry : entries) {
            QCOMPARE(entry[u"control"_s][u"kind"_s].toString(), u"mark"_s);
            names += entry[u"control"_s][u"name"_s].toString();
        }
        QCOMPARE(names, QStringList({u"now it begins"_s, u"1"_s, u"2"_s}));
    }
    QCOMPARE(m_host->texts(), QStringList(u"one"_s)); // no word to others
}

void TestLeading::changesMarkThemselves()
{
    using Kind = server::ClassMark::Kind;
    QList<server::ClassMark> marks;
    connect(&m_host->host(), &server::Host::snapshotTaken, this,
            [&marks](const server::HostSnapshot &snapshot) { marks = snapshot.marks; });
    set(R"({"technique":"polling"})");
    set(R"({"pollInterval":1,"hold":5})");
    set(R"({"conditioner":{"delay":1,"jitter":0,"rate":0}})");
    set(R"({"locked":true,"frozen":true})"); // which measures nothing else
    set(R"({"locked":false,"frozen":false})");
    set(R"({"split":true})");
    set(R"({"generator":{"rate":1}})");
    m_host->host().mark(u"mine"_s);
    m_host->host().clear();
    QList<Kind> kinds;
    QTRY_COMPARE(marks.size(), 8);
    for (const server::ClassMark &mark : std::as_const(marks))
        kinds += mark.kind;
    QCOMPARE(kinds,
             QList<Kind>({Kind::Technique, Kind::Pace, Kind::Hold, Kind::Network, Kind::Technique, Kind::Generator, Kind::Named,
                          Kind::Cleared}));
}

void TestLeading::clearBeginsANewEpoch()
{
    QCOMPARE(m_host->append("old"), 1);
    QCOMPARE(m_host->append("old", "lab"), 1);
    const QString epoch = info()[u"epoch"_s].toString();
    QCOMPARE(post("/api/class/clear", "{}").status, 200);
    const QJsonObject fresh = info();
    QVERIFY(fresh[u"epoch"_s].toString() != epoch);
    QCOMPARE(fresh[u"why"_s].toString(), u"cleared"_s);
    QCOMPARE(fresh[u"next"_s].toInteger(), 0);
    QCOMPARE(m_host->texts(), QStringList());
    QCOMPARE(m_host->texts("lab"), QStringList());
    // A poll that names the former epoch is told why; one that names none, or this one, need not be.
    const QJsonObject told = m_host->get(messagesOf("ann", 1, "&epoch=" + epoch.toUtf8())).json();
    QCOMPARE(told[u"why"_s].toString(), u"cleared"_s);
    QCOMPARE(told[u"next"_s].toInteger(), 0);
    QVERIFY(!m_host->get(messagesOf("ann", 0, "&epoch=" + fresh[u"epoch"_s].toString().toUtf8())).json().contains(u"why"_s));
    QCOMPARE(m_host->append("new"), 1); // the numbers begin anew, too
    const QJsonObject counters = m_host->get("/api/stats?members=1", key).json()[u"techniques"_s][polling].toObject();
    QVERIFY(m_host->get(messagesOf("ann")).json()[u"messages"_s].toArray().size() == 1);
    QTRY_COMPARE(sends(polling)[u"delivered"_s].toInteger(), counters[u"delivered"_s].toInteger() + 1); // news to a member of before
    QCOMPARE(m_host->get("/get/msg/?index=7").json()[u"index"_s].toInteger(), 1); // a tutorial's reader goes on from here
}

void TestLeading::clearedHeldRequestsAreTold()
{
    QCOMPARE(m_host->append("old"), 1);
    const QByteArray epoch = info()[u"epoch"_s].toString().toUtf8();
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), messagesOf("ann", 1, "&wait=20&epoch=" + epoch)));
    QVERIFY(held.staysSilent(50ms));
    m_host->host().clear();
    const QJsonObject answer = held.readAnswer().value_or(HttpAnswer()).json();
    QCOMPARE(answer[u"why"_s].toString(), u"cleared"_s);
    QVERIFY(answer[u"epoch"_s].toString().toUtf8() != epoch);
    QCOMPARE(answer[u"next"_s].toInteger(), 0);
}

void TestLeading::clearedSocketsGoOn()
{
    QCOMPARE(m_host->append("old"), 1);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=2&member=ann&after=0");
    RawWebSocket tutorial(m_host->port(), "/ws/chat/lobby/");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    QCOMPARE(socket.readJson()[u"seq"_s].toInteger(), 1);
    m_host->host().clear();
    QCOMPARE(socket.readCloseCode().value_or(0), 1012); // come back
    RawWebSocket again(m_host->port(), "/ws/chat/lobby/?v=2&member=ann&after=1&epoch=former");
    QCOMPARE(again.readJson()[u"welcome"_s][u"why"_s].toString(), u"cleared"_s);
    QCOMPARE(m_host->append("new"), 1);
    QCOMPARE(again.readJson()[u"message"_s].toString(), u"new"_s);
    QCOMPARE(tutorial.readJson(), (QJsonObject{{u"message"_s, u"new"_s}})); // knows of no epochs, and misses nothing
}

void TestLeading::clearedQueuesGoOn()
{
    QCOMPARE(m_host->get("/home/?name=ann").status, 200);
    QCOMPARE(m_host->append("old"), 1);
    QCOMPARE(m_host->append("older"), 2);
    m_host->host().clear();
    QTRY_COMPARE(info()[u"next"_s].toInteger(), 0);
    RawClient held(m_host->port());
    held.send(getRequest(m_host->port(), "/get_msg/?name=ann"));
    QVERIFY(held.staysSilent(50ms)); // what was in the queue is gone
    QCOMPARE(m_host->append("new"), 1);
    QCOMPARE(held.readAnswer().value_or(HttpAnswer()).json()[u"msg"_s].toString(), u"new"_s);
}

void TestLeading::clearedClassIsPutAside()
{
    const QTemporaryDir folder;
    m_options.database = folder.filePath(u"class.sqlite"_s);
    m_host = std::make_unique<TestHost>(m_options);
    QCOMPARE(m_host->append("old"), 1);
    QCOMPARE(m_host->get("/home/?name=ann").status, 200);
    QCOMPARE(post("/api/class/clear", "{}").status, 200);
    QCOMPARE(m_host->append("new"), 1);
    const QString epoch = info()[u"epoch"_s].toString();
    m_host.reset();
    m_host = std::make_unique<TestHost>(m_options);
    QCOMPARE(info()[u"epoch"_s].toString(), epoch);
    QCOMPARE(m_host->texts(), QStringList(u"new"_s));
    QCOMPARE(m_host->get("/get_msg/?name=ann&wait=0").json()[u"msg"_s].toString(), u"new"_s); // the queue is at its place
    m_host.reset();
    m_options.database += u".previous"_s;
    m_host = std::make_unique<TestHost>(m_options);
    QCOMPARE(m_host->texts(), QStringList(u"old"_s));
    m_host.reset();
}

void TestLeading::splitGivesEachItsPart()
{
    const QByteArrayList members{"anna", "ben", "chen", "dora", "emil"};
    for (const QByteArray member : {"emil", "chen", "anna", "dora", "ben"}) // they came as they came
        QCOMPARE(m_host->get(messagesOf(member)).status, 200);
    QVERIFY(!info("anna").contains(u"own"_s));
    set(R"({"techniques":["polling","long-polling","websocket"],"split":true})");
    const QStringList parts{u"polling"_s, u"long-polling"_s, u"websocket"_s};
    for (qsizetype i = 0; i < members.size(); ++i) {
        const QJsonObject own = info(members.at(i))[u"own"_s].toObject();
        QCOMPARE(own[u"technique"_s].toString(), parts.at(i % 3));
        QVERIFY(own[u"split"_s].toBool());
    }
    const QJsonArray heard = m_host->get(messagesOf("anna")).json()[u"messages"_s].toArray();
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard[0][u"control"_s][u"settings"_s][u"split"_s].toBool());
    RawWebSocket late(m_host->port(), "/ws/chat/lobby/?v=2&member=fred&after=0"); // two poll, two long poll, one has a socket
    QCOMPARE(late.readJson()[u"welcome"_s][u"own"_s][u"technique"_s].toString(), u"websocket"_s);
    QVERIFY(!m_host->get("/api/rooms/lobby?member=anna", key).json().contains(u"own"_s)); // the teacher is no part of it
    set(R"({"technique":"polling"})");
    QVERIFY(!info("anna").contains(u"own"_s));
    QCOMPARE(info("anna")[u"technique"_s].toString(), polling);
}

void TestLeading::setsOneMembersTechnique()
{
    const auto order = [this](const QByteArray &body) { return post("/api/rooms/lobby/moderation", body); };
    QCOMPARE(m_host->get(messagesOf("ann")).status, 200);
    QCOMPARE(codeOf(order(R"({"action":"technique","member":"m:ann","technique":"pigeon"})")), u"bad-technique"_s);
    QCOMPARE(codeOf(order(R"({"action":"technique","member":"a:127.0.0.1","technique":"sse"})")), u"bad-member"_s);
    QCOMPARE(order(R"({"action":"technique","member":"m:ann","technique":"sse"})").status, 200);
    QCOMPARE(info("ann")[u"own"_s][u"technique"_s].toString(), u"sse"_s);
    QVERIFY(!info("ann")[u"own"_s][u"split"_s].toBool());
    QCOMPARE(info("ann", "lab")[u"own"_s][u"technique"_s].toString(), u"sse"_s); // wherever it is
    QVERIFY(!info("ben").contains(u"own"_s));
    const QJsonArray listed = m_host->get("/api/rooms/lobby/members", key).json()[u"members"_s].toArray();
    QCOMPARE(listed[0][u"ordered"_s].toString(), u"sse"_s);
    QCOMPARE(order(R"({"action":"technique","member":"m:ann","technique":null})").status, 200);
    QVERIFY(!info("ann").contains(u"own"_s));
}

void TestLeading::renamesOneMember()
{
    QCOMPARE(m_host->get(messagesOf("ann")).status, 200);
    QCOMPARE(codeOf(post("/api/class/moderation", R"({"action":"rename","member":"m:ann","name":7})")), u"bad-name"_s);
    QCOMPARE(post("/api/class/moderation", R"({"action":"rename","member":"m:ann","name":" Anna B. "})").status, 200);
    QCOMPARE(info("ann")[u"own"_s][u"name"_s].toString(), u"Anna B."_s);
    const auto listed = [this] {
        return m_host->get("/api/rooms/lobby/members", key).json()[u"members"_s][0][u"name"_s].toString();
    };
    QCOMPARE(listed(), u"Anna B."_s);
    QCOMPARE(m_host->get(messagesOf("ann")).status, 200); // still calls itself ann
    QCOMPARE(listed(), u"Anna B."_s);
    QCOMPARE(post("/api/rooms/lobby/messages", R"({"text":"x","from":"ann","member":"ann","id":"1"})", {}).status, 201);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?v=1&member=ann&name=ann");
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    socket.sendText(R"({"text":"y","from":"ann","id":"2"})");
    QTRY_COMPARE(m_host->texts().size(), 2);
    QCOMPARE(post("/api/class/moderation", R"({"action":"rename","member":"m:ann","name":""})").status, 200);
    socket.sendText(R"({"text":"z","from":"ann","id":"3"})");
    QStringList names;
    QTRY_COMPARE(m_host->texts().size(), 3);
    for (const auto &message : m_host->log()[u"messages"_s].toArray())
        names += message[u"from"_s].toString();
    QCOMPARE(names, QStringList({u"Anna B."_s, u"Anna B."_s, u"ann"_s}));
}

//! The log says no more than that somebody's orders are others.
void TestLeading::ordersAreNobodyElses()
{
    QCOMPARE(m_host->get(messagesOf("ann")).status, 200);
    for (const char *body :
         {R"({"action":"technique","member":"m:ann","technique":"sse"})", R"({"action":"rename","member":"m:ann","name":"Anna"})",
          R"({"action":"mute","member":"m:ann"})", R"({"action":"technique","member":"m:nobody","technique":"sse"})"})
        QCOMPARE(post("/api/rooms/lobby/moderation", body).status, 200);
    const QJsonArray entries = m_host->get(messagesOf("eve")).json()[u"messages"_s].toArray();
    QCOMPARE(entries.size(), 3); // of members who are in
    for (const auto &entry : entries)
        QCOMPARE(entry[u"control"_s].toObject(), (QJsonObject{{u"kind"_s, u"own"_s}}));
    QVERIFY(info("ann")[u"own"_s][u"muted"_s].toBool());
    QVERIFY(!info("eve").contains(u"own"_s));
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestLeading)

#include "tst_leading.moc"
