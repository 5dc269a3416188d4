// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "badrequests.h"

#include "server/http/requestparser.h"
#include "server/protocol/limits.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pushlab::http;
using State = RequestParser::State;

namespace {

//! The complete observable state of a parser.
struct Outcome
{
    State state = State::Head;
    qsizetype taken = 0; // with an error: not compared
    int status = 0;
    QByteArray code;
    QByteArray request; // written out

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

QByteArray describe(const Request &request)
{
    return request.method().toByteArray() + ' ' + request.path().toByteArray() + '?' + request.query().toByteArray()
        + " host=" + request.host().toByteArray() + " minor=" + QByteArray::number(request.minorVersion())
        + (request.keepAlive() ? " keep" : " close") + (request.expectsContinue() ? " expect" : "") + " body=" + request.body();
}

//! Feeds the pieces until one is not used completely.
Outcome parse(RequestParser &parser, const QList<QByteArrayView> &pieces)
{
    Outcome outcome;
    for (const QByteArrayView piece : pieces) {
        const qsizetype taken = parser.feed(piece);
        outcome.taken += taken;
        if (taken < piece.size())
            break;
    }
    outcome.state = parser.state();
    if (outcome.state == State::Error) {
        outcome.taken = 0;
        outcome.status = parser.error().status;
        outcome.code = parser.error().code;
    }
    if (outcome.state == State::Body || outcome.state == State::Complete)
        outcome.request = describe(parser.request());
    return outcome;
}

Outcome parse(const QList<QByteArrayView> &pieces)
{
    RequestParser parser;
    return parse(parser, pieces);
}

QList<QByteArrayView> singleBytes(QByteArrayView bytes)
{
    QList<QByteArrayView> pieces;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        pieces.append(bytes.sliced(i, 1));
    return pieces;
}

//! Whether the bytes give the same result for every way of splitting; with very many bytes, only some ways are tried.
void compareCuts(const QByteArray &wire, const Outcome &whole)
{
    QVERIFY2(parse(singleBytes(wire)) == whole, "byte by byte");
    const qsizetype step = wire.size() > 2000 ? wire.size() / 100 : 1;
    for (qsizetype cut = 1; cut < wire.size(); cut += step) {
        const QByteArrayView view = wire;
        const Outcome inTwo = parse({view.first(cut), view.sliced(cut)});
        QVERIFY2(inTwo == whole, qPrintable(QStringLiteral("cut at %1: %2").arg(cut).arg(QString::fromLatin1(inTwo.code))));
    }
}

} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesGoodRequests_data();
    void takesGoodRequests();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void tellsFaultsEarly_data();
    void tellsFaultsEarly();
    void stopsBetweenPipelinedRequests();
    void goesThroughTheStates();
    void findsFields();
    void knowsHeadBeforeItIsComplete_data() { refusesBadRequests_data(); }
    void knowsHeadBeforeItIsComplete();
    void feedsHeadAlone();
    void knowsWhatCameBeforeAFault_data();
    void knowsWhatCameBeforeAFault();
    void isNewAfterReset();
    void leavesEmptyLinesOutOfARequest();
    void takesTheLargestHeadAndBody();
    void standsGarbage();
    void standsDamagedRequests();
};

