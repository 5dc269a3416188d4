// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/note.h"

#include "client/compare/result/preset.h"

#include "sampleresult.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::compare;
using Kind = Note::Kind;

//! The notes on a result, as values.
class TestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followFromTheResult_data();
    void followFromTheResult();
    void beginWithThePreset();
    void nameWhoFailed();
    void areStatedByOlderFiles();
};

namespace {

RunResult plainResult()
{
    RunResult result = sampleResult();
    result.options.preset.clear();
    return result;
}

QList<Kind> kindsOf(const QList<Note> &notes)
{
    QList<Kind> kinds;
    for (const Note &note : notes)
        kinds += note.kind;
    return kinds;
}

} // namespace

void TestNotes::followFromTheResult_data()
{
    QTest::addColumn<RunResult>("result");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isCaution");
    RunResult result = plainResult();
    QTest::newRow("segments") << result << Kind::SegmentsEstimated << false;
    QTest::newRow("theory") << result << Kind::TheoryGoesBy << false;
    result.isPartial = true;
    QTest::newRow("interrupted") << result << Kind::Interrupted << true;
    result = plainResult();
    result.loadBusy = 0.95;
    QTest::newRow("busy") << result << Kind::LoadWasBusy << true;
    result = plainResult();
    result.isOwnHost = false;
    QTest::newRow("clock") << result << Kind::ClockKnownTo << true;
    result = plainResult();
    result.error = RunError{RunError::Reason::ConnectRefused, {}, 3, 20, {}};
    QTest::newRow("stopped") << result << Kind::StoppedBy << true;
    result = plainResult();
    result.options.variants = {Variant::TutorialQueue};
    QTest::newRow("queue") << result << Kind::QueueHasNoClock << false;
}

void TestNotes::followFromTheResult()
{
    QFETCH(RunResult, result);
    QFETCH(Kind, kind);
    QVERIFY(kindsOf(notesOn(result)).contains(kind));
    QTEST(kindsOf(cautionsOn(result)).contains(kind), "isCaution");
    if (kind != Kind::SegmentsEstimated && kind != Kind::TheoryGoesBy)
        QVERIFY(!kindsOf(notesOn(plainResult())).contains(kind));
}

void TestNotes::beginWithThePreset()
{
    RunResult result = sampleResult();
    result.options = *presetNamed(u"cometd"_s);
    const QList<Note> notes = notesOn(result);
    QCOMPARE(kindsOf(notes).first(4), (QList{Kind::PresetSummary, Kind::PresetSource, Kind::PresetRemark, Kind::OneRoom}));
    QCOMPARE(notes.at(3).figures, (std::array{result.options.rate, 100.0, 10.0}));
    QVERIFY(notes.at(1).source.contains("CometD"_L1));
}

void TestNotes::nameWhoFailed()
{
    RunResult result = plainResult();
    result.variants.last().failures = 7;
    const QList<Note> cautions = cautionsOn(result);
    QCOMPARE(cautions.size(), 1);
    QCOMPARE(cautions.first().kind, Kind::RequestsFailed);
    QCOMPARE(cautions.first().variant, Variant::WebSocket);
    QCOMPARE(cautions.first().figures[0], 7.0);
}

void TestNotes::areStatedByOlderFiles()
{
    RunResult result = olderResult();
    result.isPartial = true;
    QCOMPARE(kindsOf(notesOn(result)), QList{Kind::Stated});
    QCOMPARE(kindsOf(cautionsOn(result)), QList{Kind::Interrupted}); // the figures know it all the same
}

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
