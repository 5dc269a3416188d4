// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/sessionreader.h"
#include "server/protocol/wire/sessionwriter.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/trafficsample.h"

#include <QBuffer>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::wire;
using tests::TrafficSample;

namespace {

const SessionHead plainHead{
    .application = u"PushLab test"_s, .title = u"class 早"_s, .began = TrafficSample::start, .hasNames = true, .hasSecrets = true};

//! A moment for each record, as a host tells them, and what it says besides.
QList<SessionMoment> momentsOf(const TrafficExcerpt &excerpt)
{
    QList<SessionMoment> moments;
    for (const TrafficRecord &record : excerpt.records) {
        TrafficConnection connection = excerpt.connections[qsizetype(record.connection) - 1];
        connection.closed = 0;
        moments.append({.at = record.at, .traffic = {.connections = {connection}, .records = {record}}, .notes = {}});
    }
    moments.first().notes = {{SessionNote::Kind::Settings, R"({"pollInterval":2})"},
                             {SessionNote::Kind::Members, R"([{"key":"key-of-ann","name":"Ann"}])"}};
    moments[3].notes = {{SessionNote::Kind::Mark, R"({"kind":"named","value":"one"})"}};
    moments.last().notes = {{SessionNote::Kind::Figures, R"({"messages":7})"}};
    return moments;
}

QByteArray sessionOf(const QList<SessionMoment> &moments, const SessionHead &head, bool isFinished = true)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    SessionWriter writer(file, head);
    for (const SessionMoment &moment : moments) {
        if (!writer.append(moment) || !writer.flush()) // a block each
            return {};
    }
    return !isFinished || writer.finish() ? file.data() : QByteArray();
}

//! A file in memory and its reader.
struct Opened
{
    explicit Opened(const QByteArray &bytes) : file(std::make_unique<QBuffer>())
    {
        file->setData(bytes);
        file->open(QIODevice::ReadOnly);
        auto result = SessionReader::open(*file);
        if (auto *fine = std::get_if<std::unique_ptr<SessionReader>>(&result))
            reader = std::move(*fine);
        else
            fault = std::get<SessionFault>(result);
    }

    [[nodiscard]] QList<SessionMoment> all() const
    {
        QList<SessionMoment> moments;
        for (qsizetype i = 0; i < reader->partCount(); ++i)
            moments.append(reader->part(i).value_or(SessionPart{}).moments);
        return moments;
    }

    std::unique_ptr<QBuffer> file;
    std::unique_ptr<SessionReader> reader;
    SessionFault fault;
};

} // namespace

//! The file of a class as it went.
class TestSessionFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten();
    void beginsAnywhere();
    void hidesMembersKeys();
    void hidesNamesAndSecrets();
    void playsAsFarAsItGoes();
    void saysWhereItIsDamaged();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void endsWithAWholeBlockOnAFullDisk();
    void splitsWhatIsMuch();

private:
    QTemporaryDir m_directory;
};

void TestSessionFile::isReadAsItWasWritten()
{
    QList<SessionMoment> moments = momentsOf(TrafficSample::ofEachTechnique().excerpt());
    moments[5].traffic.records[0].isWithdrawn = true;
    moments[6].traffic.oldest = 4;
    moments[6].traffic.dropped = 3;
    moments[7].traffic.records[0].tlsBytes = 29;
    const Opened session(sessionOf(moments, plainHead));
    QVERIFY(session.reader);
    QCOMPARE(session.reader->head(), plainHead);
    QCOMPARE(session.reader->begin(), moments.first().at);
    QCOMPARE(session.reader->end(), moments.last().at);
    QVERIFY((session.reader->ending() == SessionEnding{SessionEnding::Kind::Whole, moments.last().at}));
    const QList<SessionMoment> read = session.all();
    QCOMPARE(read.size(), moments.size());
    for (qsizetype i = 0; i < read.size(); ++i) {
        for (TrafficRecord &record : moments[i].traffic.records)
            record.memberKey = read[i].traffic.records.first().memberKey; // a number, see below
        for (SessionNote &note : moments[i].notes)
            note.json.replace("key-of-ann", "1");
        QVERIFY(read[i] == moments[i]);
    }
}

