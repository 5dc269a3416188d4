// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/entrycodec.h"
#include "server/storage/archive.h"
#include "server/storage/database.h"
#include "server/storage/loader.h"
#include "server/storage/writer.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pushlab;
using namespace pushlab::storage;
using namespace Qt::Literals::StringLiterals;

namespace {

QString fixture(const QString &name)
{
    const QString path = u"fixtures/"_s + name;
    return QFINDTESTDATA(path);
}

const room::LogName lobby{u"lobby"_s, u"2k50ca378kweh"_s}; // in version1.sqlite

QList<QByteArray> linesOf(const room::RoomLog &log)
{
    QList<QByteArray> lines;
    for (qint64 seq = log.oldest(); seq <= log.next(); ++seq)
        lines.append(log.at(seq).json);
    return lines;
}

} // namespace

//! Files of version 1, written by PushLab at the commit "Say who can still shut out whom at one address": lobby with three
//! messages and ben's queue after the first, 课堂 with one, and an empty room.
class TestUpgrade final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void databasesAreUpgraded_data();
    void databasesAreUpgraded();
    void upgradedOnesTakeControlEntries();
    void anUpgradeIsAllOrNothing();
    void isReadWhereItMayNotBeUpgraded();
    void archivesAreImported();

private:
    //! A writable copy, with its write-ahead log if there is one.
    [[nodiscard]] QString copyOf(const QString &name) const;
    [[nodiscard]] static QVariant value(const QString &file, const QString &statement);
    [[nodiscard]] static QByteArray archive();

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString TestUpgrade::copyOf(const QString &name) const
{
    const QString file = m_folder->filePath(u"class.sqlite"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        if (const QString from = fixture(name + suffix); !from.isEmpty() && QFile::copy(from, file + suffix))
            QFile::setPermissions(file + suffix, QFile::ReadOwner | QFile::WriteOwner);
    }
    return file;
}

QVariant TestUpgrade::value(const QString &file, const QString &statement)
{
    DatabaseConnection raw(file);
    return raw.open() ? raw.value(statement).value_or(QVariant()) : QVariant();
}

