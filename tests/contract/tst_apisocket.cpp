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

//! The room's WebSocket with v=1: welcome, replay, live, acknowledgements.
class TestApiSocket final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void welcomeComesFirst();
    void replayThenLive();
    void replayFromTheMiddle();
    void withoutAfterOnlyWhatIsToCome();
    void longReplayIsCompleteAndInOrder();
    void messageFields();
    void ackCarriesTheNumber();
    void sameIdAddsNothing();
    void sameIdOverAnotherTechnique();
    void errorCarriesTheId();
    void tutorialFramesAreTaken();
    void burstFromManySenders();

private:
    QByteArray target(const QByteArray &after, const QByteArray &member = "m") const
    {
        return "/ws/chat/lobby/?after=" + after + "&member=" + member + "&v=1";
    }

    std::unique_ptr<TestHost> m_host;
};

namespace {

void send(RawWebSocket &socket, const QJsonObject &frame)
{
    socket.sendText(QJsonDocument(frame).toJson(QJsonDocument::Compact));
}

//! The next frame of that kind; other frames are skipped.
QJsonObject next(RawWebSocket &socket, QStringView kind)
{
    for (;;) {
        const QJsonObject frame = socket.readJson();
        if (frame.isEmpty() || frame.contains(kind))
            return frame;
    }
}

} // namespace

void TestApiSocket::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestApiSocket::welcomeComesFirst()
{
    QCOMPARE(m_host->append("one"), 1);
    RawWebSocket socket(m_host->port(), target("0"));
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    const QJsonObject frame = socket.readJson();
    QCOMPARE(frame.keys(), QStringList{u"welcome"_s});
    const QJsonObject welcome = frame[u"welcome"_s].toObject();
    const QJsonObject info = m_host->get("/api/rooms/lobby").json();
    for (const QString &key : {u"epoch"_s, u"oldest"_s, u"next"_s, u"pollInterval"_s, u"hold"_s})
        QCOMPARE(welcome[key], info[key]);
    QVERIFY(welcome[u"now"_s].toDouble() > 0);
    QVERIFY(welcome[u"now"_s].toDouble() <= info[u"now"_s].toDouble());
}

void TestApiSocket::replayThenLive()
{
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(m_host->append(QByteArray::number(i)), i);
    RawWebSocket socket(m_host->port(), target("0"));
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    for (int i = 1; i <= 6; ++i) {
        if (i > 3)
            QCOMPARE(m_host->append(QByteArray::number(i)), i);
        const QJsonObject message = socket.readJson();
        QCOMPARE(message[u"seq"_s].toInt(), i);
        QCOMPARE(message[u"message"_s].toString(), QString::number(i));
    }
    QVERIFY(socket.staysSilent(100ms));
}

void TestApiSocket::replayFromTheMiddle()
{
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(m_host->append(QByteArray::number(i)), i);
    RawWebSocket socket(m_host->port(), target("3"));
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    QCOMPARE(socket.readJson()[u"seq"_s].toInt(), 4);
    QCOMPARE(socket.readJson()[u"seq"_s].toInt(), 5);
    QVERIFY(socket.staysSilent(100ms));
}

void TestApiSocket::withoutAfterOnlyWhatIsToCome()
{
    QCOMPARE(m_host->append("before"), 1);
    const QByteArray next = QByteArray::number(m_host->get("/api/rooms/lobby").json()[u"next"_s].toInteger());
    RawWebSocket socket(m_host->port(), target(next));
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    QVERIFY(socket.staysSilent(100ms));
    QCOMPARE(m_host->append("after"), 2);
    QCOMPARE(socket.readJson()[u"seq"_s].toInt(), 2);
}

