// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/comparison.h"

#include <QString>

namespace pushlab::app {

//! Shows the progress of a comparison on stderr: on a terminal in one line that is overwritten, otherwise in a line for each
//! phase.
class ProgressLine final
{
public:
    void show(const compare::Progress &progress, const QString &prefix);
    void clear(); //!< to be called before other output

private:
    QString m_last;
};

} // namespace pushlab::app
