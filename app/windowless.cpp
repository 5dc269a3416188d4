// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowed.h"

#include "app/console.h"
#include "app/exitcode.h"

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

//! In a build without Qt Widgets.
int runWindowed(int &, char **, const Command &)
{
    tell(u"This pushlab was built without windows; use pushlab host --headless or pushlab join URL --headless."_s);
    return int(ExitCode::Usage);
}

} // namespace pushlab::app
