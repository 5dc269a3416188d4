// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"
#include "client/theory/comparison.h"

#include <QMetaType>

namespace pushlab::compare {

struct DelaySummary
{
    Variant variant = Variant::Polling;
    theory::DelaySample sample;
};

//! The one with the shortest mean delay against each of the others.
[[nodiscard]] QList<Finding> findingsOn(QList<DelaySummary> delays, double clockUncertainty);

//! One statement of a verdict. A plain value; text/verdicttext.h has its words.
struct Conclusion
{
    Q_GADGET

public:
    enum class Kind : quint8 {
        NothingMeasured,
        Faster, //!< shares: the fastest, then those that it beats, mean delays in ms; amount: ± ms by which two clocks may be off
        TooFewMessages, //!< shares: the two that cannot be told apart, as in the next three
        RatesDiffer,
        ClocksTooUncertain, //!< amount: ms by which they may be off
        WithinChance,
        BytesApart, //!< shares: the one with the fewest bytes of a message, the one with the most; amount: their ratio
        NothingLost,
        LostOrRepeated, //!< lost, repeated
        Stated, //!< by a file that is older than findings, in a sentence
    };
    Q_ENUM(Kind)

    //! A variant, and its part in the statement.
    struct Share
    {
        Variant variant = Variant::Polling;
        double value = 0;

        friend bool operator==(const Share &, const Share &) = default;
    };

    Kind kind = Kind::NothingMeasured;
    QList<Share> shares;
    double amount = 0;
    qint64 lost = 0;
    qint64 repeated = 0;
    QString sentence;

    friend bool operator==(const Conclusion &, const Conclusion &) = default;
};

//! The verdict on a run. Calls one "faster" only where its findings allow it, and says why where they do not.
[[nodiscard]] QList<Conclusion> conclusionsOn(const RunResult &result);

} // namespace pushlab::compare
