// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/classrecording.h"

#include "server/protocol/wire/sessionreader.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/rawclient.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::ClassRecording;
using app::Classroom;
using app::RecordingOptions;

namespace {

server::HostOptions onLoopback()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    return options;
}

bool startClass(Classroom &classroom)
{
    QSignalSpy started(&classroom, &Classroom::started);
    classroom.start();
    return started.count() > 0 || started.wait();
}

//! A member sends a message and polls.
bool talk(const Classroom &classroom, const QByteArray &text)
{
    tests::RawClient client(classroom.port());
    client.send(tests::postRequest(classroom.port(), "/api/rooms/lobby/messages",
                                   R"({"text":")" + text + R"(","from":"Ann","member":"a-secret-of-hers","via":"polling"})",
                                   "application/json"));
    const auto sent = client.readAnswer();
    const auto polled = client.get("/api/rooms/lobby/messages?after=0&name=Ann&member=a-secret-of-hers");
    return sent && sent->status == 201 && polled && polled->body.contains(text);
}

//! All that is in a file, once it holds \a text and the figures of a member; or what there is in the end.
QList<wire::SessionMoment> readSession(const QString &path, wire::SessionHead &head, wire::SessionEnding &ending)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto opened = wire::SessionReader::open(file);
    const auto *reader = std::get_if<std::unique_ptr<wire::SessionReader>>(&opened);
    if (!reader)
        return {};
    head = (*reader)->head();
    ending = (*reader)->ending();
    QList<wire::SessionMoment> moments;
    for (qsizetype i = 0; i < (*reader)->partCount(); ++i)
        moments.append((*reader)->part(i).value_or(wire::SessionPart()).moments);
    return moments;
}

QByteArray notesOf(const QList<wire::SessionMoment> &moments, wire::SessionNote::Kind kind)
{
    QByteArray all;
    for (const wire::SessionMoment &moment : moments) {
        for (const wire::SessionNote &note : moment.notes) {
            if (note.kind == kind)
                all += note.json;
        }
    }
    return all;
}

} // namespace

//! A real class that is recorded into a file.
class TestClassRecording final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAllThatPassed();
    void leavesNamesOut();
    void endsWithoutTheClass_data();
    void endsWithoutTheClass();
    void saysWhyItCannotBegin();

private:
    QTemporaryDir m_directory;
};

