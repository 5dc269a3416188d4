// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/sessionreader.h"
#include "server/protocol/wire/sessionwriter.h"
#include "tests/protocol/wire/samplelesson.h"
#include "tests/support/trafficsample.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::wire;

//! A lesson of 45 minutes as a file: how large it is, and how fast one is anywhere in it.
class TestSessionSize final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isSmall();
    void isOpenedSoon();
    void isSoughtSoon();

private:
    static constexpr int seconds = 45 * 60;

    QTemporaryDir m_directory;
    QFile m_file;
    qint64 m_records = 0;
};

void TestSessionSize::initTestCase()
{
    m_file.setFileName(m_directory.filePath(u"lesson.pushlab"_s));
    QVERIFY(m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    SessionWriter writer(m_file, {.application = u"PushLab test"_s, .title = u"lesson"_s, .began = tests::TrafficSample::start});
    tests::SampleLesson lesson;
    for (int i = 0; i < seconds; ++i) {
        for (const SessionMoment &moment : lesson.nextSecond())
            QVERIFY(writer.append(moment));
    }
    QVERIFY(writer.finish());
    m_records = lesson.recordCount();
    QVERIFY(m_records > 40 * seconds);
    qInfo("%lld records with %.1f MB take %.1f MB", m_records, double(lesson.byteCount()) / 1e6, double(m_file.size()) / 1e6);
}

void TestSessionSize::isSmall()
{
    QVERIFY(m_file.size() < 50'000'000);
}

void TestSessionSize::isOpenedSoon()
{
    QElapsedTimer timer;
    timer.start();
    const auto session = SessionReader::open(m_file);
    const qint64 taken = timer.elapsed();
    const auto &reader = std::get<std::unique_ptr<SessionReader>>(session);
    QCOMPARE(reader->ending().kind, SessionEnding::Kind::Whole);
    QVERIFY2(taken < 1'000, qPrintable(u"%1 ms"_s.arg(taken)));
}

void TestSessionSize::isSoughtSoon()
{
    const auto session = SessionReader::open(m_file);
    const auto &reader = std::get<std::unique_ptr<SessionReader>>(session);
    for (int i = 0; i < 50; ++i) {
        const qint64 at = tests::TrafficSample::start + i * 7'919LL % seconds * 1'000'000;
        QElapsedTimer timer;
        timer.start();
        const auto part = reader->part(reader->partAt(at));
        const qint64 taken = timer.elapsed();
        QVERIFY(part);
        QVERIFY(part->moments.first().at <= at && part->moments.last().at >= at);
        QVERIFY(part->moments.size() <= 30); // 5 s: what is held in memory at once
        QCOMPARE(part->before.members.isEmpty(), at == tests::TrafficSample::start);
        QVERIFY2(taken < 1'000, qPrintable(u"%1 ms"_s.arg(taken)));
    }
}

QTEST_GUILESS_MAIN(TestSessionSize)
#include "tst_sessionsize.moc"
