// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/hanspacing.h"

namespace pushlab::session {

namespace {

constexpr char16_t firstIsolate = 0x2066; // the three that begin one
constexpr char16_t popIsolate = 0x2069;

bool isIsolate(QChar c)
{
    return c.unicode() >= firstIsolate && c.unicode() <= popIsolate;
}

//! The character that is seen beside the place \a at, in direction \a step; 0: none.
char32_t seenBeside(const QString &text, qsizetype at, int step)
{
    do {
        at += step;
    } while (at >= 0 && at < text.size() && isIsolate(text.at(at)));
    if (at < 0 || at >= text.size())
        return 0;
    const qsizetype first = text.at(at).isLowSurrogate() && at > 0 ? at - 1 : at;
    if (text.at(first).isHighSurrogate() && first + 1 < text.size())
        return QChar::surrogateToUcs4(text.at(first), text.at(first + 1));
    return text.at(at).unicode();
}

bool isHan(char32_t c)
{
    return QChar::script(c) == QChar::Script_Han;
}

//! Chinese letters, and signs that are as wide.
bool isWide(char32_t c)
{
    return isHan(c) || (c > 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
}

} // namespace

QString closedUp(const QString &text)
{
    QString closed;
    closed.reserve(text.size());
    int isolates = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isIsolate(c))
            isolates += c == popIsolate ? -1 : 1;
        if (c == u' ' && isolates == 0) {
            const char32_t before = seenBeside(text, i, -1);
            const char32_t after = seenBeside(text, i, 1);
            if (isWide(before) && isWide(after) && (isHan(before) || isHan(after)))
                continue;
        }
        closed += c;
    }
    return closed;
}

} // namespace pushlab::session
