// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/csvfield.h"

#include <algorithm>

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Whether a spreadsheet may run \a text as a formula: some skip blanks first, and accept full-width signs.
bool beginsFormula(const QString &text)
{
    if (text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        return true;
    const auto isUnseen = [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
    };
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isUnseen);
    return first != text.cend() && u"=+-@\uff1d\uff0b\uff0d\uff20"_s.contains(*first);
}

} // namespace

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    if (beginsFormula(text))
        field.prepend('\'');
    if (!field.contains(',') && !field.contains('"') && !field.contains('\n') && !field.contains('\r'))
        return field;
    return '"' + field.replace('"', "\"\"") + '"';
}

} // namespace pushlab::protocol
