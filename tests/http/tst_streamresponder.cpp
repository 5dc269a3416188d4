// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/httpserver.h"
#include "server/http/streamresponder.h"
#include "server/io/link/linkconditions.h"
#include "server/io/tls/tlscontext.h"
#include "server/tls/selfsigned.h"
#include "tests/support/rawclient.h"
#include "tests/support/tlsclient.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <utility>

using namespace pushlab;
using namespace pushlab::http;
using namespace pushlab::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint8 streamAccount = 3;

//! The bytes recorded for the stream, and for everything else.
class RecordingObserver final : public TrafficObserver
{
public:
    Amount stream; //!< down
    qint64 opening = 0; //!< both ways
    qint64 up = 0; //!< of all
    qint64 down = 0;

private:
    void onExchange(const Exchange &exchange) override
    {
        add(exchange.costCenter, exchange.down, 1);
        up += exchange.up.total();
        opening += exchange.up.isOpening ? exchange.up.total() : 0;
    }
    void onUnsent(CostCenter charge, const Amount &amount) override { add(charge, amount, -1); }
    void onSegments(CostCenter, const base::TcpTraffic &) override {}

    void add(CostCenter charge, const Amount &amount, int sign)
    {
        QVERIFY(amount.body >= 0 && amount.rest >= 0 && amount.apart.first >= 0 && amount.apart.second >= 0);
        QVERIFY(amount.apart.total() <= amount.body);
        down += sign * amount.total();
        if (amount.isOpening) {
            opening += sign * amount.total();
        } else if (charge.account == streamAccount) {
            stream.body += sign * amount.body;
            stream.rest += sign * amount.rest;
            stream.apart.first += sign * amount.apart.first;
            stream.apart.second += sign * amount.apart.second;
        }
    }
};

StreamPiece pieceOf(const QByteArray &payload)
{
    StreamPiece piece;
    piece.addOverhead("data: ");
    piece.addPayload(payload);
    piece.addOverhead("\n\n");
    piece.seal();
    return piece;
}

//! A server with a stream at /stream and an answer at /else.
class Served final : private StreamListener
{
public:
    explicit Served(const HttpLimits &limits = {}) : server(limits, {}, observer)
    {
        server.router().add("GET", "/stream", Access::Anyone, [this](const Call &, Responder responder) {
            responder.setCostCenter({streamAccount, 0});
            Response head = Response::text({});
            head.contentType = "text/event-stream; charset=utf-8";
            ++requests;
            stream = responder.stream(head, *this);
        });
        server.router().add("GET", "/else", Access::Anyone,
                            [](const Call &, Responder responder) { responder.send(Response::text("else")); });
        isListening = server.listen(QHostAddress::LocalHost, 0).isEmpty();
    }

    RecordingObserver observer;
    StreamResponder stream;
    int requests = 0;
    int ended = 0;
    int drained = 0;
    bool isListening = false;
    HttpServer server; // behind what it tells of its end

private:
    void onStreamDrained() override { ++drained; }
    void onStreamEnded() override
    {
        QVERIFY(!stream.isOpen());
        ++ended;
    }
};

QByteArray headOf(const QByteArray &bytes)
{
    return bytes.first(bytes.indexOf("\r\n\r\n") + 4);
}

} // namespace

class TestStreamResponder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comesInChunks();
    void comesBareForHttp10();
    void headOpensNothing();
    void pipelinedRequestWaits();
    void closesWhenAsked();
    void endsWithItsResponder();
    void readerGoes_data();
    void readerGoes();
    void readerWhoTakesNothingIsEvicted();
    void stalledReaderIsDropped();
    void tellsWhenAllIsTaken();
    void serverStops();
    void recordsWhatHasGoneOut();
    void overTls();

private:
    std::unique_ptr<Served> m_served;
};

void TestStreamResponder::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_served = std::make_unique<Served>();
    QVERIFY(m_served->isListening);
}

