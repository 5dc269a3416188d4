// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/storagethread.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>
#include <type_traits>

using namespace pushlab;
using namespace pushlab::storage;
using namespace Qt::Literals::StringLiterals;

namespace {

const room::LogName lobby{u"lobby"_s, u"e1"_s};

protocol::Message saying(qint64 seq)
{
    return {seq, u"Mia"_s, QString::number(seq), 0, 1, {}};
}

class Told final : public room::Storage::Listener
{
public:
    void onCommitted(const room::LogName &, qint64 seq) override { committed.append(seq); }
    void onStorageFailed(const QString &error) override { errors.append(error); }

    QList<qint64> committed;
    QStringList errors;
};

} // namespace

class TestStorageThread final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsInOrderAndSaysSo();
    void manyShareACommit();
    void tidiesItsLogWhenItIsQuiet();
    void writesWhatWasOrderedBeforeItGoes();
    void putsAsideWhatIsCleared();
    void saysOnceThatItFailed();
    void mayGoAtOnce();
    void saysWhyItCannotOpen();

private:
    [[nodiscard]] DatabaseOptions options() const { return {m_folder->filePath(u"class.sqlite"_s)}; }
    void start(const DatabaseOptions &options);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StorageThread> m_storage;
    std::optional<Loaded> m_loaded;
    Told m_told;
};

void TestStorageThread::start(const DatabaseOptions &options)
{
    m_storage.reset();
    m_loaded.reset();
    m_told = {};
    m_storage = std::make_unique<StorageThread>(options, [this](Loaded &&loaded) { m_loaded = std::move(loaded); });
    m_storage->setListener(&m_told);
    QTRY_VERIFY(m_loaded);
}

void TestStorageThread::keepsInOrderAndSaysSo()
{
    start(options());
    QVERIFY(std::get<std::vector<room::StoredRoom>>(*m_loaded).empty());
    QList<double> waits;
    for (qint64 seq = 1; seq <= 200; ++seq) { // lone messages
        QElapsedTimer wait;
        wait.start();
        (void)m_storage->append(lobby, saying(seq), {});
        while (m_told.committed.isEmpty() || m_told.committed.last() < seq)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        waits.append(double(wait.nsecsElapsed()) / 1e6);
        QCOMPARE(m_told.committed.size(), seq);
    }
    std::sort(waits.begin(), waits.end());
    qInfo("a lone message waits %.3f ms, 99 of 100 at most %.3f ms", waits[100], waits[197]);
    QVERIFY2(waits[100] < 20, "half of the lone messages wait ten times as long as they may");
}

