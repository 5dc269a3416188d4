// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/database.h"
#include "server/storage/loader.h"
#include "server/storage/writer.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace pushlab;
using namespace pushlab::storage;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Fault::Kind)

namespace {

using Opened = std::variant<std::unique_ptr<DatabaseConnection>, Fault>;

const room::LogName lobby{u"lobby"_s, u"e1"_s};

AppendEntry message(qint64 seq, const QString &text = u"text"_s, const QByteArray &key = {}, const room::LogName &log = lobby)
{
    return {log, protocol::Message{seq, u"Mia"_s, text, 1.5, 1700000000000.125, protocol::Technique::LongPolling}, key};
}

std::vector<StorageCommand> messages(qint64 from, qint64 to)
{
    std::vector<StorageCommand> commands;
    for (qint64 seq = from; seq <= to; ++seq)
        commands.emplace_back(message(seq));
    return commands;
}

std::unique_ptr<DatabaseConnection> connectionOf(Opened &&opened)
{
    if (const Fault *const fault = std::get_if<Fault>(&opened))
        qFatal("%s", qPrintable(fault->text));
    return std::get<std::unique_ptr<DatabaseConnection>>(std::move(opened));
}

std::optional<Fault> faultOf(const Opened &opened)
{
    const Fault *const fault = std::get_if<Fault>(&opened);
    return fault ? std::optional(*fault) : std::nullopt;
}

} // namespace

class TestDatabase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void givesBackWhatItWasGiven();
    void keepsAnyText_data();
    void keepsAnyText();
    void keepsAnyName();
    void commitsInOrderAndInGroups();
    void queuesAreMovedAndClosed();
    void trimsAndForgets();
    void aRoomThatBeganAnewIsAnother();
    void refusesWhatIsNotIts_data();
    void refusesWhatIsNotIts();
    void refusesWhatIsLocked();
    void refusesWhatIsReadOnly();
    void refusesAHoleInTheNumbers();
    void refusesDamage();
    void refusesWhenItIsFull();
    void aKilledWriteLeavesNothing();
    void loadingCanBeEnded();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"class.sqlite"_s); }
    [[nodiscard]] Opened open() const { return openDatabase({file()}); }
    void write(const std::vector<StorageCommand> &commands);
    void execute(const QStringList &statements) const;
    [[nodiscard]] std::vector<room::StoredRoom> load() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QList<qint64> m_committed; //!< numbers told, one per commit and room
};

void TestDatabase::write(const std::vector<StorageCommand> &commands)
{
    const auto connection = connectionOf(open());
    m_committed.clear();
    Writer writer(*connection, [this](std::vector<CommittedUpTo> &&committed) {
        for (const CommittedUpTo &upTo : committed)
            m_committed.append(upTo.seq);
    });
    QVERIFY2(writer.write(commands), connection->fault() ? qPrintable(connection->fault()->text) : "");
}

void TestDatabase::execute(const QStringList &statements) const
{
    DatabaseConnection raw(file());
    QVERIFY(raw.open());
    for (const QString &statement : statements)
        QVERIFY2(raw.run(statement), qPrintable(statement));
}

std::vector<room::StoredRoom> TestDatabase::load() const
{
    const auto connection = connectionOf(open());
    Loaded loaded = loadRooms(*connection, false);
    if (const Fault *const fault = std::get_if<Fault>(&loaded))
        qFatal("%s", qPrintable(fault->text));
    return std::get<std::vector<room::StoredRoom>>(std::move(loaded));
}

void TestDatabase::givesBackWhatItWasGiven()
{
    QVERIFY(load().empty());
    const AppendEntry given = message(1, u"hello"_s, QByteArray("mia\0a1", 6));
    write({OpenRoom{lobby}, given, MoveQueue{lobby, u"ben"_s, 0}, OpenRoom{{u"课堂"_s, u"e2"_s}}});
    const auto rooms = load();
    QCOMPARE(rooms.size(), size_t(2));
    QCOMPARE(rooms[0].name, u"lobby"_s);
    QCOMPARE(rooms[0].log.epoch(), u"e1"_s);
    QCOMPARE(rooms[0].log.next(), 1);
    QCOMPARE(rooms[0].log.at(1).json, protocol::encodeEntry(given.entry).json);
    QCOMPARE(rooms[0].log.seqOf(given.key), 1);
    QVERIFY((rooms[0].queues == std::vector<std::pair<QString, qint64>>{{u"ben"_s, 0}}));
    QCOMPARE(rooms[1].name, u"课堂"_s);
    QCOMPARE(rooms[1].log.next(), 0);
}

