// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/limits.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! Readers that are slow or take nothing: their cost for the host is limited by the contract, and they delay no others.
class TestSlowReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unreadPongs();
    void unreadErrors();
    void liveMessagesUnread();
    void liveMessagesReadLate();
    void lastAnswer();
    void replayOutlastsAPing();

private:
    //! \a count messages of 60,000 bytes into \a room, over one connection.
    void fill(const QByteArray &room, int count) const;
    void checkFlood(const QByteArray &frames) const;

    std::unique_ptr<TestHost> m_host;
};

namespace {

constexpr int smallBuffer = 4096;
constexpr int textBytes = 60'000;

} // namespace

void TestSlowReader::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestSlowReader::fill(const QByteArray &room, int count) const
{
    const QByteArray body = "{\"text\":\"" + QByteArray(textBytes, 'x') + "\"}";
    RawClient client(m_host->port());
    for (int i = 0; i < count; ++i) {
        client.send(postRequest(m_host->port(), "/api/rooms/" + room + "/messages", body, "application/json"));
        QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 201);
    }
}

//! Sends until the host reads no more, because it must not answer a client that reads nothing for ever.
void TestSlowReader::checkFlood(const QByteArray &frames) const
{
    constexpr qint64 most = 64LL * 1024 * 1024;
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/", {}, false, smallBuffer);
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    while (socket.client().bytesSent() < most && socket.client().sendDeaf(frames)) {}
    std::optional<Frame> frame;
    do
        frame = socket.readFrame();
    while (frame && frame->opcode != closeFrame);
    QVERIFY(frame);
    QCOMPARE(frame->payload.first(2).toHex(), "03f5"); // 1013
    QVERIFY(socket.client().waitForClose());
    QCOMPARE(m_host->get("/api/time").status, 200);
}

void TestSlowReader::unreadPongs()
{
    checkFlood(encodeFrame({pingFrame, QByteArray(125, 'x')}).repeated(5000));
}

void TestSlowReader::unreadErrors()
{
    checkFlood(encodeFrame({textFrame, "{}"}).repeated(5000));
}

void TestSlowReader::liveMessagesUnread()
{
    constexpr int count = 60;
    RawWebSocket deaf(m_host->port(), "/ws/chat/lobby/", {}, false, smallBuffer);
    RawWebSocket other(m_host->port(), "/ws/chat/lobby/");
    QVERIFY(deaf.isOpen() && other.isOpen());
    for (int i = 0; i < count; ++i) {
        fill("lobby", 1);
        QVERIFY2(other.readMessage(), qPrintable(other.fault()));
    }
    // Closed after its grace period; what never left the host is not counted.
    const auto webSocket = [this] { return m_host->get("/api/stats").json()[u"techniques"_s][u"websocket"_s].toObject(); };
    QTRY_COMPARE_WITH_TIMEOUT(webSocket()[u"members"_s].toInt(), 1, 20'000); // sooner than by an unanswered ping
    QVERIFY(other.answersPing());
    const qint64 deafBytes = webSocket()[u"bytesDown"_s].toInteger() - other.client().bytesReceived();
    (void)deaf.client().waitForBytes(deafBytes + 1, 1s);
    QVERIFY2(deafBytes < 1'000'000, QByteArray::number(deafBytes));
    QVERIFY(deaf.client().bytesReceived() <= deafBytes);
}

void TestSlowReader::liveMessagesReadLate()
{
    RawWebSocket late(m_host->port(), "/ws/chat/lobby/", {}, false, smallBuffer);
    QVERIFY(late.isOpen());
    fill("lobby", 60);
    int messages = 0;
    std::optional<Frame> frame = late.readFrame();
    for (; frame && frame->opcode == textFrame; frame = late.readFrame())
        ++messages;
    QVERIFY(messages > 10 && messages < 60);
    QVERIFY2(frame, qPrintable(late.fault()));
    QCOMPARE(frame->opcode, closeFrame);
    QCOMPARE(frame->payload.first(2).toHex(), "03f5"); // 1013
}

// A slow reader has the write timeout for the last answer on its connection, too.
void TestSlowReader::lastAnswer()
{
    fill("lobby", 10);
    RawClient client(m_host->port(), smallBuffer);
    client.send(getRequest(m_host->port(), "/api/rooms/lobby/messages?after=0", "Connection: close\r\n"));
    std::this_thread::sleep_for(4s);
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QVERIFY(answer->body.size() > 450'000);
}

// The ping waits behind other bytes: a peer that takes these slowly is not silent.
void TestSlowReader::replayOutlastsAPing()
{
    fill("lobby", 100);
    RawWebSocket socket(m_host->port(), "/ws/chat/lobby/?after=0&v=1", {}, false, smallBuffer);
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    const QDeadlineTimer end(protocol::pingInterval + protocol::pongTimeout + 3s);
    qint64 wanted = 0;
    while (!end.hasExpired()) {
        wanted += textBytes / 10;
        QVERIFY2(socket.client().waitForBytes(wanted, 20s), QByteArray::number(end.remainingTime()));
        std::this_thread::sleep_for(500ms);
    }
    QVERIFY(wanted < 100 * textBytes);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestSlowReader)

#include "tst_slowreader.moc"
