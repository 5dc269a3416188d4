// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/text/columns.h"

#include <QList>
#include <algorithm>
#include <array>

namespace pushlab::compare {

namespace {

struct WideRange
{
    char32_t first;
    char32_t last;
};

// The wide characters (classes W and F of Unicode Standard Annex 11) that the texts here may contain.
constexpr std::array wideRanges{WideRange{0x1100, 0x115f},   WideRange{0x2e80, 0x303e},  WideRange{0x3041, 0xa4cf},
                                WideRange{0xac00, 0xd7a3},   WideRange{0xf900, 0xfaff},  WideRange{0xfe30, 0xfe6f},
                                WideRange{0xff00, 0xff60},   WideRange{0xffe0, 0xffe6},  WideRange{0x1f300, 0x1f64f},
                                WideRange{0x1f900, 0x1f9ff}, WideRange{0x20000, 0x3fffd}};

bool isWide(char32_t character)
{
    return std::any_of(wideRanges.begin(), wideRanges.end(),
                       [character](const WideRange &range) { return character >= range.first && character <= range.last; });
}

} // namespace

qsizetype columnsOf(const QString &text)
{
    qsizetype columns = 0;
    for (const uint character : text.toUcs4()) {
        const QChar::Category category = QChar::category(character);
        if (category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing && category != QChar::Other_Format)
            columns += isWide(character) ? 2 : 1;
    }
    return columns;
}

QString leftAligned(const QString &text, qsizetype columns)
{
    return text + QString(std::max<qsizetype>(0, columns - columnsOf(text)), u' ');
}

QString rightAligned(const QString &text, qsizetype columns)
{
    return QString(std::max<qsizetype>(0, columns - columnsOf(text)), u' ') + text;
}

} // namespace pushlab::compare
