// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/pcapngwriter.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/trafficsample.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::wire;
using tests::TrafficSample;

namespace {

struct ReadPacket
{
    qint64 at = 0;
    QByteArray bytes;
    qsizetype size = 0;
    QByteArray comment;
};

QByteArray written(const TrafficExcerpt &excerpt)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    PcapngWriter writer(file, "PushLab test");
    if (!writer.write(excerpt) || !writer.finish())
        return {};
    return file.data();
}

quint32 little(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

//! The packets of a file of whole blocks; nothing when it is none.
QList<ReadPacket> packetsOf(const QByteArray &file)
{
    QList<ReadPacket> packets;
    qsizetype at = 0;
    while (at + 12 <= file.size()) {
        const qsizetype length = little(file, at + 4);
        if (length % 4 != 0 || at + length > file.size() || little(file, at + length - 4) != length)
            return {};
        if (little(file, at) == 6) {
            const qsizetype kept = little(file, at + 20);
            ReadPacket packet{qint64(quint64(little(file, at + 12)) << 32 | little(file, at + 16)),
                              file.mid(at + 28, kept),
                              little(file, at + 24),
                              {}};
            const qsizetype option = at + 28 + (kept + 3) / 4 * 4;
            if (qFromLittleEndian<quint16>(file.constData() + option) == 1)
                packet.comment = file.mid(option + 4, qFromLittleEndian<quint16>(file.constData() + option + 2));
            packets.append(packet);
        }
        at += length;
    }
    return at == file.size() ? packets : QList<ReadPacket>();
}

quint32 big(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

//! tshark's fields of every packet, tab-separated, one a line.
QByteArray readByTshark(const QString &path, const QStringList &arguments)
{
    QProcess tshark;
    tshark.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    tshark.start(u"tshark"_s, QStringList{u"-n"_s, u"-r"_s, path} + arguments);
    return tshark.waitForFinished(60'000) && tshark.exitCode() == 0 ? tshark.readAllStandardOutput() : QByteArray();
}

} // namespace

//! Files that Wireshark opens.
class TestPcapngWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndClosesAConnection();
    void beginsAtItsOffset();
    void countsPastFourGibibytes();
    void saysWhatWasCut();
    void acknowledgesAfterAWhile();
    void isInTheOrderOfTime();
    void isTheSameInPieces();
    void endsWithAWholeBlockOnAFullDisk();
    void isReadByTshark();
    void isDecodedByTshark();

private:
    QTemporaryDir m_directory;
};

void TestPcapngWriter::opensAndClosesAConnection()
{
    TrafficSample sample;
    sample.setMember(u"Ann"_s, "k", protocol::Technique::Polling);
    const quint64 connection = sample.connect(0);
    sample.request(connection, 1'000, QByteArray(3'000, 'q'));
    sample.answer(connection, 2'000, "answer");
    sample.close(connection, 3'000);
    const QList<ReadPacket> packets = packetsOf(written(sample.excerpt()));
    QList<int> flags;
    QList<qsizetype> sizes;
    QList<qint64> times;
    for (const ReadPacket &packet : packets) {
        QCOMPARE(packet.bytes.size(), packet.size);
        QCOMPARE(qsizetype(qFromBigEndian<quint16>(packet.bytes.constData() + 2)), packet.size); // IPv4's total length
        flags.append(uchar(packet.bytes[33]));
        sizes.append(packet.size - 20 - (uchar(packet.bytes[32]) >> 4) * 4);
        times.append(packet.at - TrafficSample::start);
    }
    QCOMPARE(flags, (QList<int>{0x02, 0x12, 0x10, 0x10, 0x10, 0x10, 0x18, 0x18, 0x11, 0x11, 0x10}));
    QCOMPARE(sizes, (QList<qsizetype>{0, 0, 0, 1460, 1460, 0, 80, 6, 0, 0, 0}));
    QCOMPARE(times, (QList<qint64>{0, 0, 0, 1'000, 1'000, 1'000, 1'000, 2'000, 3'000, 3'000, 3'000}));
    QCOMPARE(big(packets[3].bytes, 24), big(packets[0].bytes, 24) + 1); // sequence numbers
    QCOMPARE(big(packets[7].bytes, 28), big(packets[0].bytes, 24) + 3'001); // what the answer acknowledges
    QCOMPARE(packets[3].comment, "record 1, Ann, short polling"_ba);
    QVERIFY(packets[4].comment.isEmpty());
    QVERIFY(!written(sample.excerpt()).contains("k,"));
}

void TestPcapngWriter::beginsAtItsOffset()
{
    TrafficSample whole;
    whole.request(whole.connect(0), 0, "q");
    const quint32 first = big(packetsOf(written(whole.excerpt())).constFirst().bytes, 24);

    TrafficSample sample;
    const quint64 connection = sample.connect(0);
    sample.skip(connection, Direction::ToHost, 700);
    sample.request(connection, 1'000, "request");
    const QList<ReadPacket> packets = packetsOf(written(sample.excerpt()));
    QCOMPARE(packets.size(), 1); // without an opening, nor an answer by a side of which nothing is known
    QCOMPARE(big(packets[0].bytes, 24), first + 701);
}

void TestPcapngWriter::countsPastFourGibibytes()
{
    TrafficSample sample;
    const quint64 connection = sample.connect(0);
    sample.request(connection, 0, "q");
    sample.skip(connection, Direction::ToHost, (1LL << 32) - 1);
    sample.request(connection, 1'000, "request");
    const QList<ReadPacket> packets = packetsOf(written(sample.excerpt()));
    QCOMPARE(big(packets[4].bytes, 24), big(packets[0].bytes, 24) + 1);
    QCOMPARE(packets[4].bytes.sliced(40), "request"_ba);
}

void TestPcapngWriter::saysWhatWasCut()
{
    TrafficSample sample;
    const quint64 connection = sample.connect(0);
    sample.request(connection, 0, QByteArray(TrafficRecord::maxKept + 10'000, 'q'));
    const QList<ReadPacket> packets = packetsOf(written(sample.excerpt()));
    qint64 kept = 0;
    qint64 size = 0;
    for (const ReadPacket &packet : packets.sliced(3)) {
        kept += packet.bytes.size() - 40;
        size += packet.size - 40;
    }
    QCOMPARE(kept, TrafficRecord::maxKept);
    QCOMPARE(size, TrafficRecord::maxKept + 10'000);
    QVERIFY(packets[3].comment.endsWith(", 262144 of 272144 bytes kept"));
}

void TestPcapngWriter::acknowledgesAfterAWhile()
{
    TrafficSample sample;
    const quint64 held = sample.connect(0);
    sample.request(held, 0, "request");
    const quint64 other = sample.connect(100'000);
    sample.request(other, 100'000, "request");
    sample.answer(held, 5'000'000, "answer");
    const QList<ReadPacket> packets = packetsOf(written(sample.excerpt()));
    QList<qint64> times;
    for (const ReadPacket &packet : packets)
        times.append(packet.at - TrafficSample::start);
    QCOMPARE(times, (QList<qint64>{0, 0, 0, 0, 40'000, 100'000, 100'000, 100'000, 100'000, 140'000, 5'000'000, 5'040'000}));
}

void TestPcapngWriter::isInTheOrderOfTime()
{
    TrafficSample sample;
    const quint64 early = sample.connect(0);
    const quint64 late = sample.connect(1'000);
    sample.request(late, 3'000, QByteArray(5'000, 'q')).duration = 50'000;
    sample.request(early, 2'000, "request");
    sample.answer(late, 60'000, "answer");
    const QList<ReadPacket> packets = packetsOf(written(sample.excerpt()));
    QCOMPARE(packets.first().at, TrafficSample::start);
    QVERIFY(std::is_sorted(packets.begin(), packets.end(), [](auto &one, auto &other) { return one.at < other.at; }));
}

// As a host that records for hours writes it.
void TestPcapngWriter::isTheSameInPieces()
{
    const TrafficExcerpt whole = TrafficSample::ofEachTechnique().excerpt();
    QBuffer file;
    QVERIFY(file.open(QIODevice::WriteOnly));
    PcapngWriter writer(file, "PushLab test");
    QList<TrafficConnection> open = whole.connections;
    for (const TrafficRecord &record : whole.records) {
        for (TrafficConnection &connection : open) {
            if (connection.closed > 0 && connection.closed <= record.at) {
                QVERIFY(writer.close(connection));
                connection.closed = 0;
            }
        }
        TrafficConnection connection = whole.connections[qsizetype(record.connection) - 1];
        connection.closed = 0;
        QVERIFY(writer.write({.connections = {connection}, .records = {record}}));
        QVERIFY(writer.write({.connections = {connection}, .records = {record}})); // told again, as when it has changed
    }
    for (const TrafficConnection &connection : open) {
        if (connection.closed > 0)
            QVERIFY(writer.close(connection));
    }
    QVERIFY(writer.finish());
    QCOMPARE(writer.size(), file.size());
    const QList<ReadPacket> packets = packetsOf(file.data());
    const QList<ReadPacket> atOnce = packetsOf(written(whole));
    QCOMPARE(packets.size(), atOnce.size());
    for (qsizetype i = 0; i < packets.size(); ++i) {
        QCOMPARE(packets[i].comment, atOnce[i].comment);
        QCOMPARE(packets[i].at, atOnce[i].at);
        QCOMPARE(packets[i].bytes, atOnce[i].bytes);
    }
    QCOMPARE(file.data(), written(whole));
}

void TestPcapngWriter::endsWithAWholeBlockOnAFullDisk()
{
    const TrafficExcerpt excerpt = TrafficSample::ofEachTechnique().excerpt();
    const QString path = m_directory.filePath(u"full.pcapng"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    PcapngWriter writer(file, "PushLab test");
    {
        const tests::FileSizeLimit full(3'000);
        bool isWritten = true;
        for (const TrafficRecord &record : excerpt.records)
            isWritten = isWritten && writer.write({.connections = excerpt.connections, .records = {record}});
        QVERIFY(!isWritten);
    }
    QVERIFY(!writer.error().isEmpty());
    QVERIFY(!writer.write(excerpt)); // also where there is room again
    QVERIFY(!writer.finish());
    file.close();
    QFile again(path);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QVERIFY(again.size() > 500 && again.size() <= 3'000);
    QVERIFY(!packetsOf(again.readAll()).isEmpty());
}

// Checksums, and all that tshark has to say against a packet.
void TestPcapngWriter::isReadByTshark()
{
    if (QStandardPaths::findExecutable(u"tshark"_s).isEmpty())
        QSKIP("tshark is not installed");
    const TrafficExcerpt excerpt = TrafficSample::ofEachTechnique().excerpt();
    const QString path = m_directory.filePath(u"techniques.pcapng"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(written(excerpt));
    file.close();
    const QByteArray read = readByTshark(path, {u"-o"_s, u"tcp.check_checksum:TRUE"_s,
                                                u"-o"_s, u"ip.check_checksum:TRUE"_s,
                                                u"-T"_s, u"fields"_s,
                                                u"-e"_s, u"frame.comment"_s,
                                                u"-e"_s, u"frame.time_epoch"_s,
                                                u"-e"_s, u"tcp.payload"_s,
                                                u"-e"_s, u"_ws.expert.severity"_s,
                                                u"-e"_s, u"tcp.checksum.status"_s,
                                                u"-e"_s, u"ip.checksum.status"_s,
                                                u"-e"_s, u"tcp.stream"_s,
                                                u"-e"_s, u"_ws.malformed"_s,
                                                u"-e"_s, u"tcp.analysis.flags"_s});
    QByteArrayList payloads; // of each record
    QByteArrayList times;
    int packets = 0;
    for (const QByteArray &line : read.split('\n')) {
        const QByteArrayList fields = line.split('\t');
        if (fields.size() < 9)
            continue;
        ++packets;
        for (const QByteArray &severity : fields[3].split(',')) // below a warning: openings, ends and requests are remarked
            QVERIFY2(severity.toInt() <= 0x400000, line.constData());
        QVERIFY2(fields[8].isEmpty(), line.constData()); // lost, repeated, out of order, a full window …
        QCOMPARE(fields[4], "1"_ba);
        QVERIFY(fields[5].isEmpty() || fields[5] == "1");
        QVERIFY(fields[7].isEmpty());
        if (!fields[0].isEmpty()) {
            payloads.append(fields[2]);
            times.append(fields[1].left(17));
        } else if (!fields[2].isEmpty()) {
            payloads.last().append(fields[2]);
        }
    }
    QVERIFY(packets > 70);
    QCOMPARE(payloads.size(), excerpt.records.size());
    for (qsizetype i = 0; i < payloads.size(); ++i) {
        QCOMPARE(payloads[i], excerpt.records[i].bytes.toHex());
        QCOMPARE(times[i], QByteArray::number(double(excerpt.records[i].at) / 1e6, 'f', 6));
    }
}

// What tshark makes of requests, answers, frames and events.
void TestPcapngWriter::isDecodedByTshark()
{
    if (QStandardPaths::findExecutable(u"tshark"_s).isEmpty())
        QSKIP("tshark is not installed");
    const QString path = m_directory.filePath(u"decoded.pcapng"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(written(TrafficSample::ofEachTechnique().excerpt()));
    file.close();
    QByteArray read = readByTshark(path, {u"-Y"_s, u"http || websocket"_s,
                                          u"-T"_s, u"fields"_s,
                                          u"-E"_s, u"separator=|"_s,
                                          u"-e"_s, u"tcp.stream"_s,
                                          u"-e"_s, u"http.request.uri"_s,
                                          u"-e"_s, u"http.response.code"_s,
                                          u"-e"_s, u"websocket.opcode"_s,
                                          u"-e"_s, u"websocket.payload_length"_s,
                                          u"-e"_s, u"websocket.payload_length_ext_16"_s,
                                          u"-e"_s, u"websocket.mask"_s,
                                          u"-e"_s, u"http.time"_s});
    // Later versions have words for bits, and say at an answer what was asked.
    read.replace("|True|", "|1|").replace("|False|", "|0|");
    read = QString::fromUtf8(read).replace(QRegularExpression(u"\\|/[^|\n]*\\|(\\d{3})\\|"_s), u"||\\1|"_s).toUtf8();
    QCOMPARE(read,
             "0|/get/msg/?index=0&member=key-of-ann||||||\n"
             "0||200|||||0.001000000\n"
             "1|/api/rooms/lobby/messages?after=0&wait=20||||||\n"
             "2|/ws/chat/lobby/?member=key-of-eve||||||\n"
             "2||101|||||0.001000000\n"
             "2|||1|30||1|\n"
             "2|||1|35||0|\n"
             "2|||1|126|5000|0|\n"
             "1||200|||||1.200000000\n"
             "3|/api/rooms/lobby/events||||||\n"
             "3||200|||||0.899000000\n" // tshark waits for the stream's end
             "2|||8|2||1|\n"
             "2|||8|2||0|\n"_ba);
    read = readByTshark(path,
                        {u"-Y"_s, u"websocket.payload.text || http.file_data"_s, u"-T"_s, u"fields"_s, u"-E"_s, u"separator=|"_s,
                         u"-e"_s, u"websocket.payload.text"_s, u"-e"_s, u"http.file_data"_s});
    for (const QByteArray &line : read.split('\n')) {
        const QByteArray hex = line.split('|').last(); // as later versions have it
        if (QByteArray::fromHex(hex).toHex() == hex)
            read.append(QByteArray::fromHex(hex));
    }
    QVERIFY2(read.contains(R"({"message":"hello, 早上好"})"), read.left(2'000).constData());
    QVERIFY(read.contains(R"({"seq":1,"text":"hello, 早上好"})"));
    QVERIFY(read.contains(QByteArray(5'000, 'x')));
    QVERIFY(read.contains("id: 1"));
    QVERIFY(read.contains(QByteArray(20'000, 'y')));
}

QTEST_GUILESS_MAIN(TestPcapngWriter)
#include "tst_pcapngwriter.moc"
