// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/limits.h"
#include "tests/contract/badwebsocketrows.h"
#include "tests/contract/conformancerows.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testhost.h"

#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace pushlab::tests {

//! RFC 6455 over raw sockets, to the byte, against a real host, and against a plain QWebSocketServer, to know which of its faults
//! the host has to correct.
class TestWebSocketConformance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_host.reset(); }

    void rows_data();
    void rows();
    void rowsInPieces_data() { rows_data(); }
    void rowsInPieces();
    void rowsWithTheHandshake_data() { rows_data(); }
    void rowsWithTheHandshake();
    void bareServer();

private:
    enum class Pace : quint8 { AtOnce, InPieces, WithTheHandshake };
    void check(Pace pace);

    std::unique_ptr<TestHost> m_host;
};

namespace {

constexpr auto pongAtTheEnd = QByteArrayView(
    "\x8a\x03"
    "end");

ConformanceRow fetchRow()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, answer);
    QFETCH(int, closeCode);
    QFETCH(QByteArray, target);
    return {{}, {}, sent, answer, closeCode, target};
}

void append(QList<ConformanceRow> &rows, const QList<BadWebSocketRow> &refused)
{
    for (const BadWebSocketRow &row : refused)
        rows.append({row.section, row.name, row.frames, {}, row.closeCode, row.target});
}

void sendInPieces(RawClient &client, const QByteArray &bytes)
{
    if (bytes.size() > 500)
        client.sendInPiecesOf(4093, bytes);
    else
        client.sendByteByByte(bytes);
}

//! What is wrong with a server's reaction within \a wait; empty when nothing is.
QByteArray faultOf(RawClient &client, const ConformanceRow &row, std::chrono::milliseconds wait = patience)
{
    const QByteArray expected = row.closeCode == 0 ? row.answer + pongAtTheEnd.toByteArray() : row.answer;
    (void)client.waitForBytes(expected.size() + (row.closeCode == 0 ? 0 : 2), wait);
    const QByteArray came = client.buffer();
    if (!came.startsWith(expected))
        return "another answer: " + came.first(std::min<qsizetype>(came.size(), 60)).toHex(' ');
    if (row.closeCode == 0)
        return came.size() == expected.size() ? QByteArray() : QByteArray("more than the answer");
    const QByteArrayView close = QByteArrayView(came).sliced(expected.size());
    if (close.size() < 2 || close[0] != char(0x88))
        return "no Close";
    const int length = close[1];
    if (!client.waitForBytes(expected.size() + 2 + length, patience))
        return "half a Close";
    const QByteArray payload = client.buffer().mid(expected.size() + 2, length);
    const int code = length < 2 ? 1005 : uchar(payload[0]) << 8 | uchar(payload[1]);
    client.take(expected.size() + 2 + length);
    if (code != row.closeCode)
        return "Close " + QByteArray::number(code);
    if (!client.waitForClose() || client.wasReset())
        return "no orderly end behind the Close";
    return {};
}

QByteArray withEnd(const ConformanceRow &row)
{
    return row.closeCode == 0 ? row.sent + encodeFrame({pingFrame, "end"}) : row.sent;
}

} // namespace

void TestWebSocketConformance::initTestCase()
{
    m_host = std::make_unique<TestHost>();
    QVERIFY(m_host->port() != 0);
}

void TestWebSocketConformance::rows_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("closeCode");
    QTest::addColumn<QByteArray>("target");
    QList<ConformanceRow> rows = conformanceRows();
    append(rows, frameRows() + closeRows() + payloadRows());
    for (const ConformanceRow &row : std::as_const(rows)) {
        QTest::addRow("%s: %s", row.section.constData(), row.name.constData())
            << row.sent << row.answer << row.closeCode << row.target;
    }
}

void TestWebSocketConformance::check(Pace pace)
{
    const ConformanceRow row = fetchRow();
    RawClient client(m_host->port());
    const QByteArray request = handshakeRequest(m_host->port(), row.target);
    client.send(pace == Pace::WithTheHandshake ? request + withEnd(row) : request);
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).status, 101);
    if (pace == Pace::AtOnce)
        client.send(withEnd(row));
    else if (pace == Pace::InPieces)
        sendInPieces(client, withEnd(row));
    const QByteArray fault = faultOf(client, row);
    QVERIFY2(fault.isEmpty(), fault);
}

void TestWebSocketConformance::rows()
{
    check(Pace::AtOnce);
}

void TestWebSocketConformance::rowsInPieces()
{
    check(Pace::InPieces);
}

void TestWebSocketConformance::rowsWithTheHandshake()
{
    check(Pace::WithTheHandshake);
}

// The rows that a plain QWebSocketServer fails: this test says when a later Qt has corrected one.
void TestWebSocketConformance::bareServer()
{
    if (!QLatin1StringView(qVersion()).startsWith("6.4."_L1))
        QSKIP("Known for Qt 6.4 alone");
    QWebSocketServer server(u"bare"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QWebSocketServer::newConnection, this, [&server] {
        QWebSocket *const socket = server.nextPendingConnection();
        socket->setParent(&server);
        socket->setMaxAllowedIncomingFrameSize(protocol::maxWebSocketMessageBytes);
        socket->setMaxAllowedIncomingMessageSize(protocol::maxWebSocketMessageBytes);
        connect(socket, &QWebSocket::textMessageReceived, socket, [socket](const QString &text) { socket->sendTextMessage(text); });
        connect(socket, &QWebSocket::binaryMessageReceived, socket,
                [socket](const QByteArray &bytes) { socket->sendBinaryMessage(bytes); });
    });

    QList<ConformanceRow> rows = conformanceRows();
    append(rows, frameRows() + closeRows() + payloadRows());
    rows.removeIf([](const ConformanceRow &row) {
        // A rule of the host's rooms, and a Close that may be lost because the connection is closed with unread bytes.
        return row.closeCode == 1003 || row.name == "a byte longer";
    });
    QStringList failed;
    for (const ConformanceRow &row : std::as_const(rows)) {
        RawWebSocket socket(server.serverPort(), "/");
        QVERIFY2(socket.isOpen(), qPrintable(socket.fault()));
        socket.client().send(withEnd(row));
        if (const QByteArray fault = faultOf(socket.client(), row, 1s); !fault.isEmpty())
            failed.append(QString::fromUtf8(row.name));
    }
    const QStringList known{
        u"a byte longer, in fragments"_s,
        u"split inside two bytes"_s,
        u"split inside three bytes"_s,
        u"split inside four bytes"_s,
        u"a fragment a byte"_s,
        u"split inside, with pings between"_s,
        u"U+FEFF in fragments"_s,
        u"U+FEFF at the beginning"_s,
        u"Close 1014 with a reason"_s,
        u"Close 1012"_s,
        u"Close 1013"_s,
        u"Close 1014"_s,
        u"unmasked text"_s,
        u"unmasked text to the echo"_s,
        u"unmasked ping"_s,
        u"unmasked text after a masked ping"_s,
    };
    QCOMPARE(failed, known);
}

} // namespace pushlab::tests

QTEST_GUILESS_MAIN(pushlab::tests::TestWebSocketConformance)

#include "tst_websocketconformance.moc"