void TestClassRecording::keepsAllThatPassed()
{
    const QString path = m_directory.filePath(u"a.pushlab"_s);
    Classroom classroom(onLoopback());
    ClassRecording recording(classroom, {.file = path, .format = RecordingOptions::Format::Session});
    QCOMPARE(recording.start(), QString());
    QVERIFY(startClass(classroom));
    QSignalSpy traffic(&classroom, &Classroom::trafficRecorded);
    QSignalSpy snapshots(&classroom, &Classroom::snapshotTaken);
    QVERIFY(talk(classroom, "hello"));
    classroom.mark(u"here"_s);
    QTRY_VERIFY(!traffic.isEmpty());
    QTRY_VERIFY(!classroom.snapshot().marks.isEmpty());
    QTest::qWait(1'100); // for the next figures
    QTRY_VERIFY(snapshots.count() > 3);
    classroom.stop();
    recording.stop();
    QVERIFY(!recording.isOn());
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

    wire::SessionHead head;
    wire::SessionEnding ending;
    const QList<wire::SessionMoment> moments = readSession(path, head, ending);
    QCOMPARE(ending.kind, wire::SessionEnding::Kind::Whole);
    QCOMPARE(head.title, u"lobby"_s);
    QVERIFY(head.hasNames && !head.hasSecrets);
    QByteArrayList bytes;
    for (const wire::SessionMoment &moment : moments) {
        for (const wire::TrafficRecord &record : moment.traffic.records)
            bytes.append(record.bytes);
    }
    QCOMPARE(bytes.size(), 4); // two requests with their answers
    QVERIFY(bytes[0].startsWith("POST /api/rooms/lobby/messages ") && bytes[0].contains(R"("from":"Ann")"));
    QVERIFY(bytes[2].startsWith("GET /api/rooms/lobby/messages?after=0&name=Ann&member=**************** "));
    QVERIFY(bytes[3].contains("hello"));
    QVERIFY(!bytes.join().contains("a-secret-of-hers"));
    QVERIFY(notesOf(moments, wire::SessionNote::Kind::Settings).contains("pollInterval"));
    const QByteArray members = notesOf(moments, wire::SessionNote::Kind::Members);
    QVERIFY2(members.contains(R"("name":"Ann")"), members.constData());
    QVERIFY(!members.contains("a-secret-of-hers"));
    QVERIFY(notesOf(moments, wire::SessionNote::Kind::Figures).contains(R"("messages":1)"));
    QCOMPARE(notesOf(moments, wire::SessionNote::Kind::Mark).count(R"("value":"here")"), 1);
}

void TestClassRecording::leavesNamesOut()
{
    const QString path = m_directory.filePath(u"numbered.pushlab"_s);
    Classroom classroom(onLoopback());
    ClassRecording recording(classroom,
                             {.file = path, .format = RecordingOptions::Format::Session, .hasNames = false, .hasSecrets = true});
    QCOMPARE(recording.start(), QString());
    QVERIFY(startClass(classroom));
    QSignalSpy traffic(&classroom, &Classroom::trafficRecorded);
    QVERIFY(talk(classroom, "hello"));
    QTRY_VERIFY(!traffic.isEmpty());
    classroom.stop();
    recording.stop();
    wire::SessionHead head;
    wire::SessionEnding ending;
    for (const wire::SessionMoment &moment : readSession(path, head, ending)) {
        for (const wire::TrafficRecord &record : moment.traffic.records) {
            QVERIFY2(!record.bytes.contains("Ann"), record.bytes.constData());
            QVERIFY(record.member.isEmpty() || record.member.startsWith(u'#'));
        }
    }
    QVERIFY(!head.hasNames && head.hasSecrets);
}

void TestClassRecording::endsWithoutTheClass_data()
{
    QTest::addColumn<RecordingOptions::Format>("format");
    QTest::newRow("packets") << RecordingOptions::Format::Packets;
    QTest::newRow("session") << RecordingOptions::Format::Session;
}

void TestClassRecording::endsWithoutTheClass()
{
    QFETCH(RecordingOptions::Format, format);
    const QString path = m_directory.filePath(u"full"_s + QString::number(int(format)));
    Classroom classroom(onLoopback());
    ClassRecording recording(classroom, {.file = path, .format = format});
    QSignalSpy ended(&recording, &ClassRecording::ended);
    QCOMPARE(recording.start(), QString());
    QVERIFY(startClass(classroom));
    {
        const tests::FileSizeLimit full(1'500);
        while (ended.isEmpty()) {
            QVERIFY(talk(classroom, "hello"));
            QTest::qWait(300);
        }
    }
    const QString said = ended.first().first().toString();
    QVERIFY2(said.contains(path) && said.contains(u"The class goes on"), qPrintable(said));
    QVERIFY(!recording.isOn());
    QVERIFY(talk(classroom, "and on"));
    QVERIFY(QFile(path).size() > 100 && QFile(path).size() <= 1'500);
    recording.stop();
    QCOMPARE(ended.count(), 1);
}

void TestClassRecording::saysWhyItCannotBegin()
{
    Classroom classroom(onLoopback());
    ClassRecording nowhere(classroom, {.file = m_directory.filePath(u"none/a.pcapng"_s)});
    QVERIFY(nowhere.start().contains(u"none/a.pcapng"_s));
    QVERIFY(!nowhere.isOn());
    const QString path = m_directory.filePath(u"there.pcapng"_s);
    QFile there(path);
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("x") == 1);
    there.close();
    ClassRecording again(classroom, {.file = path});
    QVERIFY(!again.start().isEmpty());
    QCOMPARE(QFile(path).size(), 1);
}

QTEST_GUILESS_MAIN(TestClassRecording)
#include "tst_classrecording.moc"