void TestRequestParser::takesGoodRequests_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("request");

    const auto row = [](const char *name, const QByteArray &wire, const QByteArray &request) {
        QTest::newRow(name) << wire << request;
    };
    const QByteArray end = "Host: h\r\n\r\n";
    row("shortest", "GET / HTTP/1.1\r\n" + end, "GET /? host=h minor=1 keep body=");
    row("query", "GET /send/msg/?text=a%20b&x=?/ HTTP/1.1\r\n" + end, "GET /send/msg/?text=a%20b&x=?/ host=h minor=1 keep body=");
    row("unknown method", "BREW /pot HTTP/1.1\r\n" + end, "BREW /pot? host=h minor=1 keep body=");
    row("empty line before", "\r\nGET / HTTP/1.1\r\n" + end, "GET /? host=h minor=1 keep body=");
    row("four empty lines before", "\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n" + end, "GET /? host=h minor=1 keep body=");
    row("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", "GET /? host= minor=0 close body=");
    row("HTTP/1.0 keep-alive", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "GET /? host= minor=0 keep body=");
    row("HTTP/1.0 with both", "GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n", "GET /? host= minor=0 close body=");
    row("HTTP/1.9", "GET /a HTTP/1.9\r\n" + end, "GET /a? host=h minor=1 keep body=");
    row("close", "GET / HTTP/1.1\r\nConnection: x, Close\r\n" + end, "GET /? host=h minor=1 close body=");
    row("close in a second field", "GET / HTTP/1.1\r\nConnection: x\r\nconnection: close\r\n" + end,
        "GET /? host=h minor=1 close body=");
    row("proxy's close is not ours", "GET / HTTP/1.1\r\nProxy-Connection: close\r\n" + end, "GET /? host=h minor=1 keep body=");
    row("absolute target", "GET http://t:80/a?b HTTP/1.1\r\n" + end, "GET /a?b host=t:80 minor=1 keep body=");
    row("absolute target without path", "GET http://t?b HTTP/1.1\r\n" + end, "GET /?b host=t minor=1 keep body=");
    row("asterisk", "OPTIONS * HTTP/1.1\r\n" + end, "OPTIONS *? host=h minor=1 keep body=");
    row("IPv6 host", "GET / HTTP/1.1\r\nHost: [::1]:8000\r\n\r\n", "GET /? host=[::1]:8000 minor=1 keep body=");
    row("blanks around a value", "GET / HTTP/1.1\r\nHost: \t h\t \r\n\r\n", "GET /? host=h minor=1 keep body=");
    row("no blank before a value", "GET / HTTP/1.1\r\nHost:h\r\n\r\n", "GET /? host=h minor=1 keep body=");
    row("empty values", "GET / HTTP/1.1\r\nA:\r\nB: \t\r\n" + end, "GET /? host=h minor=1 keep body=");
    row("UTF-8 in a value", "GET / HTTP/1.1\r\nA: \xc3\xa9\t\xff\r\n" + end, "GET /? host=h minor=1 keep body=");
    row("length 0", "POST / HTTP/1.1\r\nContent-Length: 0\r\n" + end, "POST /? host=h minor=1 keep body=");
    row("length", "POST / HTTP/1.1\r\nContent-Length: 5\r\n" + end + "ab\r\nc", "POST /? host=h minor=1 keep body=ab\r\nc");
    row("length with zeros", "POST / HTTP/1.1\r\nContent-Length: 0003\r\n" + end + "abc", "POST /? host=h minor=1 keep body=abc");
    row("same length twice", "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3, 3\r\n" + end + "abc",
        "POST /? host=h minor=1 keep body=abc");
    row("body of HTTP/1.0", "POST / HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc", "POST /? host= minor=0 close body=abc");
    row("expect", "POST / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n" + end + "a",
        "POST /? host=h minor=1 keep expect body=a");
    row("empty expectation", "POST / HTTP/1.1\r\nExpect:\r\nContent-Length: 1\r\n" + end + "a", "POST /? host=h minor=1 keep body=a");
    row("expect with empty elements", "POST / HTTP/1.1\r\nExpect: , 100-continue,\r\nContent-Length: 1\r\n" + end + "a",
        "POST /? host=h minor=1 keep expect body=a");
    row("empty elements of Connection", "GET / HTTP/1.1\r\nConnection: , close ,\r\n" + end, "GET /? host=h minor=1 close body=");
    row("empty Connection", "GET / HTTP/1.1\r\nConnection:\r\n" + end, "GET /? host=h minor=1 keep body=");
    row("empty elements of Transfer-Encoding", "POST / HTTP/1.1\r\nTransfer-Encoding: , chunked,\r\n" + end + "0\r\n\r\n",
        "POST /? host=h minor=1 keep body=");
    row("absolute https target", "GET https://t/a?b HTTP/1.1\r\n" + end, "GET /a?b host=t minor=1 keep body=");
    row("expect without body", "GET / HTTP/1.1\r\nExpect: 100-continue\r\n" + end, "GET /? host=h minor=1 keep body=");
    row("expect in HTTP/1.0", "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\na",
        "POST /? host= minor=0 close body=a");

    const QByteArray chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n" + end;
    row("no chunk", chunked + "0\r\n\r\n", "POST /? host=h minor=1 keep body=");
    row("chunks", chunked + "3\r\nabc\r\nA\r\n0123456789\r\n000\r\n\r\n", "POST /? host=h minor=1 keep body=abc0123456789");
    row("chunk of line ends", chunked + "4\r\n\r\n\r\n\r\n0\r\n\r\n", "POST /? host=h minor=1 keep body=\r\n\r\n");
    row("chunk extensions", chunked + "1;a;b=c ; d=\"e;\\\"\xc3\xa9\"\r\na\r\n0;x\r\n\r\n", "POST /? host=h minor=1 keep body=a");
    row("trailers", chunked + "1\r\na\r\n0\r\nConnection: close\r\nHost: other\r\n\r\n", "POST /? host=h minor=1 keep body=a");
}

