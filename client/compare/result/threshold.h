// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <optional>

namespace pushlab::compare {

//! A condition under which a run counts as failed: "websocket.p95>50ms". A plain value.
struct Threshold
{
    enum class Relation : quint8 { Above, AtLeast, Below, AtMost };

    QString text; //!< as it was typed
    Variant variant = Variant::Polling;
    QString figure;
    Relation relation = Relation::Above;
    double bound = 0; //!< delays in ms, shares as 0..1, bytes

    //! Whether the run fails this condition; also true when the variant or figure was not measured.
    [[nodiscard]] bool isMissedBy(const RunResult &result) const;
};

//! Reads TECHNIQUE.FIGURE, one of > >= < <=, and a number with an optional unit (ms, s, %, B, kB); delays without a unit are in
//! ms. Returns nullopt when \a text is none.
[[nodiscard]] std::optional<Threshold> parseThreshold(const QString &text);

//! The names of the figures that a threshold may use.
[[nodiscard]] QStringList thresholdFigures();

//! The value of a threshold's figure; nullopt when the name is unknown, or the figure was not measured.
[[nodiscard]] std::optional<double> figureOf(const VariantResult &result, QStringView figure);

} // namespace pushlab::compare