void TestStreamResponder::comesInChunks()
{
    RawClient client(m_served->server.port());
    const QByteArray request = getRequest(m_served->server.port(), "/stream");
    client.send(request);
    QTRY_VERIFY(m_served->stream.isOpen());
    QVERIFY(m_served->stream.write(pieceOf("one")));
    QVERIFY(m_served->stream.write(pieceOf("three"), {3, 2}));
    const QByteArray chunks = "b\r\ndata: one\n\n\r\nd\r\ndata: three\n\n\r\n";
    QTRY_VERIFY(client.waitForBytes(180, 10ms) && client.buffer().endsWith(chunks));
    const QByteArray head = headOf(client.buffer());
    QVERIFY(head.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(head.contains("\r\nTransfer-Encoding: chunked\r\n") && !head.contains("Content-Length")
            && !head.contains("Connection: close"));
    QCOMPARE(client.buffer().size(), head.size() + chunks.size());

    m_served->stream.record();
    QCOMPARE(m_served->observer.opening, request.size() + head.size());
    QCOMPARE(m_served->observer.stream.body, 8);
    QCOMPARE(m_served->observer.stream.apart.first, 3);
    QCOMPARE(m_served->observer.stream.apart.second, 2);
    QCOMPARE(m_served->observer.stream.total(), chunks.size());
    m_served->stream.end();
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->body, "data: one\n\ndata: three\n\n");
    QCOMPARE(m_served->observer.stream.total(), chunks.size() + 5);
    QCOMPARE(client.get("/else").value_or(HttpAnswer()).body, "else");
    QCOMPARE(m_served->observer.down, client.bytesReceived());
    QCOMPARE(m_served->observer.up, client.bytesSent());
    QCOMPARE(m_served->ended, 0);
}

void TestStreamResponder::comesBareForHttp10()
{
    RawClient client(m_served->server.port());
    client.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QTRY_VERIFY(m_served->stream.isOpen());
    QVERIFY(m_served->stream.write(pieceOf("one")));
    m_served->stream.end();
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->body, "data: one\n\n");
    QVERIFY(!answer->keepsConnection() && answer->field("transfer-encoding").isNull());
    QVERIFY(client.waitForClose());
    QCOMPARE(m_served->observer.stream.body, 3);
    QCOMPARE(m_served->observer.stream.rest, 8);
    QCOMPARE(m_served->observer.down, client.bytesReceived());
}

void TestStreamResponder::headOpensNothing()
{
    RawClient client(m_served->server.port());
    QByteArray request = getRequest(m_served->server.port(), "/stream");
    client.send(request.replace("GET", "HEAD"));
    const auto answer = client.readAnswer(true);
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->contentType(), "text/event-stream");
    QVERIFY(!m_served->stream.isOpen());
    QCOMPARE(client.get("/else").value_or(HttpAnswer()).body, "else");
}

void TestStreamResponder::pipelinedRequestWaits()
{
    RawClient client(m_served->server.port());
    const quint16 port = m_served->server.port();
    client.send(getRequest(port, "/stream") + getRequest(port, "/else"));
    QTRY_VERIFY(m_served->stream.isOpen());
    QVERIFY(m_served->stream.write(pieceOf("one")));
    QVERIFY(client.waitForBytes(100, patience));
    const qsizetype before = client.buffer().size();
    QTest::qWait(100);
    QVERIFY(client.waitForBytes(before, 10ms));
    QCOMPARE(client.buffer().size(), before);
    m_served->stream.end();
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "data: one\n\n");
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "else");
    QCOMPARE(m_served->observer.up, client.bytesSent());
    QCOMPARE(m_served->observer.down, client.bytesReceived());
}

void TestStreamResponder::closesWhenAsked()
{
    RawClient client(m_served->server.port());
    client.send(getRequest(m_served->server.port(), "/stream"));
    QTRY_VERIFY(m_served->stream.isOpen());
    m_served->stream.end(true);
    QVERIFY(client.readAnswer());
    QVERIFY(client.waitForClose());
    QCOMPARE(m_served->ended, 0);
}

