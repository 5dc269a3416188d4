// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/frame.h"
#include "server/protocol/wire/content.h"
#include "server/protocol/wire/masking.h"

#include <QTest>

using namespace pushlab;
using wire::RecordKind;
using wire::TrafficRecord;

Q_DECLARE_METATYPE(pushlab::wire::RecordKind)

namespace {

TrafficRecord recordOf(RecordKind kind, const QByteArray &bytes)
{
    TrafficRecord record;
    record.kind = kind;
    record.bytes = bytes;
    record.size = bytes.size();
    return record;
}

QByteArray maskedFrame(const QByteArray &payload)
{
    const QByteArray key = QByteArray::fromHex("37fa213d");
    QByteArray frame;
    protocol::appendFrame(frame, protocol::Opcode::Text, payload);
    frame[1] = char(frame[1] | 0x80);
    frame.insert(frame.size() - payload.size(), key);
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame[frame.size() - payload.size() + i] = char(payload[i] ^ key[i % 4]);
    return frame;
}

} // namespace

//! maskSecrets(): what goes and what stays.
class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsGo_data();
    void secretsGo();
    void framesAreMaskedAgain();
    void aMembersIdGoesWhereverItStands();
    void contentIsPutBack();
};

void TestMasking::secretsGo_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, RecordKind kind, const char *bytes, const char *shown) {
        QTest::newRow(name) << kind << QByteArray(bytes) << QByteArray(shown);
    };
    row("a bearer's token", RecordKind::Request, "GET / HTTP/1.1\r\nauthorization: Bearer abc\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\nauthorization: Bearer ***\r\nHost: h\r\n\r\n");
    row("cookies", RecordKind::Request, "GET / HTTP/1.1\r\nCookie: a=12; pushlab-pass=xyz\r\n\r\n",
        "GET / HTTP/1.1\r\nCookie: a=**; pushlab-pass=***\r\n\r\n");
    row("a cookie that is set", RecordKind::Answer, "HTTP/1.1 200 OK\r\nSet-Cookie: pushlab-pass=xyz; Path=/; HttpOnly\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSet-Cookie: pushlab-pass=***; Path=/; HttpOnly\r\n\r\n");
    row("a query", RecordKind::Request, "GET /api/rooms/a/messages?after=3&member=m1&token=t1 HTTP/1.1\r\n\r\n",
        "GET /api/rooms/a/messages?after=3&member=**&token=** HTTP/1.1\r\n\r\n");
    row("a name in escapes", RecordKind::Request, "GET /?%6dember=m1 HTTP/1.1\r\n\r\n", "GET /?%6dember=** HTTP/1.1\r\n\r\n");
    row("an address in a field", RecordKind::Request, "GET / HTTP/1.1\r\nReferer: http://h/web/a/?token=t1\r\n\r\n",
        "GET / HTTP/1.1\r\nReferer: http://h/web/a/?token=**\r\n\r\n");
    row("a form", RecordKind::Request, "POST /api/join HTTP/1.1\r\n\r\npin=1234&name=Ann",
        "POST /api/join HTTP/1.1\r\n\r\npin=****&name=Ann");
    row("JSON", RecordKind::Request, "POST /api/join HTTP/1.1\r\n\r\n{\"pin\" : \"12\\\"4\",\"name\":\"Ann\"}",
        "POST /api/join HTTP/1.1\r\n\r\n{\"pin\" : \"*****\",\"name\":\"Ann\"}");
    row("a number in JSON", RecordKind::Request, "POST /api/join HTTP/1.1\r\n\r\n{\"pin\":1234}",
        "POST /api/join HTTP/1.1\r\n\r\n{\"pin\":****}");
    row("a name in JSON's escapes", RecordKind::Request, "POST /x HTTP/1.1\r\n\r\n{\"p\\u0069n\":\"12\"}",
        "POST /x HTTP/1.1\r\n\r\n{\"p\\u0069n\":\"**\"}");
    row("the token that is given", RecordKind::Answer, "HTTP/1.1 200 OK\r\n\r\n{\"token\":\"abc\"}",
        "HTTP/1.1 200 OK\r\n\r\n{\"token\":\"***\"}");
    row("an answer in chunks, within the secret", RecordKind::Request,
        "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"pin\":\"\r\n5\r\n12\"}\n\r\n0\r\n\r\n",
        "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"pin\":\"\r\n5\r\n**\"}\n\r\n0\r\n\r\n");
    row("an event", RecordKind::Event, "12\r\ndata: {\"key\":\"k1\"}\n\n\r\n", "12\r\ndata: {\"key\":\"**\"}\n\n\r\n");
    row("what became nothing", RecordKind::Other, "GET /?pin=12 HTTP/1.1\r\nCookie: a=b", "GET /?pin=** HTTP/1.1\r\nCookie: a=*");
    row("a value that was cut", RecordKind::Request, "POST /x HTTP/1.1\r\n\r\n{\"member\":\"abc",
        "POST /x HTTP/1.1\r\n\r\n{\"member\":\"***");
    row("nothing of this", RecordKind::Answer, "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n{\"members\":3,\"text\":\"my pin\"}",
        "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n{\"members\":3,\"text\":\"my pin\"}");
}

void TestMasking::secretsGo()
{
    QFETCH(const RecordKind, kind);
    QFETCH(const QByteArray, bytes);
    const TrafficRecord masked = wire::maskSecrets(recordOf(kind, bytes));
    QTEST(masked.bytes, "shown");
    QCOMPARE(masked.size, bytes.size());
}

void TestMasking::framesAreMaskedAgain()
{
    const TrafficRecord masked = wire::maskSecrets(recordOf(RecordKind::Frame, maskedFrame(R"({"text":"a","member":"abc"})")));
    QCOMPARE(masked.bytes, maskedFrame(R"({"text":"a","member":"***"})"));
}

void TestMasking::aMembersIdGoesWhereverItStands()
{
    TrafficRecord record = recordOf(RecordKind::Request, "GET /x/a%2Fb?z=a/b HTTP/1.1\r\nX: a/b\r\n\r\nyes, a/b");
    record.memberKey = "m:a/b";
    QCOMPARE(wire::maskSecrets(record).bytes, "GET /x/*****?z=*** HTTP/1.1\r\nX: ***\r\n\r\nyes, ***");
}

void TestMasking::contentIsPutBack()
{
    const TrafficRecord record = recordOf(
        RecordKind::Request, "POST /x HTTP/1.1\r\ntransfer-encoding: Chunked\r\n\r\n2;x=y\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    wire::Content content(record);
    QCOMPARE(content.bytes(), "abc");
    content.bytes() = "xyz";
    QByteArray changed = record.bytes;
    content.writeTo(changed);
    QCOMPARE(changed, "POST /x HTTP/1.1\r\ntransfer-encoding: Chunked\r\n\r\n2;x=y\r\nxy\r\n1\r\nz\r\n0\r\n\r\n");
}

QTEST_GUILESS_MAIN(TestMasking)
#include "tst_masking.moc"
