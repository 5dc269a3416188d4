// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/entrycodec.h"
#include "server/storage/archive.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace pushlab;
using namespace pushlab::storage;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray messageLine(qint64 seq, const QString &text = u"text"_s)
{
    return protocol::encodeMessage({seq, u"Mia"_s, text, 1.5, 1700000000000.125, protocol::Technique::Polling}).json;
}

QByteArray controlLine(qint64 seq, const QString &kind = u"mark"_s, qsizetype size = 5)
{
    return protocol::encodeControl({seq, 1700000000000.125, {{u"kind"_s, kind}, {u"text"_s, QString(size, u'x')}}}).json;
}

//! A file with the messages 5 to 7, one per line, after its head.
QList<QByteArray> lines()
{
    return {archiveHead(u"课堂"_s, 3).chopped(1), messageLine(5), messageLine(6, u"你好 😀\n\"two\""_s), messageLine(7)};
}

std::variant<Archive, LineFault> read(QByteArray file)
{
    QBuffer in(&file);
    in.open(QIODevice::ReadOnly);
    return readArchive(in);
}

} // namespace

class TestArchive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }

    void comesBackAsItWent();
    void carriesControlEntries();
    void importsUnderANewEpoch();
    void keepsAMarkAtTheBeginning();
    void namesTheLineThatIsWrong_data();
    void namesTheLineThatIsWrong();
    void leavesARoomWithMessagesAlone();
};

void TestArchive::comesBackAsItWent()
{
    QByteArray file;
    QBuffer out(&file);
    out.open(QIODevice::WriteOnly);
    QVERIFY(writeArchive(out, u"课堂"_s, lines().sliced(1)));
    QCOMPARE(file, lines().join('\n') + '\n');
    const auto result = read(file);
    const Archive *const archive = std::get_if<Archive>(&result);
    QVERIFY(archive);
    QCOMPARE(archive->room, u"课堂"_s);
    QCOMPARE(archive->entries.size(), size_t(3));
    QCOMPARE(protocol::encodeEntry(archive->entries[1]).json, lines()[2]);
    QVERIFY(std::holds_alternative<Archive>(read(file.chopped(1)))); // an editor may take the last line end
    QVERIFY(std::holds_alternative<Archive>(read(archiveHead(u"empty"_s, 0))));
}

void TestArchive::carriesControlEntries()
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(u"class.sqlite"_s);
    const QList<QByteArray> file{archiveHead(u"lobby"_s, 4).chopped(1), controlLine(9), messageLine(10),
                                 controlLine(11, u"of a later version"_s), controlLine(12, u"result"_s, 60'000)};
    const auto archive = std::get<Archive>(read(file.join('\n')));
    QCOMPARE(archive.entries.size(), size_t(4));
    QCOMPARE(archive.messageCount(), 1);
    QVERIFY(!importRoom(database, u"lobby"_s, archive));
    const auto lines = readRoom(database, u"lobby"_s);
    QCOMPARE(std::get<QList<QByteArray>>(lines), file.sliced(1));
    QByteArray written;
    QBuffer out(&written);
    out.open(QIODevice::WriteOnly);
    QVERIFY(writeArchive(out, u"lobby"_s, std::get<QList<QByteArray>>(lines)));
    QCOMPARE(written, file.join('\n') + '\n');
}

void TestArchive::importsUnderANewEpoch()
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(u"class.sqlite"_s);
    const auto archive = std::get<Archive>(read(lines().join('\n')));
    QVERIFY(!importRoom(database, u"lobby"_s, archive));
    const auto messages = readRoom(database, u"lobby"_s);
    QCOMPARE(std::get<QList<QByteArray>>(messages), lines().sliced(1));
    const auto none = readRoom(database, u"other"_s);
    QVERIFY(std::holds_alternative<Fault>(none));
}

