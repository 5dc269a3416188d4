// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! The tutorials' WebSocket routes, frame by frame, on the port that serves HTTP.
class TestTutorialSockets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handshakeByteByByte();
    void framesInTheHandshakesSegment();
    void echo_data();
    void echo();
    void echoOfFragments();
    void pingBetweenFragments();
    void closeIsAnswered_data();
    void closeIsAnswered();
    void roomSocket();

private:
    std::unique_ptr<TestHost> m_host;
};

void TestTutorialSockets::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestTutorialSockets::handshakeByteByByte()
{
    RawWebSocket socket(m_host->port(), "/ws/echo/", {}, true);
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    socket.client().sendByteByByte(encodeFrame({textFrame, "hello"}));
    QCOMPARE(socket.readMessage().value_or(Frame()).payload, "hello");
}

void TestTutorialSockets::framesInTheHandshakesSegment()
{
    RawWebSocket watcher(m_host->port(), "/ws/chat/lobby/");
    QVERIFY2(watcher.isOpen(), qPrintable(watcher.fault()));
    RawClient client(m_host->port());
    client.send(handshakeRequest(m_host->port(), "/ws/chat/lobby/") + encodeFrame({textFrame, R"({"message":"first"})"})
                + encodeFrame({textFrame, R"({"message":"2nd"})"}));
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 101);
    QCOMPARE(watcher.readJson()[u"message"_s].toString(), u"first"_s);
    QCOMPARE(watcher.readJson()[u"message"_s].toString(), u"2nd"_s);
}

void TestTutorialSockets::echo_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<QByteArray>("payload");
    for (const qsizetype size : {0, 1, 125, 126, 65535, 65536, 400 * 1024}) {
        QTest::addRow("text of %lld", qlonglong(size)) << QByteArray("/ws/echo/") << textFrame << QByteArray(size, 't');
        QTest::addRow("binary of %lld", qlonglong(size)) << QByteArray("/ws/echo/") << binaryFrame << QByteArray(size, '\xfe');
    }
    QTest::newRow("without its slash") << QByteArray("/ws/echo") << textFrame << QByteArray("hello");
    QTest::newRow("UTF-8") << QByteArray("/ws/echo/") << textFrame << QByteArray("你好 😀");
}

void TestTutorialSockets::echo()
{
    QFETCH(QByteArray, target);
    QFETCH(int, opcode);
    QFETCH(QByteArray, payload);
    RawWebSocket socket(m_host->port(), target);
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    socket.sendFrame({opcode, payload});
    const auto message = socket.readMessage();
    QVERIFY2(message, qPrintable(socket.fault()));
    QCOMPARE(message->opcode, opcode);
    QVERIFY(message->payload == payload);
}

// RFC 6455 5.4
void TestTutorialSockets::echoOfFragments()
{
    RawWebSocket socket(m_host->port(), "/ws/echo/");
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    socket.sendFrame({.opcode = textFrame, .payload = "one ", .fin = false});
    socket.sendFrame({.opcode = continuationFrame, .payload = {}, .fin = false});
    socket.sendFrame({.opcode = continuationFrame, .payload = "two ", .fin = false});
    socket.sendFrame({continuationFrame, "three"});
    QCOMPARE(socket.readMessage().value_or(Frame()).payload, "one two three");
}

// RFC 6455 5.5: control frames may come in the middle of a message.
void TestTutorialSockets::pingBetweenFragments()
{
    RawWebSocket socket(m_host->port(), "/ws/echo/");
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    socket.sendFrame({.opcode = binaryFrame, .payload = "one ", .fin = false});
    QVERIFY2(socket.answersPing(), qPrintable(socket.fault()));
    socket.sendFrame({continuationFrame, "two"});
    QCOMPARE(socket.readMessage().value_or(Frame()).payload, "one two");
}

void TestTutorialSockets::closeIsAnswered_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QList<int>>("codes");
    QTest::newRow("1000") << encodeClose(1000, "bye") << QList<int>{1000};
    QTest::newRow("1001") << encodeClose(1001) << QList<int>{1001, 1000};
    QTest::newRow("4999, private") << encodeClose(4999) << QList<int>{4999, 1000};
    QTest::newRow("without a code") << encodeFrame({.opcode = closeFrame}) << QList<int>{1005, 1000};
}

// RFC 6455 5.5.1
void TestTutorialSockets::closeIsAnswered()
{
    QFETCH(QByteArray, frame);
    QFETCH(QList<int>, codes);
    RawWebSocket socket(m_host->port(), "/ws/echo/");
    QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
    socket.client().send(frame);
    const auto code = socket.readCloseCode();
    QVERIFY2(code, qPrintable(socket.fault()));
    QVERIFY2(codes.contains(*code), QByteArray::number(*code));
    QVERIFY(socket.client().waitForClose());
}

void TestTutorialSockets::roomSocket()
{
    QCOMPARE(m_host->append("before"), 1);
    RawWebSocket tony(m_host->port(), "/ws/chat/lobby");
    RawWebSocket ann(m_host->port(), "/ws/chat/lobby/");
    RawWebSocket other(m_host->port(), "/ws/chat/other/");
    QVERIFY(tony.isOpen() && ann.isOpen() && other.isOpen());
    QVERIFY(tony.staysSilent(100ms)); // no welcome, nothing of what was before
    tony.sendText(R"({"message":"hello"})");
    ann.sendText(R"({"message":"\u4f60\u597d <b> \"x\""})");
    for (RawWebSocket *socket : {&tony, &ann}) {
        const QStringList both{socket->readJson()[u"message"_s].toString(), socket->readJson()[u"message"_s].toString()};
        QVERIFY(both.contains(u"hello"_s));
        QVERIFY(both.contains(u"你好 <b> \"x\""_s));
    }
    QVERIFY(other.staysSilent(100ms));
    QCOMPARE(m_host->texts().size(), 3);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestTutorialSockets)

#include "tst_tutorialsockets.moc"
