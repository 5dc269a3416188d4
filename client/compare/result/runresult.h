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

//! A measured figure, what theory expects for these parameters, and its uncertainty.
struct Figure
{
    double value = 0;
    std::optional<double> theory;
    std::optional<double> halfWidth; //!< of the 95 % confidence interval over the repeats; nullopt below three repeats

    bool isComparable = true; //!< false: smaller than this machine can measure

    //! The difference between value and theory in % of theory; nullopt without theory, when theory expects 0, or when not
    //! comparable.
    [[nodiscard]] std::optional<double> residual() const;

    friend bool operator==(const Figure &, const Figure &) = default;
};

//! Whether the delays of a variant fit theory's distribution (Kolmogorov-Smirnov).
struct Fit
{
    qint64 n = 0;
    double distance = 0;
    double pValue = 1;

    friend bool operator==(const Fit &, const Fit &) = default;
};

//! The results of one variant over all repeats. Bytes are TCP payload of requests for messages, unless the name says otherwise.
struct VariantResult
{
    Variant variant = Variant::Polling;
    int clients = 0;
    int repeats = 0;
    double seconds = 0; //!< measured duration, all repeats together
    double rate = 0; //!< messages a second, as sent
    qint64 sent = 0;
    qint64 samples = 0; //!< messages that were measured: each counts once, whatever the number of its receivers; 0: not counted
    qint64 expected = 0;
    qint64 delivered = 0;
    qint64 lost = 0;
    qint64 repeated = 0;
    qint64 failures = 0;
    qint64 requests = 0;
    qint64 empty = 0;
    qint64 connections = 0;
    qint64 messages = 0; //!< received during the measurements
    double handshakeBytes = 0; //!< per client
    double headerBytes = 0; //!< h of theory, as measured
    double messageBytes = 0; //!< m of theory, as measured
    Traffic asking;
    Traffic sending;
    double segmentBytes = 0; //!< headers of TCP and IP, sending included; estimated
    Figure requestsPerMinute; //!< per client
    Figure emptyShare; //!< 0..1
    Figure bytesPerMinute; //!< per client
    Figure bytesPerMessage; //!< per delivered message
    Figure mean; //!< delay in ms, as are the next ones
    Figure p50;
    Figure p95;
    Figure p99;
    Figure max;
    std::optional<double> cpuPerMessage; //!< ms of the host's thread per delivered message
    double bytesRatio = 1; //!< bytesPerMessage relative to the smallest
    double delayRatio = 1; //!< mean delay relative to the smallest
    std::optional<Fit> fit;
    protocol::DelayHistogram delays;
    QList<protocol::CdfPoint> expectedDelays; //!< theory's distribution; empty where there is no model
    QList<SecondCounts> timeline; //!< of the first repeat
    Recording recording; //!< of the first repeat; empty unless asked for, and not stored in JSON files

    friend bool operator==(const VariantResult &, const VariantResult &) = default;
};

//! Whether the variant with the shortest mean delay may be called faster than another; if not, why.
struct Finding
{
    Variant shortest = Variant::Polling;
    Variant other = Variant::Polling;
    theory::Verdict verdict = theory::Verdict::TooFewSamples; //!< never SecondFaster

    friend bool operator==(const Finding &, const Finding &) = default;
};

//! Where and how a run was measured.
struct Provenance
{
    QString version; //!< version of PushLab
    QString kernel;
    QString cpu; //!< model and number of hardware threads: "A CPU × 2"
    QString commandLine;
    QString started; //!< ISO 8601, in UTC

    friend bool operator==(const Provenance &, const Provenance &) = default;
};

//! A complete run. A plain value.
struct RunResult
{
    RunOptions options;
    Provenance provenance;
    QString hostAddress;
    bool isOwnHost = true;
    bool isPartial = false; //!< the run was interrupted
    double roundTrip = 0; //!< R of theory, as measured, ms
    double clockUncertainty = 0; //!< ms, of the worst round
    //! The possible error of every delay, because two clocks were involved, ± ms.
    [[nodiscard]] double clockDoubt() const { return isOwnHost ? 0 : clockUncertainty; }
    double loadBusy = 0; //!< of the worst round
    QList<Finding> findings; //!< shortest delay first; conclusionsOn() turns them into a verdict
    std::optional<RunError> error; //!< what ended the run early; nullopt: nothing
    QList<VariantResult> variants;
    QString statedVerdict; //!< the verdict of a file from a version that stored it as text; otherwise empty
    QStringList statedNotes; //!< the notes of a file from a version that stored them as text; otherwise empty, see notesOn()

    friend bool operator==(const RunResult &, const RunResult &) = default;
};

} // namespace pushlab::compare
