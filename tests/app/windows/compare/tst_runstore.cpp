// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runstore.h"
#include "tests/compare/sampleresult.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::RunStore;
using app::StoredRun;

class TestRunStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsRuns();
    void followsRenamingAndRemoval();
    void keepsTheNewest();
    void keepsNoMoreBytes();
    void leavesDamagedFilesAlone_data();
    void leavesDamagedFilesAlone();
    void saysWhyItCannotKeep();

private:
    [[nodiscard]] QString folder() const { return m_directory->filePath(u"runs"_s); }
    [[nodiscard]] QList<StoredRun> read(QStringList *damaged = nullptr) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestRunStore::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

QList<StoredRun> TestRunStore::read(QStringList *damaged) const
{
    QStringList names;
    RunStore store(folder());
    return store.load(damaged ? *damaged : names);
}

void TestRunStore::keepsRuns()
{
    QVERIFY(read().isEmpty());
    RunStore store(folder());
    QVERIFY(!store.add(u"Run 1"_s, sampleResult()).isEmpty());
    QTest::qWait(2); // names begin with ms
    QVERIFY(!store.add(u"安静 \"/..\""_s, sampleResult()).isEmpty());
    const auto runs = read();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs.at(0).name, u"Run 1"_s);
    QCOMPARE(runs.at(1).name, u"安静 \"/..\""_s);
    QVERIFY(runs.at(0).result == sampleResult());
}

void TestRunStore::followsRenamingAndRemoval()
{
    RunStore store(folder());
    const QString file = store.add(u"Run 1"_s, sampleResult());
    QVERIFY(store.rename(file, u"quiet"_s, sampleResult()));
    const auto runs = read();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().name, u"quiet"_s);
    QVERIFY(runs.first().result == sampleResult());
    store.remove(file);
    QVERIFY(read().isEmpty());
    QVERIFY(QDir(folder()).isEmpty());
}

void TestRunStore::keepsTheNewest()
{
    RunStore store(folder());
    for (int i = 0; i < RunStore::maxRuns + 3; ++i) {
        QVERIFY(!store.add(QString::number(i), sampleResult()).isEmpty());
        QTest::qWait(2);
    }
    const auto runs = read();
    QCOMPARE(runs.size(), RunStore::maxRuns);
    QCOMPARE(runs.first().name, u"3"_s);
}

void TestRunStore::keepsNoMoreBytes()
{
    compare::RunResult large = sampleResult();
    large.statedNotes = {QString(RunStore::maxBytes / 3, u'x')};
    RunStore store(folder());
    for (int i = 0; i < 4; ++i) {
        QVERIFY(!store.add(QString::number(i), large).isEmpty());
        QTest::qWait(2);
    }
    qint64 bytes = 0;
    const QFileInfoList files = QDir(folder()).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files)
        bytes += file.size();
    QVERIFY(bytes <= RunStore::maxBytes);
    const auto runs = read();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs.first().name, u"2"_s);
}

void TestRunStore::leavesDamagedFilesAlone_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\xff\x00 half", 7);
    QTest::newRow("no run") << QByteArray(R"({"schema":"pushlab-run","version":1,"name":"x","result":{}})");
    QTest::newRow("of a later version") << QByteArray(R"({"schema":"pushlab-run","version":2,"name":"x"})");
}

void TestRunStore::leavesDamagedFilesAlone()
{
    QFETCH(QByteArray, contents);
    QVERIFY(QDir().mkpath(folder()));
    const QString name = u"run-20200101T000000000-damaged.json"_s; // the oldest
    QFile file(folder() + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size());
    file.close();
    RunStore store(folder());
    QStringList damaged;
    QVERIFY(store.load(damaged).isEmpty());
    QCOMPARE(damaged, QStringList{name});
    for (int i = 0; i < RunStore::maxRuns + 1; ++i)
        QVERIFY(!store.add(QString::number(i), sampleResult()).isEmpty());
    damaged.clear();
    QCOMPARE(read(&damaged).size(), RunStore::maxRuns);
    QCOMPARE(damaged, QStringList{name});
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), contents);
}

void TestRunStore::saysWhyItCannotKeep()
{
    QFile file(folder()); // where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    RunStore store(folder());
    QVERIFY(store.add(u"Run 1"_s, sampleResult()).isEmpty());
    QVERIFY(!store.errorString().isEmpty());
    QVERIFY(read().isEmpty());
}

QTEST_GUILESS_MAIN(TestRunStore)
#include "tst_runstore.moc"