QByteArray TestUpgrade::archive()
{
    QFile file(fixture(u"version1.jsonl"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestUpgrade::databasesAreUpgraded_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("of a host that was stopped") << u"version1.sqlite"_s;
    QTest::newRow("of a host that was killed") << u"version1-killed.sqlite"_s;
}

void TestUpgrade::databasesAreUpgraded()
{
    QFETCH(QString, name);
    const QString file = copyOf(name);
    QVERIFY(QFile::exists(file));
    for (int start = 1; start <= 2; ++start) {
        auto opened = openDatabase({file});
        QVERIFY(std::holds_alternative<std::unique_ptr<DatabaseConnection>>(opened));
        const auto connection = std::get<std::unique_ptr<DatabaseConnection>>(std::move(opened));
        QCOMPARE(connection->value(u"PRAGMA user_version"_s)->toInt(), 2); // version 1 refuses what is above it
        auto loaded = loadRooms(*connection, false);
        QVERIFY(std::holds_alternative<std::vector<room::StoredRoom>>(loaded));
        const auto &rooms = std::get<std::vector<room::StoredRoom>>(loaded);
        QCOMPARE(rooms.size(), size_t(3));
        QCOMPARE(rooms[0].name, u"lobby"_s);
        QCOMPARE(rooms[0].log.next(), 3);
        QCOMPARE(rooms[0].log.newest(false), 3);
        QCOMPARE(rooms[0].log.seqOf(QByteArray("mia\0a1", 6)), 1);
        QCOMPARE(rooms[0].log.seqOf(QByteArray("ben\0b1", 6)), 3);
        QVERIFY((rooms[0].queues == room::QueueCursors{{u"ben"_s, 1}}));
        QVERIFY(rooms[0].log.at(1).json.contains(u"\"text\":\"你好 😀\""_s.toUtf8()));
        QCOMPARE(rooms[1].name, u"课堂"_s);
        QCOMPARE(rooms[1].log.next(), 1);
        QCOMPARE(rooms[2].name, u"empty"_s);
        QCOMPARE(rooms[2].log.next(), 0);
        if (name != "version1.sqlite"_L1)
            continue;
        QCOMPARE(rooms[0].log.epoch(), lobby.epoch);
        QCOMPARE(linesOf(rooms[0].log), archive().trimmed().split('\n').sliced(1)); // as version 1 delivered them
    }
}

void TestUpgrade::upgradedOnesTakeControlEntries()
{
    const QString file = copyOf(u"version1.sqlite"_s);
    const protocol::ControlEntry control{4, 1.5, {{u"kind"_s, u"mark"_s}}};
    {
        const auto connection = std::get<std::unique_ptr<DatabaseConnection>>(openDatabase({file}));
        Writer writer(*connection, [](std::vector<CommittedUpTo> &&) {});
        QVERIFY(writer.write(
            {AppendEntry{lobby, control, "key"}, AppendEntry{lobby, protocol::Message{5, {}, u"five"_s, 0, 2, {}}, {}}}));
    }
    const auto connection = std::get<std::unique_ptr<DatabaseConnection>>(openDatabase({file}));
    const auto loaded = loadRooms(*connection, false);
    const room::RoomLog &log = std::get<std::vector<room::StoredRoom>>(loaded)[0].log;
    QCOMPARE(log.next(), 5);
    QCOMPARE(log.at(4).json, protocol::encodeEntry(control).json);
    QVERIFY(log.at(4).isControl() && !log.at(5).isControl());
    QCOMPARE(log.seqOf("key"), 4);
}

void TestUpgrade::anUpgradeIsAllOrNothing()
{
    const QString file = copyOf(u"version1.sqlite"_s);
    {
        DatabaseConnection raw(file);
        QVERIFY(raw.open() && raw.run(u"DROP TABLE starts"_s)); // the last that is written to
    }
    QVERIFY(std::holds_alternative<Fault>(openDatabase({file})));
    QCOMPARE(value(file, u"PRAGMA user_version"_s).toInt(), 1);
    QCOMPARE(value(file, u"SELECT count(*) FROM pragma_table_info('messages') WHERE name='control'"_s).toInt(), 0);
    QCOMPARE(value(file, u"SELECT count(*) FROM messages"_s).toInt(), 4);
}

// Opened as from a read-only mount, as export does.
void TestUpgrade::isReadWhereItMayNotBeUpgraded()
{
    const QString file = copyOf(u"version1.sqlite"_s);
    {
        DatabaseConnection raw(file);
        QVERIFY(raw.open());
        const auto loaded = loadRooms(raw, false);
        QVERIFY(std::holds_alternative<std::vector<room::StoredRoom>>(loaded));
        QCOMPARE(std::get<std::vector<room::StoredRoom>>(loaded)[0].log.next(), 3);
    }
    QCOMPARE(value(file, u"PRAGMA user_version"_s).toInt(), 1);
}

void TestUpgrade::archivesAreImported()
{
    QFile file(fixture(u"version1.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = readArchive(file);
    const Archive *const given = std::get_if<Archive>(&read);
    QVERIFY(given);
    QCOMPARE(given->room, u"lobby"_s);
    QCOMPARE(given->messageCount(), 3);
    const QString database = m_folder->filePath(u"new.sqlite"_s);
    QVERIFY(!importRoom(database, u"lobby"_s, *given));
    const auto lines = readRoom(database, u"lobby"_s);
    QCOMPARE(std::get<QList<QByteArray>>(lines), archive().trimmed().split('\n').sliced(1));
    QVERIFY(archiveHead(u"lobby"_s, 3).contains("\"version\":2")); // which version 1 refuses
}

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
