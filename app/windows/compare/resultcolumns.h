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
    //! \a clockDoubt: by how much the delays of its run may be wrong, ± ms.
    std::function<QString(const compare::VariantResult &, double clockDoubt)> text;
    bool isAlwaysShown = false; //!< the others on demand
};

//! All of them, in the language of the moment; theory and difference stand right of what they belong to.
[[nodiscard]] QList<ResultColumn> resultColumns();

} // namespace pushlab::app