void TestDatabase::keepsAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("Chinese and an emoji") << u"你好 😀"_s;
    QTest::newRow("a zero") << QString(u"a\0b"_s);
    QTest::newRow("half a character") << QString(QChar(0xd83d));
    QTest::newRow("a byte order mark first") << u"\uFEFFhello"_s;
    QTest::newRow("quotes") << u"'; DROP TABLE messages; --\" \\"_s;
    QTest::newRow("the longest") << QString(65536, u'x');
}

void TestDatabase::keepsAnyText()
{
    QFETCH(QString, text);
    const AppendEntry given = message(1, text);
    write({given});
    QCOMPARE(load()[0].log.at(1).json, protocol::encodeEntry(given.entry).json); // byte for byte what was delivered
}

void TestDatabase::keepsAnyName()
{
    for (const QString &name : {u"\uFEFFclass"_s, u"\uFEFF\uFEFF"_s, u"class"_s, u"a\uFEFF"_s, u"课 '\""_s}) {
        init();
        const room::LogName log{name, u"e1"_s};
        AppendEntry given = message(1, u"text"_s, {}, log);
        std::get<protocol::Message>(given.entry).from = name;
        write({OpenRoom{log}, given, MoveQueue{log, name, 0}});
        auto rooms = load();
        QCOMPARE(rooms.size(), size_t(1));
        QCOMPARE(rooms[0].name, name);
        QCOMPARE(rooms[0].log.at(1).json, protocol::encodeEntry(given.entry).json);
        QVERIFY((rooms[0].queues == std::vector<std::pair<QString, qint64>>{{name, 0}}));
        write({message(2, u"text"_s, {}, log), MoveQueue{log, name, -1}}); // after a restart
        rooms = load();
        QCOMPARE(rooms.size(), size_t(1));
        QCOMPARE(rooms[0].log.next(), 2);
        QVERIFY(rooms[0].queues.empty());
    }
}

void TestDatabase::commitsInOrderAndInGroups()
{
    write(messages(1, 10));
    QCOMPARE(m_committed, QList<qint64>({10})); // one commit
    write(messages(11, 2510));
    QCOMPARE(m_committed, QList<qint64>({1010, 2010, 2510}));
    QCOMPARE(load()[0].log.next(), 2510);
    write({message(2511), message(1, u"x"_s, {}, {u"other"_s, u"e2"_s}), message(2512)});
    QCOMPARE(m_committed, QList<qint64>({2512, 1}));
}

void TestDatabase::queuesAreMovedAndClosed()
{
    std::vector<StorageCommand> commands = messages(1, 3);
    for (qint64 cursor = 0; cursor <= 2; ++cursor)
        commands.emplace_back(MoveQueue{lobby, u"ben"_s, cursor});
    commands.emplace_back(MoveQueue{lobby, u"eve"_s, 3});
    write(commands);
    QVERIFY((load()[0].queues == std::vector<std::pair<QString, qint64>>{{u"ben"_s, 2}, {u"eve"_s, 3}}));
    write({MoveQueue{lobby, u"eve"_s, -1}, MoveQueue{{u"gone"_s, u"e3"_s}, u"eve"_s, 1}});
    QVERIFY((load()[0].queues == std::vector<std::pair<QString, qint64>>{{u"ben"_s, 2}}));
}

void TestDatabase::trimsAndForgets()
{
    std::vector<StorageCommand> commands = messages(1, 10);
    commands.emplace_back(TrimLog{lobby, 4});
    commands.emplace_back(TrimLog{lobby, 8});
    write(commands);
    QCOMPARE(load()[0].log.oldest(), 8);
    QCOMPARE(load()[0].log.next(), 10);
    write({ForgetRoom{lobby}});
    QVERIFY(load().empty());
}

void TestDatabase::aRoomThatBeganAnewIsAnother()
{
    const room::LogName second{u"lobby"_s, u"e2"_s};
    write({message(1), MoveQueue{lobby, u"ben"_s, 1}, ForgetRoom{lobby}, message(1, u"new"_s, {}, second), TrimLog{lobby, 2}});
    const auto rooms = load();
    QCOMPARE(rooms.size(), size_t(1));
    QCOMPARE(rooms[0].log.epoch(), u"e2"_s);
    QCOMPARE(rooms[0].log.next(), 1);
    QVERIFY(rooms[0].queues.empty());
}

void TestDatabase::refusesWhatIsNotIts_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<Fault::Kind>("kind");
    QTest::newRow("a text") << QByteArray("This is no database.\n").repeated(300) << QStringList() << Fault::Kind::NoDatabase;
    QTest::newRow("a short text") << QByteArray("x") << QStringList() << Fault::Kind::NoDatabase;
    QTest::newRow("another program's") << QByteArray() << QStringList{u"CREATE TABLE songs (title TEXT)"_s} << Fault::Kind::Foreign;
    QTest::newRow("another program's that is empty")
        << QByteArray() << QStringList{u"PRAGMA application_id=42"_s} << Fault::Kind::Foreign;
    QTest::newRow("a newer one") << QByteArray() << QStringList{u"PRAGMA application_id=1349733474"_s, u"PRAGMA user_version=3"_s}
                                 << Fault::Kind::Newer;
}