void TestRequestParser::takesGoodRequests()
{
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, request);

    const Outcome whole = parse({QByteArrayView(wire)});
    QCOMPARE(whole.code, QByteArray());
    QCOMPARE(whole.state, State::Complete);
    QCOMPARE(whole.request, request);
    QCOMPARE(whole.taken, wire.size());
    compareCuts(wire, whole);
    const QByteArray pipelined = wire + "GET /next";
    QVERIFY2(parse({QByteArrayView(pipelined)}) == whole, "takes what follows");
}

void TestRequestParser::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");

    for (const BadRequest &bad : badRequests())
        QTest::newRow(bad.name) << bad.wire << bad.status << bad.code;
}

void TestRequestParser::refusesBadRequests()
{
    QFETCH(QByteArray, wire);

    RequestParser parser;
    const Outcome whole = parse(parser, {QByteArrayView(wire)});
    QCOMPARE(whole.state, State::Error);
    QTEST(whole.code, "code");
    QTEST(whole.status, "status");
    QVERIFY(parser.error().text.size() > 20);
    QCOMPARE(parser.feed("GET / HTTP/1.1\r\n"), 0);
    compareCuts(wire, whole);
}

void TestRequestParser::tellsFaultsEarly_data()
{
    QTest::addColumn<QByteArray>("wire"); // the fault shows with its last byte

    QTest::newRow("byte") << QByteArray("GET /\x01");
    QTest::newRow("first byte") << QByteArray("\x16");
    QTest::newRow("request line") << QByteArray("GET  / HTTP/1.1\r\n");
    QTest::newRow("version") << QByteArray("GET / HTTP/3.0\r\n");
    QTest::newRow("line end") << QByteArray("GET / HTTP/1.1\n");
    QTest::newRow("fold") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n ");
    QTest::newRow("field") << QByteArray("GET / HTTP/1.1\r\nA : b\r\nC");
    QTest::newRow("length") << QByteArray("GET / HTTP/1.1\r\nContent-Length: x\r\nC");
    QTest::newRow("chunk size") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n");
    QTest::newRow("chunk end") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab");
    QTest::newRow("declared length") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 262145\r\n\r\n");
    QTest::newRow("chunk too large") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n40001\r\n");
}

void TestRequestParser::tellsFaultsEarly()
{
    QFETCH(QByteArray, wire);
    RequestParser parser;
    parser.feed(wire.chopped(1));
    QVERIFY(parser.state() != State::Error);
    parser.feed(QByteArrayView(wire).last(1));
    QCOMPARE(parser.state(), State::Error);
}

void TestRequestParser::stopsBetweenPipelinedRequests()
{
    const QByteArray first = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc";
    const QByteArray second = "POST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nd\r\n0\r\n\r\n";
    const QByteArray third = "GET /c HTTP/1.1\r\nHost: h\r\n\r\n";
    const QByteArray wire = first + second + third;

    for (qsizetype cut = 0; cut < wire.size(); ++cut) {
        RequestParser parser;
        QList<QByteArray> seen;
        QByteArrayView rest = QByteArrayView(wire).first(cut);
        for (const bool last : {false, true}) {
            for (;;) {
                rest = rest.sliced(parser.feed(rest));
                if (parser.state() != State::Complete)
                    break;
                seen.append(describe(parser.takeRequest()));
            }
            QVERIFY(rest.isEmpty());
            if (!last)
                rest = QByteArrayView(wire).sliced(cut);
        }
        QCOMPARE(seen,
                 (QList<QByteArray>{"POST /a? host=h minor=1 keep body=abc", "POST /b? host=h minor=1 keep body=d",
                                    "GET /c? host=h minor=1 keep body="}));
        QVERIFY(!parser.isMidRequest());
    }
}

void TestRequestParser::goesThroughTheStates()
{
    RequestParser parser;
    QCOMPARE(parser.state(), State::Head);
    QVERIFY(!parser.isMidRequest());
    QCOMPARE(parser.feed("P"), 1);
    QVERIFY(parser.isMidRequest());
    const QByteArray rest = "OST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    QCOMPARE(parser.feed(rest), rest.size());
    QCOMPARE(parser.state(), State::Body);
    QVERIFY(parser.request().expectsContinue());
    QCOMPARE(parser.request().path(), QByteArrayView("/"));
    QCOMPARE(parser.feed("a"), 1);
    QCOMPARE(parser.state(), State::Body);
    QCOMPARE(parser.feed("bc"), 1);
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.feed("c"), 0);
    QVERIFY(parser.isMidRequest());
    const Request request = parser.takeRequest();
    QCOMPARE(request.body(), QByteArray("ab"));
    QCOMPARE(parser.state(), State::Head);
    QVERIFY(!parser.isMidRequest());
}

