// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/note.h"

#include "client/compare/result/evaluation.h"
#include "client/compare/result/runresult.h"
#include "client/theory/published.h"

#include <algorithm>

namespace pushlab::compare {

namespace {

Note plainNote(Note::Kind kind, std::array<double, 3> figures = {})
{
    Note note;
    note.kind = kind;
    note.figures = figures;
    return note;
}

Note noteOfPreset(Note::Kind kind, const QString &preset, const QString &source = {})
{
    Note note;
    note.kind = kind;
    note.name = preset;
    note.source = source;
    return note;
}

QList<Note> notesOnSetup(const theory::PublishedSetup &setup, const RunOptions &options)
{
    QList<Note> notes;
    if (!setup.source.isEmpty())
        notes += noteOfPreset(Note::Kind::PresetSource, setup.name, setup.source);
    if (setup.hasRemark)
        notes += noteOfPreset(Note::Kind::PresetRemark, setup.name);
    const int greatest = *std::max_element(setup.clients.begin(), setup.clients.end());
    if (greatest > options.clients)
        notes += plainNote(Note::Kind::FewerClients, {double(options.clients), double(greatest), 0});
    if (setup.rooms > 1)
        notes += plainNote(Note::Kind::OneRoom, {options.rate, double(setup.rooms), double(setup.roomsPerClient)});
    if (setup.parameters.pollTimer == theory::PollTimer::RunsOn && options.variants.contains(Variant::Polling))
        notes += plainNote(Note::Kind::PollTimerRunsOn);
    return notes;
}

QList<Note> measuredNotes(const RunResult &result)
{
    QList<Note> notes;
    if (result.error) {
        notes += plainNote(Note::Kind::StoppedBy);
        notes.last().error = result.error;
    }
    if (result.isPartial)
        notes += plainNote(Note::Kind::Interrupted);
    if (result.loadBusy > busyLimit)
        notes += plainNote(Note::Kind::LoadWasBusy, {result.loadBusy, 0, 0});
    if (!result.isOwnHost)
        notes += plainNote(Note::Kind::ClockKnownTo, {result.clockUncertainty, 0, 0});
    notes += plainNote(Note::Kind::SegmentsEstimated);
    notes += plainNote(Note::Kind::TheoryGoesBy, {result.roundTrip, 0, 0});
    for (const VariantResult &one : result.variants) {
        if (one.failures == 0)
            continue;
        notes += plainNote(Note::Kind::RequestsFailed, {double(one.failures), 0, 0});
        notes.last().variant = one.variant;
    }
    if (result.options.variants.contains(Variant::TutorialQueue))
        notes += plainNote(Note::Kind::QueueHasNoClock);
    return notes;
}

bool isCaution(Note::Kind kind)
{
    switch (kind) {
    case Note::Kind::StoppedBy:
    case Note::Kind::Interrupted:
    case Note::Kind::LoadWasBusy:
    case Note::Kind::ClockKnownTo:
    case Note::Kind::RequestsFailed:
        return true;
    case Note::Kind::PresetSummary:
    case Note::Kind::PresetSource:
    case Note::Kind::PresetRemark:
    case Note::Kind::FewerClients:
    case Note::Kind::OneRoom:
    case Note::Kind::PollTimerRunsOn:
    case Note::Kind::SegmentsEstimated:
    case Note::Kind::TheoryGoesBy:
    case Note::Kind::QueueHasNoClock:
    case Note::Kind::Stated:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Note> presetNotes(const RunOptions &options)
{
    if (options.preset.isEmpty())
        return {};
    QList<Note> notes;
    const theory::PublishedSetup *const setup = theory::publishedSetup(options.preset);
    if (setup || options.preset == quickPreset)
        notes += noteOfPreset(Note::Kind::PresetSummary, options.preset);
    if (setup)
        notes += notesOnSetup(*setup, options);
    return notes;
}

QList<Note> notesOn(const RunResult &result)
{
    QList<Note> notes;
    for (const QString &sentence : result.statedNotes)
        notes += noteOfPreset(Note::Kind::Stated, {}, sentence);
    if (!notes.isEmpty())
        return notes;
    return presetNotes(result.options) + measuredNotes(result);
}

QList<Note> cautionsOn(const RunResult &result)
{
    QList<Note> notes = measuredNotes(result);
    notes.removeIf([](const Note &note) { return !isCaution(note.kind); });
    return notes;
}

} // namespace pushlab::compare
