// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/anatomytext.h"

//! What the tables of the anatomy's words are made of.
namespace pushlab::wire {

//! Words in UTF-8, as tables have them.
struct TextRow
{
    const char *english;
    const char *chinese;
    const char *purpose;
    const char *chinesePurpose;
    const char *section;
};

[[nodiscard]] inline PartText textFrom(const TextRow &row)
{
    return {{QString::fromUtf8(row.english), QString::fromUtf8(row.chinese)},
            {QString::fromUtf8(row.purpose), QString::fromUtf8(row.chinesePurpose)},
            QString::fromLatin1(row.section)};
}

} // namespace pushlab::wire
