// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/trafficexport.h"
#include "tests/support/trafficsample.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::wire;
using tests::TrafficSample;

namespace {

QJsonObject entryOf(const QByteArray &har, QStringView path)
{
    const QJsonArray entries = QJsonDocument::fromJson(har)[u"log"][u"entries"].toArray();
    for (const QJsonValue entry : entries) {
        if (entry[u"request"][u"url"].toString().contains(path))
            return entry.toObject();
    }
    return {};
}

} // namespace

//! Recorded traffic as HAR, as text, and as packets.
class TestTrafficExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesExchanges();
    void writesFrames();
    void writesAnEventStreamAsOneBody();
    void writesWhatWaits();
    void countsWhatHasNoRequest();
    void writesBinaryAsBase64();
    void keepsToTheSchema();
    void masksUnlessAskedNotTo_data();
    void masksUnlessAskedNotTo();
    void writesText();

private:
    QTemporaryDir m_directory;
};

void TestTrafficExport::writesExchanges()
{
    const QByteArray har = harExport(TrafficSample::ofEachTechnique().excerpt(), Secrets::Shown, u"9"_s);
    const QJsonObject poll = entryOf(har, u"/get/msg/");
    QCOMPARE(poll[u"request"][u"url"].toString(), u"http://192.0.2.1:8080/get/msg/?index=0&member=key-of-ann"_s);
    QCOMPARE(poll[u"request"][u"queryString"].toArray().size(), 2);
    QCOMPARE(poll[u"response"][u"status"].toInt(), 200);
    QCOMPARE(poll[u"response"][u"content"][u"text"].toString(), u"{\"msg\":[\"hello\",\"早上好\"]}"_s);
    QCOMPARE(QDateTime::fromString(poll[u"startedDateTime"].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(), 1'790'000'000'001);
    QCOMPARE(poll[u"comment"].toString(), u"Ann, short polling"_s);
    QCOMPARE(poll[u"serverIPAddress"].toString(), u"192.0.2.1"_s);
    const QJsonObject held = entryOf(har, u"wait=20");
    QCOMPARE(held[u"timings"][u"wait"].toDouble(), 1200.0);
    QCOMPARE(held[u"time"].toDouble(), 1200.0);
}

void TestTrafficExport::writesFrames()
{
    const QByteArray har = harExport(TrafficSample::ofEachTechnique().excerpt(), Secrets::Shown, u"9"_s);
    const QJsonObject socket = entryOf(har, u"/ws/chat/");
    QCOMPARE(socket[u"_resourceType"].toString(), u"websocket"_s);
    QVERIFY(socket[u"request"][u"url"].toString().startsWith("ws://[2001:db8::1]:8080/"_L1));
    const QJsonArray frames = socket[u"_webSocketMessages"].toArray();
    QCOMPARE(frames.size(), 5);
    QCOMPARE(frames[0][u"type"].toString(), u"send"_s);
    QCOMPARE(frames[0][u"data"].toString(), u"{\"message\":\"hello, 早上好\"}"_s); // without its mask
    QCOMPARE(frames[0][u"time"].toDouble(), 1'790'000'000.007);
    QCOMPARE(frames[1][u"type"].toString(), u"receive"_s);
    QCOMPARE(frames[4][u"opcode"].toInt(), 8);
}

void TestTrafficExport::writesAnEventStreamAsOneBody()
{
    const QByteArray har = harExport(TrafficSample::ofEachTechnique().excerpt(), Secrets::Shown, u"9"_s);
    const QJsonObject stream = entryOf(har, u"/events");
    const QString text = stream[u"response"][u"content"][u"text"].toString();
    QVERIFY(text.startsWith("id: 1\ndata: {\"seq\":1}\n\nid: 2\n"_L1)); // without the framing of chunks
    QVERIFY(text.endsWith("yyy\n\n"_L1));
    QCOMPARE(stream[u"response"][u"content"][u"size"].toInt(), text.size());
    QVERIFY(stream[u"response"][u"bodySize"].toInt() > text.size());
    QCOMPARE(stream[u"timings"][u"receive"].toDouble(), 898.0); // until the last event
}

void TestTrafficExport::writesWhatWaits()
{
    TrafficSample sample;
    sample.request(sample.connect(0), 0, "GET /held HTTP/1.1\r\nHost: h\r\n\r\n");
    const QJsonObject held = entryOf(harExport(sample.excerpt(), Secrets::Masked, u"9"_s), u"/held");
    QCOMPARE(held[u"response"][u"status"].toInt(-1), 0);
    QCOMPARE(held[u"response"][u"bodySize"].toInt(), -1);
}

void TestTrafficExport::countsWhatHasNoRequest()
{
    TrafficSample sample;
    const quint64 connection = sample.connect(0);
    sample.answer(connection, 0, tests::answerOf("200 OK", "text/plain", "x"));
    sample.frame(connection, 1, Direction::FromHost, "x");
    const QJsonDocument har = QJsonDocument::fromJson(harExport(sample.excerpt(), Secrets::Masked, u"9"_s));
    QVERIFY(har[u"log"][u"entries"].toArray().isEmpty());
    QVERIFY(har[u"log"][u"comment"].toString().endsWith(": 2."_L1));
}

void TestTrafficExport::writesBinaryAsBase64()
{
    TrafficSample sample;
    const quint64 connection = sample.connect(0);
    sample.request(connection, 0, "GET /binary HTTP/1.1\r\nHost: h\r\n\r\n");
    sample.answer(connection, 1, tests::answerOf("200 OK", "image/png", "\x89PNG"_ba));
    const QJsonObject content =
        entryOf(harExport(sample.excerpt(), Secrets::Masked, u"9"_s), u"/binary")[u"response"][u"content"].toObject();
    QCOMPARE(content[u"encoding"].toString(), u"base64"_s);
    QCOMPARE(QByteArray::fromBase64(content[u"text"].toString().toLatin1()), "\x89PNG"_ba);
}

void TestTrafficExport::keepsToTheSchema()
{
    TrafficSample sample = TrafficSample::ofEachTechnique();
    const quint64 connection = sample.connect(9'000'000, u"fe80::1%eth0"_s, u"fe80::2%eth0"_s);
    sample.request(connection, 9'000'000, "POST /send_msg/ HTTP/1.1\r\nContent-Length: 3\r\n\r\na=b"); // without a Host
    sample.request(connection, 9'100'000, "\x16\x03\x01"_ba); // somebody's TLS
    const QString path = m_directory.filePath(u"traffic.har"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(harExport(sample.excerpt(), Secrets::Masked, u"9"_s));
    file.close();
    QProcess check;
    const QString ofSystem = u"/usr/bin/python3"_s; // which has the distribution's packages
    check.start(QFile::exists(ofSystem) ? ofSystem : u"python3"_s, {u"-B"_s, QStringLiteral(HAR_CHECK), path});
    QVERIFY(check.waitForFinished(60'000));
    const QByteArray said = check.readAllStandardOutput() + check.readAllStandardError();
    if (check.exitCode() == 77)
        QSKIP(said.constData());
    QVERIFY2(check.exitCode() == 0, said.constData());
}

void TestTrafficExport::masksUnlessAskedNotTo_data()
{
    QTest::addColumn<QByteArray>("masked");
    QTest::addColumn<QByteArray>("shown");
    const TrafficExcerpt excerpt = TrafficSample::ofEachTechnique().excerpt();
    QTest::newRow("HAR") << harExport(excerpt, Secrets::Masked, u"9"_s) << harExport(excerpt, Secrets::Shown, u"9"_s);
    QTest::newRow("text") << textExport(excerpt, Secrets::Masked) << textExport(excerpt, Secrets::Shown);
    QTest::newRow("pcapng") << pcapngExport(excerpt, Secrets::Masked, u"9"_s) << pcapngExport(excerpt, Secrets::Shown, u"9"_s);
}

void TestTrafficExport::masksUnlessAskedNotTo()
{
    QFETCH(QByteArray, masked);
    QFETCH(QByteArray, shown);
    QVERIFY(!masked.contains("key-of-ann"));
    QVERIFY(!masked.contains("key-of-eve"));
    QVERIFY(masked.contains("member=**********"));
    QVERIFY(shown.contains("member=key-of-ann"));
}

void TestTrafficExport::writesText()
{
    TrafficSample sample;
    sample.setMember(u"Ann"_s, {}, protocol::Technique::WebSocket);
    const quint64 connection = sample.connect(0);
    sample.request(connection, 1'500, "GET / HTTP/1.1\r\nHost: h\r\n\r\n").duration = 250;
    sample.frame(connection, 2'000, Direction::ToHost, "Hello"); // RFC 6455 5.7
    QCOMPARE(textExport(sample.excerpt(), Secrets::Masked),
             "#1  2026-09-21T14:13:20.001500Z  Ann, WebSocket, to host, request, connection 1, header 27 B, payload 0 B, 0.250 ms\n"
             "    GET / HTTP/1.1\n"
             "    Host: h\n"
             "    \n"
             "    \n"
             "\n"
             "#2  2026-09-21T14:13:20.002000Z  Ann, WebSocket, to host, frame, connection 1, header 6 B, payload 5 B, 0.000 ms\n"
             "    000000  81 85 37 fa 21 3d 7f 9f 4d 51 58                 ..7.!=..MQX\n"
             "    payload:\n"
             "    Hello\n"
             "\n"_ba);
}

QTEST_GUILESS_MAIN(TestTrafficExport)
#include "tst_trafficexport.moc"
