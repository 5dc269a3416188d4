// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keptclasses.h"

#include "app/classfile.h"
#include "server/storage/database.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::KeptClass;

namespace {

void write(const QString &name, const QByteArray &content = "x")
{
    QFile file(name);
    QVERIFY2(file.open(QFile::WriteOnly), qPrintable(name));
    file.write(content);
}

//! As a window leaves it.
QString makeClass(const QString &room)
{
    const QString file = app::classFile(room);
    const auto fault = server::importRoom(file, room, {room, {protocol::Message{1, u"Mia"_s, u"hi"_s, 0, 1, std::nullopt}}});
    if (fault)
        qFatal("%s", qPrintable(fault->text));
    return file;
}

//! All files were written so long ago.
void setAge(std::chrono::milliseconds age)
{
    const auto files = QDir(app::classFolder()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files) {
        if (info.isSymLink())
            continue;
        QFile file(info.filePath());
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addMSecs(-age.count()), QFile::FileModificationTime));
    }
}

QStringList there()
{
    return QDir(app::classFolder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System, QDir::Name);
}

QStringList namesOf(const QList<KeptClass> &classes)
{
    QStringList names;
    for (const KeptClass &kept : classes)
        names += kept.name;
    names.sort();
    return names;
}

//! A database that another program has made.
void makeForeign(const QString &file, int id, bool withLog = false)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        if (withLog)
            QVERIFY(query.exec(u"PRAGMA journal_mode=WAL"_s));
        QVERIFY(query.exec(u"PRAGMA application_id=%1"_s.arg(id)) && query.exec(u"CREATE TABLE t (x)"_s));
        if (withLog) {
            query.clear();
            QVERIFY(QFile::copy(file, file + u".copy"_s) && QFile::copy(file + u"-wal"_s, file + u".copy-wal"_s));
        }
    }
    QSqlDatabase::removeDatabase(u"foreign"_s);
}

} // namespace

//! What is a kept class, and that nothing else is ever deleted.
class TestKeptClasses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheOldOnesOnly();
    void anyFileThatWasUsedLatelyCounts();
    void namesOfAnyLength_data();
    void namesOfAnyLength();
    void passesOverWhatIsNoClass();
    void knowsTheClassOfAKilledHost();
    void deletesAllThatBelongsToIt();
    void leavesLinksAndFolders();
    void refusesOneThatIsOpen();
    void saysWhatCannotBeDeleted();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestKeptClasses::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_directory->path().toUtf8());
    QVERIFY(app::classFolder().startsWith(m_directory->path()));
    QVERIFY(app::classesUnusedFor(0ms).isEmpty()); // there is no folder
    QVERIFY(QDir().mkpath(app::classFolder()));
}

void TestKeptClasses::listsTheOldOnesOnly()
{
    makeClass(u"older"_s);
    setAge(10h);
    makeClass(u"物理 B2"_s);
    write(app::pinFileOf(app::classFile(u"物理 B2"_s)), "1234\n");
    const qint64 size = QFileInfo(app::classFile(u"物理 B2"_s)).size() + 5;
    QVERIFY(app::classesUnusedFor(11h).isEmpty());
    QCOMPARE(namesOf(app::classesUnusedFor(9h)), QStringList{u"older"_s});
    const QList<KeptClass> both = app::classesUnusedFor(-1h);
    QCOMPARE(both.size(), 2);
    QCOMPARE(both.at(0).name, u"older"_s); // first
    QCOMPARE(both.at(1).name, u"物理 B2"_s);
    QCOMPARE(both.at(1).bytes, size);
    QVERIFY(qAbs(both.at(0).lastUsed.secsTo(QDateTime::currentDateTime()) - 36'000) < 600);
    QVERIFY(app::classSizeText(1'234'567).startsWith(u"1.2 MB"));
}

void TestKeptClasses::anyFileThatWasUsedLatelyCounts()
{
    const QString file = makeClass(u"a"_s);
    setAge(10h);
    write(file + u"-wal"_s); // as of a class that is open
    QVERIFY(app::classesUnusedFor(9h).isEmpty());
    QVERIFY(QFile::remove(file + u"-wal"_s));
    QCOMPARE(app::classesUnusedFor(9h).size(), 1);
}

void TestKeptClasses::namesOfAnyLength_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QString &room, const QString &name) { QTest::newRow(what) << room << name; };
    row("short", u"a"_s, u"a"_s);
    row("dots", u"..."_s, u"..."_s);
    row("like a file", u"a.sqlite.previous"_s, u"a.sqlite.previous"_s);
    row("percent", u"50% ü"_s, u"50% ü"_s);
    row("64 letters", QString(64, u'x'), QString(64, u'x'));
    row("11 characters", QString(11, u'课'), QString(11, u'课'));
    row("64 characters", QString(64, u'课'), QString(QString(11, u'课') + u'…'));
    row("cut within an escape", u"ab"_s + QString(60, u'课'), QString(u"ab"_s + QString(10, u'课') + u'…'));
}

