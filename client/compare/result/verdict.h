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

//! Compares the variant with the shortest mean delay with each of the others.
[[nodiscard]] QList<Finding> findingsOn(QList<DelaySummary> delays, double clockUncertainty);

//! One statement of a verdict. A plain value; text/verdicttext.h has its text.
struct Conclusion
{
    Q_GADGET

public:
    enum class Kind : quint8 {
        NothingMeasured,
        //! Shares: the fastest variant, then those that it beats, with mean delays in ms; amount: ± ms of uncertainty of the
        //! clocks.
        Faster,
        TooFewMessages, //!< shares: the two that cannot be distinguished, as in the next three
        RatesDiffer,
        ClocksTooUncertain, //!< amount: uncertainty of the clocks in ms
        WithinChance,
        BytesApart, //!< shares: the variants with the fewest and the most bytes per message; amount: their ratio
        NothingLost,
        LostOrRepeated, //!< numbers of lost and repeated messages
        Stated, //!< a sentence of a file from a version that stored verdicts as text
    };
    Q_ENUM(Kind)

    //! A variant and its value in the statement.
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

//! The verdict on a run. Calls a variant "faster" only where the findings allow it, and otherwise says why not.
[[nodiscard]] QList<Conclusion> conclusionsOn(const RunResult &result);

} // namespace pushlab::compare