void TestStreamResponder::endsWithItsResponder()
{
    RawClient client(m_served->server.port());
    client.send(getRequest(m_served->server.port(), "/stream"));
    QTRY_VERIFY(m_served->stream.isOpen());
    {
        StreamResponder other = std::move(m_served->stream);
        QVERIFY(!m_served->stream.isOpen());
        QVERIFY(other.isOpen());
        StreamResponder third;
        third = std::move(other);
        QVERIFY(third.write(pieceOf("moved")));
    }
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "data: moved\n\n");
    QVERIFY(client.isOpen());
}

void TestStreamResponder::readerGoes_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("close") << 0;
    QTest::newRow("reset") << 1;
    QTest::newRow("half close") << 2;
}

void TestStreamResponder::readerGoes()
{
    QFETCH(const int, how);
    RawClient client(m_served->server.port());
    client.send(getRequest(m_served->server.port(), "/stream"));
    QTRY_VERIFY(m_served->stream.isOpen());
    QVERIFY(m_served->stream.write(pieceOf("one")));
    QVERIFY(client.waitForBytes(100, patience));
    how == 0 ? client.close() : how == 1 ? client.reset() : client.halfClose();
    QTRY_COMPARE(m_served->ended, 1);
    QVERIFY(!m_served->stream.isOpen());
    QVERIFY(!m_served->stream.write(pieceOf("two")));
    QTRY_COMPARE(m_served->server.connectionCount(), 0);
    QCOMPARE(m_served->observer.stream.body, 3);
    if (how == 2) {
        client.take(client.buffer().size());
        QVERIFY(client.waitForClose());
    }
    QCOMPARE(m_served->observer.down, client.bytesReceived());
}

//! The client learns it from the end of the answer, and has time to read what came before.
void TestStreamResponder::readerWhoTakesNothingIsEvicted()
{
    constexpr int pieceBytes = 60'000;
    RawClient client(m_served->server.port(), 4096);
    client.send(getRequest(m_served->server.port(), "/stream"));
    QTRY_VERIFY(m_served->stream.isOpen());
    const StreamPiece piece = pieceOf(QByteArray(pieceBytes, 'x'));
    int written = 0;
    while (written < 200 && m_served->stream.write(piece))
        ++written;
    QVERIFY(written < 200);
    QVERIFY(!m_served->stream.isOpen());
    QVERIFY(written * pieceBytes > HttpLimits().maxBacklog);
    const auto answer = client.readAnswer();
    QVERIFY2(answer, qPrintable(client.fault()));
    QCOMPARE(answer->body.size(), written * (pieceBytes + 8));
    QVERIFY(client.waitForClose());
    QTRY_COMPARE(m_served->server.connectionCount(), 0);
    QCOMPARE(m_served->observer.stream.body, qint64(written) * pieceBytes);
    QCOMPARE(m_served->observer.down, client.bytesReceived());
    QCOMPARE(m_served->ended, 0); // it was told by write()
}