void TestKeptClasses::namesOfAnyLength()
{
    QFETCH(const QString, room);
    QFETCH(const QString, name);
    const QString file = makeClass(room);
    QCOMPARE(app::roomOfClassFile(file), name);
    const QList<KeptClass> found = app::classesUnusedFor(-1h);
    QCOMPARE(namesOf(found), QStringList{name});
    QVERIFY(!app::deleteClass(found.constFirst()));
    QCOMPARE(there(), QStringList());
}

void TestKeptClasses::passesOverWhatIsNoClass()
{
    const QString folder = app::classFolder() + u'/';
    const QString mine = makeClass(u"mine"_s);
    const QString outside = m_directory->filePath(u"outside.sqlite"_s);
    QVERIFY(QFile::copy(mine, outside));
    QVERIFY(QFile::link(outside, folder + u"link.sqlite"_s));
    QVERIFY(QFile::copy(mine, folder + u"b%c3%bc.sqlite"_s)); // not as we write it
    QVERIFY(QFile::copy(mine, folder + u"a b.sqlite"_s));
    QVERIFY(QFile::copy(mine, folder + u"copy.db"_s));
    QVERIFY(QFile::copy(mine, folder + u"kept.sqlite.bak"_s));
    QVERIFY(QDir().mkpath(folder + u"folder.sqlite"_s));
    QVERIFY(QFile::copy(mine, folder + u"folder.sqlite/inner.sqlite"_s));
    write(folder + u"text.sqlite"_s, "SQLite format 3 is what I should read about"_ba.repeated(20));
    write(folder + u"empty.sqlite"_s, {});
    makeForeign(folder + u"foreign.sqlite"_s, 4711);
    makeForeign(folder + u"anonymous.sqlite"_s, 0);
    setAge(10h);
    const QStringList before = there();
    QCOMPARE(namesOf(app::classesUnusedFor(9h)), QStringList{u"mine"_s});
    QCOMPARE(there(), before); // it has only been looked at
    const QList<KeptClass> again = app::classesUnusedFor(9h); // and is still as old
    QCOMPARE(again.size(), 1);
    QVERIFY(!app::deleteClass(again.constFirst()));
    QStringList left = before;
    left.removeOne(u"mine.sqlite"_s);
    QCOMPARE(there(), left);
    QVERIFY(QFile::exists(outside));
}

void TestKeptClasses::knowsTheClassOfAKilledHost()
{
    const QString file = app::classFile(u"killed"_s);
    {
        const QString open = m_directory->filePath(u"open.sqlite"_s);
        const auto opened = storage::openDatabase({open});
        QVERIFY(std::holds_alternative<std::unique_ptr<storage::DatabaseConnection>>(opened));
        QVERIFY(QFile::copy(open, file) && QFile::copy(open + u"-wal"_s, file + u"-wal"_s));
    }
    QVERIFY(QFileInfo(file + u"-wal"_s).size() > 0);
    makeForeign(m_directory->filePath(u"other"_s), 4711, true);
    const QString foreign = app::classFile(u"foreign"_s);
    QVERIFY(QFile::rename(m_directory->filePath(u"other.copy"_s), foreign));
    QVERIFY(QFile::rename(m_directory->filePath(u"other.copy-wal"_s), foreign + u"-wal"_s));
    const QList<KeptClass> found = app::classesUnusedFor(-1h);
    QCOMPARE(namesOf(found), QStringList{u"killed"_s});
    QVERIFY(!app::deleteClass(found.constFirst()));
    QCOMPARE(there(), (QStringList{u"foreign.sqlite"_s, u"foreign.sqlite-wal"_s}));
}

