// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/hanspacing.h"

namespace pushlab::session {

namespace {

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

} // namespace

QString closedUp(const QString &text)
{
    QString closed;
    closed.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isIdle = text.at(i) == u' ' && i > 0 && i + 1 < text.size() && isHan(text.at(i - 1)) && isHan(text.at(i + 1));
        if (!isIdle)
            closed += text.at(i);
    }
    return closed;
}

} // namespace pushlab::session