void TestRequestParser::findsFields()
{
    RequestParser parser;
    parser.feed("HEAD / HTTP/1.1\r\nhOST: h\r\nAccept: a\r\nAccept: b , c\r\nEmpty:\r\n\r\n");
    QCOMPARE(parser.state(), State::Complete);
    const Request request = parser.takeRequest();
    QVERIFY(request.isHead());
    QCOMPARE(request.field("Host"), QByteArrayView("h"));
    QCOMPARE(request.field("accept"), QByteArrayView("a"));
    QVERIFY(request.field("Empty").isEmpty());
    QVERIFY(!request.field("Empty").isNull());
    QVERIFY(request.field("None").isNull());
    QVERIFY(request.fieldHasToken("Accept", "A"));
    QVERIFY(request.fieldHasToken("ACCEPT", "c"));
    QVERIFY(!request.fieldHasToken("Accept", "d"));
    QVERIFY(!request.fieldHasToken("Accept", "b , c"));
    QVERIFY(!request.fieldHasToken("None", ""));

    const Request copy = request; // a value: it owns its bytes
    parser.feed("GET /other HTTP/1.1\r\nHost: other\r\n\r\n");
    QCOMPARE(copy.host(), QByteArrayView("h"));
    QCOMPARE(Request().method(), QByteArrayView(""));
}

// RFC 9110 9.3.2: its answer has no body, whatever is wrong with it.
void TestRequestParser::knowsHeadBeforeItIsComplete()
{
    QFETCH(QByteArray, wire);
    for (const QByteArrayView method : {"GET ", "POST "}) {
        if (!wire.startsWith(method))
            continue;
        const QByteArray asHead = "HEAD " + wire.sliced(method.size());
        const QByteArray lineBefore = "\r\n" + asHead;
        for (const auto &pieces : {QList<QByteArrayView>{QByteArrayView(asHead)}, singleBytes(asHead), singleBytes(lineBefore)}) {
            RequestParser parser;
            QCOMPARE(parse(parser, pieces).state, State::Error);
            QVERIFY(parser.isHead());
            parser.reset();
            QVERIFY(!parser.isHead());
        }
    }
    RequestParser parser;
    (void)parse(parser, {QByteArrayView(wire)});
    QVERIFY(!parser.isHead());
}

void TestRequestParser::feedsHeadAlone()
{
    const QByteArray head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n";
    RequestParser parser;
    QCOMPARE(parser.feedHead(QByteArray(head + "ab")), head.size());
    QCOMPARE(parser.state(), State::Body);
    QCOMPARE(parser.feedHead("ab"), 0);
    QCOMPARE(parser.feed("ab"), 2);
    QCOMPARE(parser.takeRequest().body(), QByteArray("ab"));
}