void TestDatabase::refusesWhatIsNotIts()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, statements);
    QFETCH(Fault::Kind, kind);
    QFile raw(file());
    QVERIFY(raw.open(QIODevice::WriteOnly));
    raw.write(content);
    raw.close();
    if (!statements.isEmpty())
        execute(statements);
    QVERIFY(raw.open(QIODevice::ReadOnly));
    const QByteArray before = raw.readAll();
    const auto fault = faultOf(open());
    QVERIFY(fault);
    QCOMPARE(fault->kind, kind);
    QVERIFY2(fault->text.contains(file()), qPrintable(fault->text));
    raw.seek(0);
    QCOMPARE(raw.readAll(), before); // left as it was
}

void TestDatabase::refusesWhatIsLocked()
{
    const auto first = connectionOf(open());
    const auto fault = faultOf(open());
    QVERIFY(fault);
    QCOMPARE(fault->kind, Fault::Kind::Locked);
    QVERIFY(isInUse(file()));
    QVERIFY(!isInUse(m_folder->filePath(u"other.sqlite"_s)));
}

void TestDatabase::refusesWhatIsReadOnly()
{
    write({OpenRoom{lobby}});
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::ReadGroup));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup));
    const bool isRoot = ::geteuid() == 0; // root may write everything
    if (isRoot)
        QCOMPARE(::setresuid(65534, 65534, 0), 0);
    const auto fault = faultOf(open());
    const auto nowhere = faultOf(openDatabase({m_folder->filePath(u"new.sqlite"_s)}));
    if (isRoot)
        QCOMPARE(::setresuid(0, 0, 0), 0);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
    QVERIFY(fault);
    QVERIFY2(fault->kind == Fault::Kind::ReadOnly, qPrintable(fault->text));
    QVERIFY(nowhere);
    QCOMPARE(nowhere->kind, Fault::Kind::CannotOpen);
}

void TestDatabase::refusesAHoleInTheNumbers()
{
    write(messages(1, 10));
    execute({u"DELETE FROM messages WHERE seq=5"_s});
    const auto connection = connectionOf(open());
    const Loaded loaded = loadRooms(*connection, false);
    const Fault *const fault = std::get_if<Fault>(&loaded);
    QVERIFY(fault);
    QCOMPARE(fault->kind, Fault::Kind::Damaged);
}

void TestDatabase::refusesDamage()
{
    std::vector<StorageCommand> commands;
    for (qint64 seq = 1; seq <= 50; ++seq)
        commands.emplace_back(message(seq, QString(4000, u'x')));
    write(commands);
    QFile raw(file());
    QVERIFY(raw.open(QIODevice::ReadWrite));
    QVERIFY(raw.size() > 100'000);
    for (const qint64 place : {30'000, 50'000, 70'000}) {
        raw.seek(place);
        raw.write(QByteArray(5000, '\xa5'));
    }
    raw.close();
    const auto fault = faultOf(open());
    QVERIFY(fault);
    QCOMPARE(fault->kind, Fault::Kind::Damaged);
}

void TestDatabase::refusesWhenItIsFull()
{
    const auto connection = connectionOf(openDatabase({file(), false, 40}));
    m_committed.clear();
    Writer writer(*connection, [this](std::vector<CommittedUpTo> &&committed) { m_committed.append(committed.front().seq); });
    qint64 seq = 0;
    while (writer.write({message(++seq, QString(10'000, u'x'))}))
        QVERIFY(seq < 100);
    QCOMPARE(connection->fault()->kind, Fault::Kind::Full);
    QVERIFY(seq > 5);
    QCOMPARE(m_committed.size(), seq - 1); // all that was told, and no more
    QCOMPARE(m_committed.last(), seq - 1);
    QVERIFY(!writer.write(messages(seq, seq))); // and it stays so
}

void TestDatabase::aKilledWriteLeavesNothing()
{
    write(messages(1, 3));
    {
        const auto connection = connectionOf(open());
        QVERIFY(connection->run(u"BEGIN IMMEDIATE"_s));
        QVERIFY(connection->run(
            u"INSERT INTO messages SELECT room, 4, author, text, sent, accepted, via, key, control FROM messages WHERE seq=3"_s));
    }
    QCOMPARE(load()[0].log.next(), 3);
}

void TestDatabase::loadingCanBeEnded()
{
    write(messages(1, 3));
    const auto connection = connectionOf(open());
    const Loaded loaded = loadRooms(*connection, true);
    QVERIFY(std::holds_alternative<Fault>(loaded));
    QCOMPARE(std::get<Fault>(loaded).kind, Fault::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