// More than may wait to be written to one connection: the socket paces the replay.
void TestApiSocket::longReplayIsCompleteAndInOrder()
{
    constexpr int count = 100;
    for (int i = 1; i <= count; ++i)
        QCOMPARE(m_host->append(QByteArray(60'000, 'x')), i);
    RawWebSocket socket(m_host->port(), target("0"));
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    QTest::qWait(200); // a slow reader
    QCOMPARE(m_host->append("live"), count + 1);
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    for (int i = 1; i <= count + 1; ++i) {
        const QJsonObject message = socket.readJson();
        QVERIFY2(!message.isEmpty(), qPrintable(socket.fault()));
        QCOMPARE(message[u"seq"_s].toInt(), i);
    }
    QVERIFY(socket.staysSilent(100ms));
}

void TestApiSocket::messageFields()
{
    RawWebSocket socket(m_host->port(), target("0"));
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    const double sent = m_host->get("/api/time").json()[u"now"_s].toDouble();
    send(socket, {{u"text"_s, u"hello"_s}, {u"from"_s, u"Tony"_s}, {u"id"_s, u"i1"_s}, {u"sent"_s, sent}});
    const QJsonObject message = next(socket, u"message");
    QCOMPARE(message.keys(), (QStringList{u"accepted"_s, u"from"_s, u"message"_s, u"sent"_s, u"seq"_s, u"via"_s}));
    QCOMPARE(message[u"seq"_s].toInt(), 1);
    QCOMPARE(message[u"from"_s].toString(), u"Tony"_s);
    QCOMPARE(message[u"message"_s].toString(), u"hello"_s);
    QCOMPARE(message[u"via"_s].toString(), u"websocket"_s);
    QVERIFY(qAbs(message[u"sent"_s].toDouble() - sent) < 0.01);
    QVERIFY(message[u"accepted"_s].toDouble() >= sent - 0.01);
}

void TestApiSocket::ackCarriesTheNumber()
{
    RawWebSocket socket(m_host->port(), target("0"));
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    QCOMPARE(m_host->append("other"), 1);
    send(socket, {{u"text"_s, u"mine"_s}, {u"id"_s, u"i7"_s}});
    const QJsonObject frame = next(socket, u"ack");
    QCOMPARE(frame, (QJsonObject{{u"ack"_s, QJsonObject{{u"id"_s, u"i7"_s}, {u"seq"_s, 2}}}}));
}

void TestApiSocket::sameIdAddsNothing()
{
    for (int i = 0; i < 2; ++i) { // also over a new connection of the same member
        RawWebSocket socket(m_host->port(), target("1"));
        QVERIFY(socket.readJson().contains(u"welcome"_s));
        for (int j = 0; j < 2; ++j) {
            send(socket, {{u"text"_s, u"once"_s}, {u"id"_s, u"i1"_s}});
            QCOMPARE(next(socket, u"ack")[u"ack"_s][u"seq"_s].toInt(), 1);
        }
    }
    QCOMPARE(m_host->texts(), QStringList{u"once"_s});
    RawWebSocket other(m_host->port(), target("1", "n"));
    QVERIFY(other.readJson().contains(u"welcome"_s));
    send(other, {{u"text"_s, u"another's"_s}, {u"id"_s, u"i1"_s}});
    QCOMPARE(next(other, u"ack")[u"ack"_s][u"seq"_s].toInt(), 2);
}

void TestApiSocket::sameIdOverAnotherTechnique()
{
    RawWebSocket socket(m_host->port(), target("0"));
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    send(socket, {{u"text"_s, u"once"_s}, {u"id"_s, u"i1"_s}});
    QCOMPARE(next(socket, u"ack")[u"ack"_s][u"seq"_s].toInt(), 1);
    const HttpAnswer answer = m_host->postJson("/api/rooms/lobby/messages",
                                               {{u"text"_s, u"once"_s}, {u"id"_s, u"i1"_s}, {u"member"_s, u"m"_s}});
    QCOMPARE(answer.json()[u"seq"_s].toInt(), 1);
    QCOMPARE(m_host->texts(), QStringList{u"once"_s});
}

void TestApiSocket::errorCarriesTheId()
{
    RawWebSocket socket(m_host->port(), target("0"));
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    send(socket, {{u"text"_s, 5}, {u"id"_s, u"i1"_s}});
    const QJsonObject error = socket.readJson();
    QCOMPARE(error.keys(), (QStringList{u"code"_s, u"error"_s, u"id"_s}));
    QCOMPARE(error[u"id"_s].toString(), u"i1"_s);
    QVERIFY(!error[u"error"_s].toString().isEmpty() && !error[u"code"_s].toString().isEmpty());
    send(socket, {{u"text"_s, u"better"_s}, {u"id"_s, u"i1"_s}});
    QCOMPARE(next(socket, u"ack")[u"ack"_s][u"seq"_s].toInt(), 1); // a refused id is not used up
}

void TestApiSocket::tutorialFramesAreTaken()
{
    RawWebSocket socket(m_host->port(), target("0"));
    QVERIFY(socket.readJson().contains(u"welcome"_s));
    socket.sendText(R"({"message":"hello"})");
    QCOMPARE(next(socket, u"message")[u"message"_s].toString(), u"hello"_s);
}

void TestApiSocket::burstFromManySenders()
{
    constexpr int senders = 4;
    constexpr int each = 50;
    RawWebSocket reader(m_host->port(), target("0", "reader"));
    QVERIFY(reader.readJson().contains(u"welcome"_s));
    std::vector<std::unique_ptr<RawWebSocket>> sockets;
    for (int s = 0; s < senders; ++s)
        sockets.push_back(std::make_unique<RawWebSocket>(m_host->port(), target("0", QByteArray::number(s))));
    for (int i = 0; i < each; ++i) {
        for (int s = 0; s < senders; ++s)
            send(*sockets[size_t(s)], {{u"text"_s, QString::number(s * each + i)}, {u"id"_s, QString::number(i)}});
    }
    QList<int> lastOf(senders, -1);
    for (int seq = 1; seq <= senders * each; ++seq) {
        const QJsonObject message = reader.readJson();
        QCOMPARE(message[u"seq"_s].toInt(), seq);
        const int value = message[u"message"_s].toString().toInt();
        QCOMPARE(value % each, lastOf[value / each] + 1); // in the order in which each sent
        lastOf[value / each] = value % each;
    }
    QVERIFY(reader.staysSilent(100ms));
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestApiSocket)

#include "tst_apisocket.moc"
