// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runerror.h"
#include "client/compare/result/variant.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <array>
#include <optional>

namespace pushlab::compare {

struct RunOptions;
struct RunResult;

//! One thing that a reader of a result must know: scaling, bottlenecks, estimates. A plain value; text/notetext.h has its words.
struct Note
{
    Q_GADGET

public:
    enum class Kind : quint8 {
        PresetSummary, //!< what the preset `name` is
        PresetSource, //!< who published what the preset `name` repeats: `source`
        PresetRemark, //!< what to know of the preset `name` before numbers are compared
        FewerClients, //!< figures: clients here, at most there
        OneRoom, //!< figures: messages a second and client here; rooms there, rooms of a client there
        PollTimerRunsOn, //!< their poll's timer does not wait for the answer, ours does
        StoppedBy, //!< `error` ended the run before its time
        Interrupted,
        LoadWasBusy, //!< figures: share of the time, 0..1
        ClockKnownTo, //!< figures: ms, how far the host's clock may be off
        SegmentsEstimated,
        TheoryGoesBy, //!< figures: the measured round trip in ms
        RequestsFailed, //!< of `variant`; figures: how many
        QueueHasNoClock, //!< answers of the tutorials' queues carry no time
        Stated, //!< a sentence of a file that is older than notes as values: `source`
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Interrupted;
    QString name;
    QString source;
    std::optional<Variant> variant;
    std::optional<RunError> error;
    std::array<double, 3> figures{};

    friend bool operator==(const Note &, const Note &) = default;
};

//! What the preset of \a options is, what of it was scaled or left out, and what its source says; empty without one.
[[nodiscard]] QList<Note> presetNotes(const RunOptions &options);

//! All that a reader of \a result must know, the preset's notes first.
[[nodiscard]] QList<Note> notesOn(const RunResult &result);

//! Those for which its figures are to be taken with care; also where a file states its notes in sentences.
[[nodiscard]] QList<Note> cautionsOn(const RunResult &result);

} // namespace pushlab::compare