void TestStorageThread::manyShareACommit()
{
    constexpr qint64 count = 20'000;
    start(options());
    QElapsedTimer time;
    time.start();
    for (qint64 seq = 1; seq <= count; ++seq)
        (void)m_storage->append(lobby, saying(seq), {});
    QTRY_VERIFY_WITH_TIMEOUT(!m_told.committed.isEmpty() && m_told.committed.last() == count, 30'000);
    qInfo("%.0f messages/s in %d commits", double(count) * 1000 / double(time.elapsed()), int(m_told.committed.size()));
    QVERIFY(std::is_sorted(m_told.committed.begin(), m_told.committed.end()));
    QVERIFY(m_told.committed.size() <= 1000);
    start(options());
    const auto &rooms = std::get<std::vector<room::StoredRoom>>(*m_loaded);
    QCOMPARE(rooms.size(), size_t(1));
    QCOMPARE(rooms[0].log.next(), count);
}

void TestStorageThread::tidiesItsLogWhenItIsQuiet()
{
    start(options());
    const auto keepUpTo = [this](qint64 from, qint64 to) {
        for (qint64 seq = from; seq <= to; ++seq)
            (void)m_storage->append(lobby, saying(seq), {});
        QTRY_VERIFY(!m_told.committed.isEmpty() && m_told.committed.last() == to);
    };
    const qint64 empty = QFileInfo(options().file).size();
    keepUpTo(1, 1000);
    QCOMPARE(QFileInfo(options().file).size(), empty); // nobody waited for that
    QTRY_VERIFY(QFileInfo(options().file).size() > empty);
    const qint64 full = QFileInfo(options().file).size();
    keepUpTo(1001, 1010); // too few to be worth while
    QTest::qWait(1000);
    QCOMPARE(QFileInfo(options().file).size(), full);
}

void TestStorageThread::writesWhatWasOrderedBeforeItGoes()
{
    start(options());
    for (qint64 seq = 1; seq <= 500; ++seq)
        (void)m_storage->append(lobby, saying(seq), {});
    m_storage->setQueue(lobby, u"ben"_s, 7);
    start(options());
    const auto &rooms = std::get<std::vector<room::StoredRoom>>(*m_loaded);
    QCOMPARE(rooms.at(0).log.next(), 500);
    QVERIFY((rooms[0].queues == std::vector<std::pair<QString, qint64>>{{u"ben"_s, 7}}));
    m_storage.reset();
    QVERIFY(QFile::exists(options().file));
    QVERIFY(!QFile::exists(options().file + u"-wal"_s)); // one file is all there is
}

void TestStorageThread::putsAsideWhatIsCleared()
{
    const QString previous = options().file + u".previous"_s;
    for (const QString &stale : {previous, QString(previous + u"-wal"_s), QString(previous + u".new"_s)}) { // of another class
        QFile file(stale);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("stale");
    }
    start(options());
    for (qint64 seq = 1; seq <= 50; ++seq)
        (void)m_storage->append(lobby, saying(seq), {});
    m_storage->setQueue(lobby, u"ben"_s, 7);
    m_storage->clear();
    const room::LogName anew{lobby.room, u"e2"_s};
    m_storage->open(anew);
    (void)m_storage->append(anew, saying(1), {});
    m_storage->setQueue(anew, u"ben"_s, 0);
    QTRY_VERIFY(m_told.committed.size() >= 2 && m_told.committed.last() == 1);
    QVERIFY(m_told.errors.isEmpty());
    start(options());
    const auto &rooms = std::get<std::vector<room::StoredRoom>>(*m_loaded);
    QCOMPARE(rooms.size(), size_t(1));
    QCOMPARE(rooms[0].log.epoch(), u"e2"_s);
    QCOMPARE(rooms[0].log.next(), 1);
    QVERIFY((rooms[0].queues == std::vector<std::pair<QString, qint64>>{{u"ben"_s, 0}}));
    start({previous});
    const auto &old = std::get<std::vector<room::StoredRoom>>(*m_loaded);
    QCOMPARE(old.size(), size_t(1));
    QCOMPARE(old[0].log.epoch(), u"e1"_s);
    QCOMPARE(old[0].log.next(), 50);
    QVERIFY(!QFile::exists(previous + u".new"_s));
}

void TestStorageThread::saysOnceThatItFailed()
{
    DatabaseOptions small = options();
    small.maxPages = 40;
    start(small);
    protocol::Message large = saying(0);
    large.text = QString(10'000, u'x');
    for (large.seq = 1; large.seq <= 100; ++large.seq)
        (void)m_storage->append(lobby, large, {});
    QTRY_COMPARE(m_told.errors.size(), 1);
    QVERIFY2(m_told.errors.first().contains(u"no room on the disk"_s), qPrintable(m_told.errors.first()));
    const QList<qint64> committed = m_told.committed;
    (void)m_storage->append(lobby, saying(101), {});
    start(options()); // what was told is there
    QCOMPARE(m_told.errors.size(), 0);
    const auto &rooms = std::get<std::vector<room::StoredRoom>>(*m_loaded);
    QCOMPARE(rooms.empty() ? 0 : rooms[0].log.next(), committed.isEmpty() ? 0 : committed.last());
}

void TestStorageThread::mayGoAtOnce()
{
    for (int i = 0; i < 20; ++i)
        StorageThread(options(), [](Loaded &&) { QFAIL("was to be gone"); });
}

void TestStorageThread::saysWhyItCannotOpen()
{
    start({m_folder->filePath(u"nowhere/class.sqlite"_s)});
    QVERIFY(std::holds_alternative<Fault>(*m_loaded));
    QCOMPARE(std::get<Fault>(*m_loaded).kind, Fault::Kind::CannotOpen);
    (void)m_storage->append(lobby, saying(1), {}); // nobody is hurt
    m_storage.reset();
}

QTEST_GUILESS_MAIN(TestStorageThread)
#include "tst_storagethread.moc"