void TestKeptClasses::deletesAllThatBelongsToIt()
{
    const QString file = makeClass(u"maths"_s);
    QVERIFY(app::moveAside(file));
    makeClass(u"maths"_s);
    for (const QString &beside : app::filesBeside(file)) {
        if (!QFile::exists(beside) && !beside.startsWith(file + u'-'))
            write(beside);
    }
    // Of others, though they look like it.
    const QStringList others{
        u"Maths.sqlite"_s, u"maths.sqlite.bak"_s, u"maths.sqlite.pin~"_s,    u"maths.sqlite.previous.old"_s, u"maths.sqlite2"_s,
        u"maths"_s,        u"maths.pin"_s,        u"maths.sqlite-wal.txt"_s, u"xmaths.sqlite.pin"_s};
    for (const QString &other : others)
        write(app::classFolder() + u'/' + other);
    makeClass(u"maths2"_s);
    QStringList left = others + QStringList{u"maths2.sqlite"_s};
    const QList<KeptClass> found = app::classesUnusedFor(-1h);
    QCOMPARE(namesOf(found), (QStringList{u"maths"_s, u"maths2"_s}));
    QVERIFY(!app::deleteClass(found.at(found.at(0).name == u"maths" ? 0 : 1)));
    left.sort();
    QStringList now = there();
    now.sort();
    QCOMPARE(now, left);
}

void TestKeptClasses::leavesLinksAndFolders()
{
    const QString file = makeClass(u"maths"_s);
    const QString precious = m_directory->filePath(u"precious"_s);
    write(precious);
    QVERIFY(QFile::link(precious, app::pinFileOf(file)));
    QVERIFY(QDir().mkpath(app::previousOf(file) + u"/inner"_s));
    const QList<KeptClass> found = app::classesUnusedFor(-1h);
    QCOMPARE(found.size(), 1);
    QVERIFY(!app::deleteClass(found.constFirst()));
    QCOMPARE(there(), (QStringList{u"maths.sqlite.pin"_s, u"maths.sqlite.previous"_s}));
    QVERIFY(QFile::exists(precious) && QFile::exists(app::previousOf(file) + u"/inner"_s));
}

void TestKeptClasses::refusesOneThatIsOpen()
{
    const QString file = makeClass(u"maths"_s);
    write(app::pinFileOf(file));
    setAge(10h);
    const QList<KeptClass> found = app::classesUnusedFor(9h);
    QCOMPARE(found.size(), 1);
    {
        const auto opened = storage::openDatabase({file});
        QVERIFY(std::holds_alternative<std::unique_ptr<storage::DatabaseConnection>>(opened));
        const auto fault = app::deleteClass(found.constFirst());
        QVERIFY(fault);
        QCOMPARE(fault->kind, server::Fault::Kind::Locked);
        QVERIFY(QFile::exists(file) && QFile::exists(app::pinFileOf(file)));
    }
    QVERIFY(!app::deleteClass(found.constFirst()));
    QCOMPARE(there(), QStringList());
}

void TestKeptClasses::saysWhatCannotBeDeleted()
{
    const QString file = makeClass(u"maths"_s);
    const QList<KeptClass> found = app::classesUnusedFor(-1h);
    QCOMPARE(found.size(), 1);
    write(file, "no database any longer"_ba.repeated(100));
    const auto fault = app::deleteClass(found.constFirst());
    QVERIFY(fault);
    QVERIFY(QFile::exists(file));
}

QTEST_GUILESS_MAIN(TestKeptClasses)
#include "tst_keptclasses.moc"