// U+FEFF, which is a byte order mark only at the beginning of a file.
void TestArchive::keepsAMarkAtTheBeginning()
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(u"class.sqlite"_s);
    const QString name = u"\uFEFFclass"_s;
    const QList<QByteArray> file{archiveHead(name, 1).chopped(1),
                                 protocol::encodeMessage({1, u"\uFEFFMia"_s, u"\uFEFF\uFEFFtext"_s, 1.5, 2.5, {}}).json};
    const auto archive = std::get<Archive>(read(file.join('\n')));
    QCOMPARE(archive.room, name);
    QVERIFY(!importRoom(database, name, archive));
    QCOMPARE(std::get<QList<QByteArray>>(readRoom(database, name)), file.sliced(1));
}

void TestArchive::namesTheLineThatIsWrong_data()
{
    QTest::addColumn<QList<QByteArray>>("file");
    QTest::addColumn<int>("line");
    const auto with = [](qsizetype place, const QByteArray &line) {
        QList<QByteArray> file = lines();
        file[place] = line;
        return file;
    };
    QTest::newRow("empty") << QList<QByteArray>() << 1;
    QTest::newRow("no head") << lines().sliced(1) << 1;
    QTest::newRow("another version") << with(0, QByteArray(lines()[0]).replace("\"version\":2", "\"version\":3")) << 1;
    QTest::newRow("too many messages") << with(0, archiveHead(u"x"_s, 100'001).chopped(1)) << 1;
    QTest::newRow("no JSON") << with(2, "hello") << 3;
    QTest::newRow("cut in a line") << with(3, messageLine(7).first(20)) << 4;
    QTest::newRow("an empty line") << with(2, "") << 3;
    QTest::newRow("not UTF-8") << with(1, messageLine(5).replace("text\",", "te\xff\xffxt\",")) << 2;
    QTest::newRow("a list") << with(1, "[1]") << 2;
    QTest::newRow("no text") << with(1, R"({"seq":5})") << 2;
    QTest::newRow("seq 0") << with(1, messageLine(0)) << 2;
    QTest::newRow("seq too great to count on") << with(1, messageLine(std::numeric_limits<qint64>::max())) << 2;
    QTest::newRow("a hole") << with(3, messageLine(8)) << 4;
    QTest::newRow("twice") << with(3, messageLine(6)) << 4;
    QTest::newRow("text too long") << with(2, messageLine(6, QString(65537, u'x'))) << 3;
    QTest::newRow("line too long") << with(2, messageLine(6, QString(600'000, u'x'))) << 3;
    QTest::newRow("a hole before a control entry") << with(3, controlLine(8)) << 4;
    QTest::newRow("a hole behind one") << with(2, controlLine(5)) << 3;
    QTest::newRow("control without a kind") << with(1, R"({"seq":5,"accepted":1,"control":{}})") << 2;
    QTest::newRow("control that is no object") << with(1, R"({"seq":5,"text":"x","control":"mark"})") << 2;
    QTest::newRow("control too long") << with(2, controlLine(6, u"mark"_s, 65'536)) << 3;
    QTest::newRow("the first version's count") << with(0, R"({"schema":"pushlab-room","version":2,"room":"x","messages":3})") << 1;
    QTest::newRow("cut at a line's end") << lines().first(3) << 4;
    QTest::newRow("more than it says") << QList<QByteArray>(lines() << messageLine(8)) << 5;
}

void TestArchive::namesTheLineThatIsWrong()
{
    QFETCH(QList<QByteArray>, file);
    QFETCH(int, line);
    QByteArray bytes;
    for (const QByteArray &each : file)
        bytes += each + '\n';
    const auto result = read(bytes);
    const LineFault *const fault = std::get_if<LineFault>(&result);
    QVERIFY(fault);
    QCOMPARE(fault->line, line);
    QVERIFY(!fault->what.isEmpty());
}

void TestArchive::leavesARoomWithMessagesAlone()
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(u"class.sqlite"_s);
    const auto archive = std::get<Archive>(read(lines().join('\n')));
    QVERIFY(!importRoom(database, u"lobby"_s, archive));
    const auto fault = importRoom(database, u"lobby"_s, archive);
    QVERIFY(fault);
    QVERIFY2(fault->text.contains(u"has messages already"_s), qPrintable(fault->text));
    QCOMPARE(std::get<QList<QByteArray>>(readRoom(database, u"lobby"_s)).size(), 3);
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
