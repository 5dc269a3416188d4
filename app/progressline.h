// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/comparison.h"

#include <QString>

namespace pushlab::app {

//! Tells on stderr how far a comparison is: one line that is written over on a terminal, else a line for each phase.
class ProgressLine final
{
public:
    void show(const compare::Progress &progress, const QString &prefix);
    void clear(); //!< before anything else is written

private:
    QString m_last;
};

} // namespace pushlab::app