void TestSessionFile::beginsAnywhere()
{
    const TrafficExcerpt excerpt = TrafficSample::ofEachTechnique().excerpt();
    QList<SessionMoment> moments = momentsOf(excerpt);
    moments.last().traffic.connections.append(excerpt.connections[0]); // has ended
    moments.append({.at = moments.last().at + 1, .traffic = {}, .notes = {}});
    const Opened session(sessionOf(moments, plainHead));
    for (qsizetype i = 0; i < moments.size(); ++i) {
        const auto part = session.reader->part(session.reader->partAt(moments[i].at));
        QVERIFY(part);
        QCOMPARE(part->moments.last().at, moments[i].at);
        QCOMPARE(part->before.settings.isEmpty(), i == 0);
        QCOMPARE(part->before.marks.size(), i > 3 ? 1 : 0);
    }
    QCOMPARE(session.reader->partAt(0), 0);
    QCOMPARE(session.reader->partAt(moments[2].at + 1), 2); // between two moments
    QCOMPARE(session.reader->partAt(moments.last().at + 1'000'000), moments.size() - 1);
    const auto last = session.reader->part(session.reader->partCount() - 1);
    QCOMPARE(last->before.figures, R"({"messages":7})"_ba);
    QCOMPARE(last->before.connections.size(), 3); // of four, one has ended
    QVERIFY(!session.reader->part(moments.size()));
}

void TestSessionFile::hidesMembersKeys()
{
    QList<SessionMoment> moments = momentsOf(TrafficSample::ofEachTechnique().excerpt());
    SessionHead head = plainHead;
    head.hasSecrets = false;
    const Opened session(sessionOf(moments, head));
    const QList<SessionMoment> read = session.all();
    QHash<QString, QByteArray> numbers;
    for (const SessionMoment &moment : read) {
        const TrafficRecord &record = moment.traffic.records.first();
        QVERIFY(!record.bytes.contains("key-of"));
        QVERIFY(!record.memberKey.contains("key-of"));
        QCOMPARE(numbers.value(record.member, record.memberKey), record.memberKey); // the same throughout
        numbers.insert(record.member, record.memberKey);
    }
    QCOMPARE(numbers.size(), 4);
    QCOMPARE(read.first().notes[1].json, R"([{"key":")" + numbers.value(u"Ann"_s) + R"(","name":"Ann"}])");
}

void TestSessionFile::hidesNamesAndSecrets()
{
    TrafficSample sample;
    sample.setMember(u"Ann"_s, "m:key-of-ann", protocol::Technique::Polling);
    const quint64 connection = sample.connect(0);
    sample.request(connection, 1, "GET /get_msg/?name=Ann&member=key-of-ann HTTP/1.1\r\nHost: names=1\r\n\r\n");
    sample.answer(connection, 2, tests::answerOf("200 OK", "application/json", R"([{"from": "Bob \"B\"","text":"Ann?"}])"));
    sample.frame(connection, 3, Direction::ToHost, R"({"name":"Ann","text":"x"})");
    QList<SessionMoment> moments = momentsOf(TrafficSample::ofEachTechnique().excerpt()).first(1);
    moments.first().traffic = sample.excerpt();
    SessionHead head = plainHead;
    head.hasNames = head.hasSecrets = false;
    const Opened session(sessionOf(moments, head));
    const SessionMoment read = session.all().first();
    const QList<TrafficRecord> records = read.traffic.records;
    QCOMPARE(records[0].member, u"#1"_s);
    QCOMPARE(records[0].bytes, "GET /get_msg/?name=***&member=********** HTTP/1.1\r\nHost: names=1\r\n\r\n"_ba);
    QVERIFY(records[1].bytes.endsWith(R"([{"from": "*********","text":"Ann?"}])"));
    QCOMPARE(records[2].bytes, tests::maskedFrame(protocol::Opcode::Text, R"({"name":"***","text":"x"})", "\x37\xfa\x21\x3d"_ba));
    QVERIFY(!read.notes[1].json.contains("Ann"));
}

void TestSessionFile::playsAsFarAsItGoes()
{
    const QList<SessionMoment> moments = momentsOf(TrafficSample::ofEachTechnique().excerpt());
    const QByteArray whole = sessionOf(moments, plainHead);
    const QByteArray killed = sessionOf(moments, plainHead, false);
    QVERIFY((Opened(killed).reader->ending() == SessionEnding{SessionEnding::Kind::Cut, moments.last().at}));
    qsizetype before = 0;
    for (qsizetype size = whole.size() - 1; size > 200; size -= 97) {
        const Opened session(whole.first(size));
        QVERIFY(session.reader);
        const QList<SessionMoment> read = session.all();
        QCOMPARE(session.reader->ending().kind, SessionEnding::Kind::Cut);
        QCOMPARE(session.reader->end(), read.isEmpty() ? 0 : read.last().at);
        QVERIFY(before == 0 || read.size() <= before);
        before = read.size();
    }
    QVERIFY(before < 3);
}

