// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/anatomyjson.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::wire;

namespace {

TrafficRecord recordOf(RecordKind kind, const QByteArray &bytes)
{
    TrafficRecord record;
    record.number = 7;
    record.connection = 3;
    record.at = 1'700'000'000'123'456;
    record.duration = 1500;
    record.kind = kind;
    record.bytes = bytes;
    record.size = bytes.size();
    record.memberKey = "m:secret-of-the-member";
    record.member = u"Ada"_s;
    return record;
}

void collectKinds(const QJsonArray &parts, QSet<QString> &kinds)
{
    for (const QJsonValue &part : parts) {
        kinds.insert(part[u"kind"].toString());
        collectKinds(part[u"parts"].toArray(), kinds);
    }
}

} // namespace

class TestAnatomyJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts();
    void record();
    void everyKindHasItsKey();
    void summaries_data();
    void summaries();
};

void TestAnatomyJson::parts()
{
    const TrafficRecord record = recordOf(RecordKind::Frame, QByteArray::fromHex("818537fa213d7f9f4d5158"));
    const QJsonArray english = encodeAnatomy(dissect(record), record.bytes, false);
    QCOMPARE(english.size(), 9);
    const QJsonObject opcode = english[4].toObject();
    QCOMPARE(opcode,
             QJsonObject({{u"kind"_s, u"opcode"_s},
                          {u"offset"_s, 0},
                          {u"size"_s, 1},
                          {u"firstBit"_s, 4},
                          {u"bits"_s, 4},
                          {u"overhead"_s, true},
                          {u"value"_s, u"1"_s},
                          {u"name"_s, u"1 Text"_s},
                          {u"purpose"_s, u"The payload is text in UTF-8. PushLab's messages come so."_s},
                          {u"section"_s, u"RFC 6455 5.6"_s}}));
    QCOMPARE(english[8][u"value"].toString(), u"Hello"_s);
    QCOMPARE(english[8][u"overhead"].toBool(true), false);
    QVERIFY(!english[8].toObject().contains(u"bits"));
    const QJsonArray chinese = encodeAnatomy(dissect(record), record.bytes, true);
    QCOMPARE(chinese[4][u"name"].toString(), u"1 文本"_s);
    const TrafficRecord request = recordOf(RecordKind::Request, "GET /a HTTP/1.1\r\nHost: b\r\n\r\n");
    const QJsonArray nested = encodeAnatomy(dissect(request), request.bytes, false);
    QCOMPARE(nested[0][u"parts"].toArray().size(), 6);
    QCOMPARE(nested[1][u"name"].toString(), u"Host"_s);
}

void TestAnatomyJson::record()
{
    const TrafficRecord frame = recordOf(RecordKind::Frame, QByteArray::fromHex("818537fa213d7f9f4d5158"));
    const QJsonObject shown = encodeRecord(frame, false);
    QCOMPARE(shown[u"number"].toInteger(), 7);
    QVERIFY(!QJsonDocument(shown).toJson().contains("secret-of-the-member"));
    QCOMPARE(QByteArray::fromBase64(shown[u"bytes"].toString().toLatin1()), frame.bytes);
    QCOMPARE(shown[u"xor"].toArray().size(), 5);
    QCOMPARE(shown[u"xor"][0], QJsonArray({0x7f, 0x37, int('H')}));
    const QJsonObject request = encodeRecord(
        recordOf(RecordKind::Request, "GET / HTTP/1.1\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"), false);
    QCOMPARE(request[u"accept"][u"accept"].toString(), u"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="_s);
    QVERIFY(!request.contains(u"xor"));
    QVERIFY(!encodeRecord(recordOf(RecordKind::Request, "GET / HTTP/1.1\r\n\r\n"), true).contains(u"accept"));
}

void TestAnatomyJson::everyKindHasItsKey()
{
    QList<Part> parts;
    for (int i = 0; i < partKinds; ++i) {
        Part part;
        part.kind = PartKind(i);
        part.size = 1;
        parts.append(part);
    }
    QSet<QString> kinds;
    collectKinds(encodeAnatomy(parts, "x", false), kinds);
    QCOMPARE(kinds.size(), partKinds);
    QVERIFY(!kinds.contains(QString()));
}

void TestAnatomyJson::summaries_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("request") << RecordKind::Request
                             << QByteArray("GET /api/rooms/lobby/messages?member=M HTTP/1.1\r\nHost: a\r\n\r\n")
                             << u"GET /api/rooms/lobby/messages"_s;
    QTest::newRow("answer") << RecordKind::Answer << QByteArray("HTTP/1.1 404 Not Found\r\n\r\n") << u"404 Not Found"_s;
    QTest::newRow("text") << RecordKind::Frame << QByteArray::fromHex("810548656c6c6f") << u"Text, 5 B"_s;
    QTest::newRow("close") << RecordKind::Frame << QByteArray::fromHex("880203e8") << u"Close 1000, 2 B"_s;
    QTest::newRow("event") << RecordKind::Event << QByteArray("10\r\nid: 5\ndata: {}\n\n\r\n") << u"id 5"_s;
    QTest::newRow("control") << RecordKind::Event << QByteArray("event: control\nid: 5\ndata: {}\n\n") << u"event control"_s;
    QTest::newRow("comment") << RecordKind::Event << QByteArray(": still here\n\n") << u": still here"_s;
    QTest::newRow("long") << RecordKind::Request << QByteArray("GET /" + QByteArray(9000, 'a')) << u"GET /"_s + QString(195, u'a');
    QTest::newRow("nothing") << RecordKind::Other << QByteArray("\x16\x03") << QString();
}

void TestAnatomyJson::summaries()
{
    QFETCH(RecordKind, kind);
    QFETCH(QByteArray, bytes);
    QTEST(summary(recordOf(kind, bytes)), "expected");
}

QTEST_GUILESS_MAIN(TestAnatomyJson)
#include "tst_anatomyjson.moc"