void TestStreamResponder::stalledReaderIsDropped()
{
    HttpLimits limits;
    limits.writeTime = 300ms;
    m_served = std::make_unique<Served>(limits);
    RawClient client(m_served->server.port(), 4096);
    client.send(getRequest(m_served->server.port(), "/stream"));
    QTRY_VERIFY(m_served->stream.isOpen());
    const StreamPiece piece = pieceOf(QByteArray(60'000, 'x'));
    while (m_served->stream.backlog() == 0)
        QVERIFY(m_served->stream.write(piece, {0, 60'000}));
    QTRY_COMPARE(m_served->ended, 1);
    QTRY_COMPARE(m_served->server.connectionCount(), 0);
    const Amount &recorded = m_served->observer.stream;
    QVERIFY(recorded.body > 0 && recorded.apart.second == recorded.body);
}

void TestStreamResponder::tellsWhenAllIsTaken()
{
    RawClient client(m_served->server.port(), 4096);
    client.send(getRequest(m_served->server.port(), "/stream"));
    QTRY_VERIFY(m_served->stream.isOpen());
    const StreamPiece piece = pieceOf(QByteArray(60'000, 'x'));
    int written = 0;
    for (; m_served->stream.backlog() == 0; ++written)
        QVERIFY(m_served->stream.write(piece));
    QCOMPARE(m_served->drained, 0);
    QVERIFY(client.waitForBytes(written * 60'000, patience));
    QTRY_COMPARE(m_served->drained, 1);
    QVERIFY(m_served->stream.isOpen() && m_served->stream.backlog() == 0);
    m_served->stream.record();
    QCOMPARE(m_served->observer.stream.body, written * 60'000);
}

void TestStreamResponder::serverStops()
{
    RawClient client(m_served->server.port());
    client.send(getRequest(m_served->server.port(), "/stream"));
    QTRY_VERIFY(m_served->stream.isOpen());
    QVERIFY(m_served->stream.write(pieceOf("last")));
    m_served->server.shutDown();
    QCOMPARE(m_served->ended, 1);
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body, "data: last\n\n");
    QVERIFY(client.waitForClose());
    QCOMPARE(m_served->observer.down, client.bytesReceived());
}

//! On a slow network, in small steps: what is recorded never decreases, and is exact at the end.
void TestStreamResponder::recordsWhatHasGoneOut()
{
    m_served->server.setLinkConditions({20ms, 5ms, 2'000'000});
    RawClient client(m_served->server.port());
    client.send(getRequest(m_served->server.port(), "/stream"));
    QTRY_VERIFY(m_served->stream.isOpen());
    constexpr int pieces = 20;
    for (int i = 0; i < pieces; ++i)
        QVERIFY(m_served->stream.write(pieceOf(QByteArray(5'000, 'x')), i < 2 ? http::Apart{5'000, 0} : http::Apart()));
    Amount before;
    int steps = 0;
    while (before.body < pieces * 5'000) {
        m_served->stream.record();
        const Amount now = m_served->observer.stream;
        QVERIFY(now.body >= before.body && now.rest >= before.rest);
        QCOMPARE(now.apart.first, std::min<qint64>(now.body, 10'000)); // first
        steps += now.body > before.body;
        before = now;
        QTest::qWait(5);
    }
    QVERIFY2(steps > 3, qPrintable(QString::number(steps)));
    m_served->stream.end();
    QCOMPARE(client.readAnswer().value_or(HttpAnswer()).body.size(), pieces * 5'008);
    QCOMPARE(m_served->observer.stream.body, pieces * 5'000);
    QCOMPARE(m_served->observer.down, client.bytesReceived());
}

void TestStreamResponder::overTls()
{
    const auto identity = tls::makeSelfSigned({{}, {QHostAddress(QHostAddress::LocalHost)}});
    QVERIFY(identity);
    const auto context = io::TlsContext::make(identity->chain, identity->key);
    m_served->server.setTls(std::get<std::shared_ptr<const io::TlsContext>>(context));
    TlsClient client(m_served->server.port());
    QVERIFY(client.shakeHands());
    QVERIFY(client.send(getRequest(m_served->server.port(), "/stream")));
    QTRY_VERIFY(m_served->stream.isOpen());
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_served->stream.write(pieceOf(QByteArray(20'000, 'x'))));
    m_served->stream.end();
    const HttpAnswer answer = client.readAnswer();
    QCOMPARE(answer.body.size(), 10 * 20'008);
    QCOMPARE(m_served->observer.stream.body, 200'000);
    QCOMPARE(m_served->observer.down, answer.size); // plain bytes
    QVERIFY(client.send(getRequest(m_served->server.port(), "/stream")));
    QTRY_VERIFY(m_served->stream.isOpen());
    client.endWriting();
    QTRY_COMPARE(m_served->ended, 1);
    QTRY_COMPARE(m_served->server.connectionCount(), 0);
}

QTEST_GUILESS_MAIN(TestStreamResponder)
#include "tst_streamresponder.moc"