void TestSessionFile::saysWhereItIsDamaged()
{
    const QList<SessionMoment> moments = momentsOf(TrafficSample::ofEachTechnique().excerpt());
    const QByteArray whole = sessionOf(moments, plainHead);
    const qsizetype first = whole.indexOf("PBLK");
    QSet<qsizetype> played;
    for (qsizetype at = first; at < whole.size(); at += 7) {
        QByteArray damaged = whole;
        damaged[at] = char(damaged[at] ^ 0x20);
        const Opened session(damaged);
        QVERIFY(session.reader);
        const QList<SessionMoment> read = session.all();
        QCOMPARE(session.reader->ending().kind, SessionEnding::Kind::Damaged);
        QCOMPARE(session.reader->end(), read.isEmpty() ? 0 : read.last().at);
        QVERIFY(std::equal(read.begin(), read.end(), moments.begin(), [](auto &one, auto &other) { return one.at == other.at; }));
        played.insert(read.size());
    }
    QCOMPARE(played.size(), moments.size() + 1); // as far as it goes
}

void TestSessionFile::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<SessionFault::Kind>("kind");
    QTest::addColumn<int>("version");
    using Kind = SessionFault::Kind;
    const QByteArray whole = sessionOf({}, plainHead);
    QTest::newRow("empty") << QByteArray() << Kind::NoSession << 0;
    QTest::newRow("text") << QByteArray(1'000, 'x') << Kind::NoSession << 0;
    QTest::newRow("cut in its head") << whole.first(40) << Kind::NoSession << 0;
    QTest::newRow("damaged head") << QByteArray(whole).replace("title", "titel") << Kind::NoSession << 0;
    QTest::newRow("huge head") << QByteArray(whole).replace(10, 4, "\xff\xff\xff\x7f") << Kind::NoSession << 0;
    QTest::newRow("newer") << QByteArray(whole).replace(8, 1, "\x07") << Kind::Newer << 7;
}

void TestSessionFile::refusesWhatIsNone()
{
    QFETCH(QByteArray, file);
    const Opened session(file);
    QVERIFY(!session.reader);
    QTEST(session.fault.kind, "kind");
    QTEST(session.fault.version, "version");
}

void TestSessionFile::endsWithAWholeBlockOnAFullDisk()
{
    const QList<SessionMoment> moments = momentsOf(TrafficSample::ofEachTechnique().excerpt());
    QFile file(m_directory.filePath(u"full.pushlab"_s));
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    SessionWriter writer(file, plainHead);
    {
        const tests::FileSizeLimit full(2'500);
        bool isWritten = true;
        for (const SessionMoment &moment : moments)
            isWritten = isWritten && writer.append(moment) && writer.flush();
        QVERIFY(!isWritten);
    }
    QVERIFY(!writer.error().isEmpty());
    QVERIFY(!writer.append(moments.last()));
    QVERIFY(!writer.finish());
    QCOMPARE(file.size(), writer.size());
    const auto session = SessionReader::open(file);
    const auto &reader = std::get<std::unique_ptr<SessionReader>>(session);
    QCOMPARE(reader->ending().kind, SessionEnding::Kind::Cut);
    QVERIFY(reader->partCount() > 2);
}

void TestSessionFile::splitsWhatIsMuch()
{
    TrafficSample sample;
    const quint64 connection = sample.connect(0);
    for (int i = 0; i < 100; ++i)
        sample.request(connection, i, QByteArray(200'000, char('a' + i % 26)));
    QBuffer file;
    QVERIFY(file.open(QIODevice::WriteOnly));
    SessionWriter writer(file, plainHead);
    QVERIFY(writer.append({.at = TrafficSample::start, .traffic = sample.excerpt(), .notes = {}}));
    QVERIFY(writer.finish());
    const Opened session(file.data());
    QVERIFY(session.reader->partCount() >= 16);
    qsizetype records = 0;
    for (const SessionMoment &moment : session.all())
        records += moment.traffic.records.size();
    QCOMPARE(records, 100);
}

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_sessionfile.moc"
