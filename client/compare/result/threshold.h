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
    double bound = 0; //!< delays in ms, shares 0..1, bytes

    //! Whether the run fails by it; also when the variant or its figure was not measured.
    [[nodiscard]] bool isMissedBy(const RunResult &result) const;
};

//! TECHNIQUE.FIGURE, one of > >= < <=, a number with or without a unit (ms, s, %, B, kB). Delays without a unit are ms.
[[nodiscard]] std::optional<Threshold> parseThreshold(const QString &text);

//! The figures that a threshold may name.
[[nodiscard]] QStringList thresholdFigures();

//! The value that a threshold's figure has; nothing when there is none of that name, or none measured.
[[nodiscard]] std::optional<double> figureOf(const VariantResult &result, QStringView figure);

} // namespace pushlab::compare
