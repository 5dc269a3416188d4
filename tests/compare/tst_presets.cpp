// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/comparison.h"
#include "client/compare/result/preset.h"
#include "client/compare/result/sweep.h"
#include "client/compare/text/notetext.h"
#include "client/compare/text/presettext.h"
#include "client/compare/text/publishedtext.h"
#include "client/compare/text/sweeptext.h"

#include "sampleresult.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::compare;

class TestPresets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheQuickOne();
    void knowsAllPresets_data();
    void knowsAllPresets();
    void saysWhatItScaled();
    void readsSweeps();
    void findsTheCrossover();
};

void TestPresets::beginsWithTheQuickOne()
{
    QCOMPARE(presetNames().first(), u"quick"_s);
    QCOMPARE(presetNames().size(), 10);
    const RunOptions options = *presetNamed(u"quick"_s);
    QCOMPARE(options.variants, RunOptions().variants);
    QVERIFY(Comparison::estimatedTime(options) <= 20s);
    QVERIFY(options.rate * double(options.duration.count()) / 1000 >= 60); // chance leaves 30 of them
}

void TestPresets::knowsAllPresets_data()
{
    QTest::addColumn<QString>("name");
    for (const char *const name :
         {"quick", "quiet", "busy", "slow-phone", "tutorial", "lubbers", "abril", "vandevyvere", "cometd", "rfc6202"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPresets::knowsAllPresets()
{
    QFETCH(QString, name);
    const auto options = presetNamed(name);
    QVERIFY(options);
    QVERIFY(presetNames().contains(name));
    QCOMPARE(options->preset, name);
    QVERIFY(options->clients >= 1 && options->clients <= maxClients);
    QVERIFY(!options->variants.isEmpty());
    const QString summary = presetSummary(name);
    QVERIFY(summary.endsWith(u'.') && !summary.contains(u". "_s)); // a sentence
    const QList<Note> notes = presetNotes(*options);
    QCOMPARE(notes.first().kind, Note::Kind::PresetSummary);
    for (const Note &note : notes)
        QVERIFY(!noteText(note).isEmpty());
    RunResult result = sampleResult();
    result.options = *options;
    for (const PublishedNumber &number : publishedNumbers(result))
        QVERIFY(!theirsText(number).isEmpty() && !oursText(number).isEmpty());
}

void TestPresets::saysWhatItScaled()
{
    RunOptions lubbers = *presetNamed(u"lubbers"_s);
    QCOMPARE(lubbers.clients, 1000);
    const auto fewerClients = [&lubbers] {
        for (const Note &note : presetNotes(lubbers)) {
            if (note.kind == Note::Kind::FewerClients)
                return std::pair(note.figures[0], note.figures[1]);
        }
        return std::pair(0.0, 0.0);
    };
    QCOMPARE(fewerClients(), std::pair(1000.0, 100'000.0));
    lubbers.clients = 5; // by a further option
    QCOMPARE(fewerClients(), std::pair(5.0, 100'000.0));
    QVERIFY(!presetNamed(u"nonsense"_s));
    RunOptions none;
    QVERIFY(presetNotes(none).isEmpty());
    none.preset = u"nonsense"_s;
    QVERIFY(presetNotes(none).isEmpty());
}

void TestPresets::readsSweeps()
{
    const auto sweep = parseSweep(u"rate=0.1..10"_s);
    QVERIFY(sweep);
    QCOMPARE(sweep->rates().first(), 0.1);
    QCOMPARE(sweep->rates().last(), 10.0);
    QVERIFY(sweep->rates().size() >= 5);
    for (const char *const text : {"", "rate=1", "rate=5..1", "rate=0..1", "clients=1..10", "rate=1..1000000"})
        QVERIFY2(!parseSweep(QString::fromLatin1(text)), text);
}

void TestPresets::findsTheCrossover()
{
    QList<RunResult> runs;
    for (const double longPolling : {10.0, 20.0, 45.0, 90.0}) {
        RunResult run = sampleResult();
        run.roundTrip = 10;
        run.variants[0].requestsPerMinute.value = 30;
        run.variants[1].variant = Variant::LongPolling;
        run.variants[1].requestsPerMinute.value = longPolling;
        run.variants[1].rate = longPolling / 60;
        runs.append(run);
    }
    const SweepResult result = evaluateSweep(runs);
    QCOMPARE(result.points.size(), 4);
    QVERIFY(result.crossover);
    QVERIFY(qAbs(*result.crossover - 0.5) < 0.01); // 30 a minute
    QVERIFY(qAbs(result.ruleOfThumb - 0.5) < 0.01);
    QVERIFY(sweepReport(result).contains(u"from 0.50 messages a second on"_s));
}

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
