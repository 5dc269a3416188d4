// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/progressline.h"

#include "app/console.h"
#include "client/compare/text/runtext.h"

#include <cstdio>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

void ProgressLine::show(const compare::Progress &progress, const QString &prefix)
{
    const QString what = prefix + compare::progressText(progress);
    if (!isErrorsTerminal()) {
        if (what != m_last)
            tell(what);
        m_last = what;
        return;
    }
    const QString line = u"%1 (%2)"_s.arg(what, compare::timesText(progress));
    std::fputs(QByteArray("\r\033[K" + line.toUtf8()).constData(), stderr);
    m_last = line;
}

void ProgressLine::clear()
{
    if (isErrorsTerminal() && !m_last.isEmpty())
        std::fputs("\r\033[K", stderr);
    m_last.clear();
}

} // namespace pushlab::app
