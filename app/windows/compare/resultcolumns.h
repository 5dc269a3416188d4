// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QString>

#include <functional>
#include <optional>

namespace pushlab::app {

//! A column of the table of results.
struct ResultColumn
{
    enum class Kind : quint8 { Measured, Theory, Difference };

    Kind kind = Kind::Measured;
    QString title;
    //! \a clockDoubt: uncertainty of the run's delays, ± ms.
    std::function<QString(const compare::VariantResult &, double clockDoubt)> text;
    bool isAlwaysShown = false; //!< other columns are shown on demand
};

//! All columns, in the present language; theory and difference are right of the measured value.
[[nodiscard]] QList<ResultColumn> resultColumns();

} // namespace pushlab::app
