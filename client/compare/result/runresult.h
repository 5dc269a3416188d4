// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/roundresult.h"
#include "client/compare/result/runerror.h"
#include "client/compare/result/runoptions.h"
#include "client/theory/comparison.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pushlab::compare {

//! A measured figure, what theory expects for the parameters in force, and how sure it is.
struct Figure
{
    double value = 0;
    std::optional<double> theory;
    std::optional<double> halfWidth; //!< of the 95 % confidence interval over the repeats; nothing below three repeats

    bool isComparable = true; //!< false: below what this machine can tell apart

    //! By how many % the value is off theory; nothing without theory, where it expects 0, or where it cannot be compared.
    [[nodiscard]] std::optional<double> residual() const;

    friend bool operator==(const Figure &, const Figure &) = default;
};

//! Whether the delays of a variant may come from theory's distribution (Kolmogorov and Smirnov).
struct Fit
{
    qint64 n = 0;
    double distance = 0;
    double pValue = 1;

    friend bool operator==(const Fit &, const Fit &) = default;
};

//! One variant over all repeats. Bytes are TCP payload of asking for messages, unless the name says otherwise.
struct VariantResult
{
    Variant variant = Variant::Polling;
    int clients = 0;
    int repeats = 0;
    double seconds = 0; //!< measured, all repeats together
    double rate = 0; //!< messages a second as they came
    qint64 sent = 0;
    qint64 samples = 0; //!< messages that the delays come from: each counts once, however many received it; 0: not counted
    qint64 expected = 0;
    qint64 delivered = 0;
    qint64 lost = 0;
    qint64 repeated = 0;
    qint64 failures = 0;
    qint64 requests = 0;
    qint64 empty = 0;
    qint64 connections = 0;
    qint64 messages = 0; //!< received during the measurements: what the bytes go by
    double handshakeBytes = 0; //!< a client
    double headerBytes = 0; //!< h of theory, measured
    double messageBytes = 0; //!< m of theory, measured
    Traffic asking;
    Traffic sending;
    double segmentBytes = 0; //!< of TCP and IP, sending included; estimated
    Figure requestsPerMinute; //!< a client
    Figure emptyShare; //!< 0..1
    Figure bytesPerMinute; //!< a client
    Figure bytesPerMessage; //!< delivered
    Figure mean; //!< delay in ms, as the next ones
    Figure p50;
    Figure p95;
    Figure p99;
    Figure max;
    std::optional<double> cpuPerMessage; //!< ms of the host's thread a delivered message
    double bytesRatio = 1; //!< of bytesPerMessage to the least
    double delayRatio = 1; //!< of the mean delay to the least
    std::optional<Fit> fit;
    protocol::DelayHistogram delays;
    QList<protocol::CdfPoint> expectedDelays; //!< theory's distribution; empty where there is no model of it
    QList<SecondCounts> timeline; //!< the first repeat
    Recording recording; //!< of the first repeat; empty unless wanted, and not kept in JSON files

    friend bool operator==(const VariantResult &, const VariantResult &) = default;
};

//! Whether the one with the shortest mean delay may be called faster than another, and why not if not.
struct Finding
{
    Variant shortest = Variant::Polling;
    Variant other = Variant::Polling;
    theory::Verdict verdict = theory::Verdict::TooFewSamples; //!< never SecondFaster

    friend bool operator==(const Finding &, const Finding &) = default;
};

//! Where and how it was measured.
struct Provenance
{
    QString version; //!< of PushLab
    QString kernel;
    QString cpu; //!< model, and how many threads it runs at a time: "A CPU × 2"
    QString commandLine;
    QString started; //!< ISO 8601, UTC

    friend bool operator==(const Provenance &, const Provenance &) = default;
};

//! A whole run. A plain value.
struct RunResult
{
    RunOptions options;
    Provenance provenance;
    QString hostAddress;
    bool isOwnHost = true;
    bool isPartial = false; //!< interrupted
    double roundTrip = 0; //!< R of theory, measured, ms
    double clockUncertainty = 0; //!< ms, the worst round
    //! By how much every delay may be wrong because it was measured by two clocks, ± ms.
    [[nodiscard]] double clockDoubt() const { return isOwnHost ? 0 : clockUncertainty; }
    double loadBusy = 0; //!< the worst round
    QList<Finding> findings; //!< shortest delay first; conclusionsOn() makes the verdict of them
    std::optional<RunError> error; //!< what ended it before its time
    QList<VariantResult> variants;
    QString statedVerdict; //!< by a file that is older than findings; else empty
    QStringList statedNotes; //!< by a file that is older than notes as values; else empty, and notesOn() makes them

    friend bool operator==(const RunResult &, const RunResult &) = default;
};

} // namespace pushlab::compare
