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

//! A remark for readers of a result, about scaling, bottlenecks or estimates. A plain value; text/notetext.h has the text.
struct Note
{
    Q_GADGET

public:
    enum class Kind : quint8 {
        PresetSummary, //!< what the preset `name` is
        PresetSource, //!< `source` published what the preset `name` repeats
        PresetRemark, //!< what to know of the preset `name` before comparing numbers
        FewerClients, //!< figures: number of clients here, greatest number there
        OneRoom, //!< figures: messages a second and client here; number of rooms there, rooms of a client there
        PollTimerRunsOn, //!< their poll's timer has a fixed period, ours starts at the answer
        StoppedBy, //!< `error` ended the run early
        Interrupted,
        LoadWasBusy, //!< figures: share of the time in which the load's thread was busy, 0..1
        ClockKnownTo, //!< figures: possible error of the host's clock in ms
        SegmentsEstimated,
        TheoryGoesBy, //!< figures: the measured round trip in ms
        RequestsFailed, //!< of `variant`; figures: number of failures
        QueueHasNoClock, //!< answers of the tutorials' queues contain no time
        Stated, //!< `source` is a sentence of a file from a version that stored notes as text
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

//! The notes on the preset of \a options: what it is, what was scaled or left out, and its source; empty without a preset.
[[nodiscard]] QList<Note> presetNotes(const RunOptions &options);

//! All notes on \a result, those on the preset first.
[[nodiscard]] QList<Note> notesOn(const RunResult &result);

//! The notes that make figures doubtful, also when a file has its notes as text.
[[nodiscard]] QList<Note> cautionsOn(const RunResult &result);

} // namespace pushlab::compare