void TestRequestParser::knowsWhatCameBeforeAFault_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("known"); // method, path, Accept

    const auto row = [](const char *name, const QByteArray &wire, const QByteArray &known) {
        QTest::newRow(name) << wire << known;
    };
    const QByteArray accept = "GET /a?b HTTP/1.1\r\nAccept: text/html\r\n";
    row("nothing yet", "", "  ");
    row("no request", "nonsense\r\n", "  ");
    row("half a request line", "GET /a", "  ");
    row("half a field", accept + "Ho", "GET /a text/html");
    row("no Host", accept + "\r\n", "GET /a text/html");
    row("bad field", accept + "Host : h\r\n\r\n", "GET /a text/html");
    row("field before the one that counts", "GET /a HTTP/1.1\r\nHost: /\r\nAccept: text/html\r\n\r\n", "GET /a ");
    row("control character", accept + "A: \x01\r\n\r\n", "GET /a text/html");
    row("too large", accept + "Cookie: " + QByteArray(17'000, 'x') + "\r\n\r\n", "GET /a text/html");
    row("too large before it", "GET /a HTTP/1.1\r\nCookie: " + QByteArray(17'000, 'x') + "\r\nAccept: text/html\r\n\r\n", "GET /a ");
    row("target too long", "GET /" + QByteArray(17'000, 'x') + " HTTP/1.1\r\nAccept: text/html\r\n\r\n", "  ");
    row("unknown coding", accept + "Host: h\r\nTransfer-Encoding: gzip\r\n\r\n", "GET /a text/html");
    row("body too large", accept + "Host: h\r\nContent-Length: 300000\r\n\r\n", "GET /a text/html");
    row("bad chunk", accept + "Host: h\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "GET /a text/html");
    row("half a body", accept + "Host: h\r\nContent-Length: 3\r\n\r\na", "GET /a text/html");
    row("HTTP/1.9", "GET /a HTTP/1.9\r\nAccept: text/html\r\n\r\n", "GET /a text/html");
}

void TestRequestParser::knowsWhatCameBeforeAFault()
{
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, known);
    for (const QList<QByteArrayView> &pieces : {QList<QByteArrayView>{wire}, singleBytes(wire)}) {
        RequestParser parser;
        for (const QByteArrayView piece : pieces) {
            const QByteArray gone = piece.toByteArray(); // the bytes do not stay where they were
            (void)parser.feed(gone);
        }
        QVERIFY(parser.state() != State::Complete);
        const Request request = parser.partialRequest();
        QCOMPARE(QByteArray(request.method() + ' ' + request.path() + ' ' + request.field("Accept")), known);
    }
}

void TestRequestParser::isNewAfterReset()
{
    for (const QByteArray &before : {QByteArray("bad\n"), QByteArray("GET / HTTP/1.1\r\nHost: x\r\n"),
                                     QByteArray("GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")}) {
        RequestParser parser;
        parser.feed(before);
        parser.reset();
        QVERIFY(!parser.isMidRequest());
        parser.feed("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(parser.state(), State::Complete);
        QCOMPARE(describe(parser.request()), QByteArray("GET /? host=h minor=1 keep body="));
    }
}

void TestRequestParser::leavesEmptyLinesOutOfARequest()
{
    RequestParser parser;
    QCOMPARE(parser.feed("\r\n"), 2);
    QVERIFY(!parser.isMidRequest());
    QCOMPARE(parser.feed("\r"), 1);
    QCOMPARE(parser.feed("\n"), 1);
    QVERIFY(!parser.isMidRequest());
}

void TestRequestParser::takesTheLargestHeadAndBody()
{
    const QByteArray start = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 262144\r\nA: ";
    const QByteArray head = start + QByteArray(pushlab::protocol::maxHeaderBytes - start.size() - 4, 'b') + "\r\n\r\n";
    const QByteArray body(pushlab::protocol::maxBodyBytes, 'c');
    const QByteArray wire = head + body;

    RequestParser whole;
    QCOMPARE(whole.feed(wire), wire.size());
    QCOMPARE(whole.state(), State::Complete);
    QCOMPARE(whole.takeRequest().body(), body);

    RequestParser bytewise;
    QCOMPARE(parse(bytewise, singleBytes(wire)).state, State::Complete);
    QCOMPARE(bytewise.takeRequest().body(), body);

    QByteArray chunked = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (qsizetype i = 0; i < body.size(); ++i)
        chunked += "1\r\nc\r\n";
    chunked += "0\r\n\r\n";
    RequestParser inChunks;
    QCOMPARE(inChunks.feed(chunked), chunked.size());
    QCOMPARE(inChunks.state(), State::Complete);
    QCOMPARE(inChunks.takeRequest().body(), body);
}

void TestRequestParser::standsGarbage()
{
    QRandomGenerator random(20260101);
    constexpr QByteArrayView alphabet = "GET / HTTP/1.1\r\n: ,;=0123abcHost\x00\x7f\xff\"";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray wire;
        const int size = random.bounded(60);
        for (int i = 0; i < size; ++i)
            wire += round % 2 == 0 ? alphabet[random.bounded(int(alphabet.size()))] : char(random.bounded(256));
        QVERIFY(parse({QByteArrayView(wire)}) == parse(singleBytes(wire)));
    }
}

void TestRequestParser::standsDamagedRequests()
{
    QRandomGenerator random(20260102);
    const QByteArray good =
        "POST /a?b=c HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5;x=\"y\"\r\nabcde\r\n0\r\nT: u\r\n\r\n";
    constexpr QByteArrayView bytes = "\r\n \t:;,=\"0f-Z\x01\xc3";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray wire = good;
        for (int damage = random.bounded(1, 4); damage > 0; --damage) {
            const int place = random.bounded(int(wire.size()));
            const char byte = bytes[random.bounded(int(bytes.size()))];
            const int kind = random.bounded(3);
            if (kind == 0)
                wire[place] = byte;
            else if (kind == 1)
                wire.insert(place, byte);
            else
                wire.remove(place, 1);
        }
        const Outcome whole = parse({QByteArrayView(wire)});
        const int cut = random.bounded(int(wire.size()));
        QVERIFY2(parse(singleBytes(wire)) == whole, wire.constData());
        QVERIFY2(parse({QByteArrayView(wire).first(cut), QByteArrayView(wire).sliced(cut)}) == whole, wire.constData());
    }
}

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
