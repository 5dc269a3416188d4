// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/shownname.h"

#include <QList>
#include <QStringList>

#include <algorithm>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);
constexpr QChar zeroWidthSpace(0x200b);
constexpr qsizetype shownCodePoints = 4; // of an invisible name
constexpr int longestWord = 32; // characters of a tool tip without a possible line break

//! Format characters that are needed in text: joiners of emoji and Persian, tags of flags.
bool isShaping(char32_t c)
{
    return c == 0x200c || c == 0x200d || (c >= 0xe0020 && c <= 0xe007f);
}

//! Characters that count as letters and are invisible: Hangul fillers, the empty Braille pattern.
bool isFiller(char32_t c)
{
    return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
}

bool isVisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
        return false;
    default:
        return !isFiller(c);
    }
}

QString codePoints(const QList<uint> &characters)
{
    QStringList words;
    for (const uint c : characters.first(qMin(shownCodePoints, characters.size())))
        words << u"U+"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0');
    if (characters.size() > shownCodePoints)
        words << u"…"_s;
    return words.join(u' ');
}

} // namespace

QString shownName(const QString &name)
{
    const QList<uint> characters = name.toUcs4();
    if (std::none_of(characters.cbegin(), characters.cend(), isVisible))
        return codePoints(characters);
    QString shown;
    shown.reserve(name.size());
    for (const uint c : characters) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Other_Control || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            shown += u' ';
        else if (category == QChar::Other_Surrogate)
            shown += QChar(QChar::ReplacementCharacter);
        else if (category != QChar::Other_Format || isShaping(c))
            shown += QChar::fromUcs4(c);
    }
    return shown.simplified();
}

QString seenText(const QString &text)
{
    for (qsizetype at = 0; at < text.size(); ++at) { // ends at the first character in most cases
        char32_t c = text.at(at).unicode();
        if (QChar::isHighSurrogate(c) && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
            c = QChar::surrogateToUcs4(char16_t(c), text.at(++at).unicode());
        if (isVisible(c))
            return text;
    }
    return codePoints(leftOf(text, 2 * (shownCodePoints + 1)).toUcs4());
}

QString isolatedName(const QString &name)
{
    return name.isEmpty() ? name : firstStrongIsolate + shownName(name) + popIsolate;
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return text;
    QString broken;
    int length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        if (length > longestWord && !c.isLowSurrogate() && !c.isMark()) {
            broken += zeroWidthSpace;
            length = 1;
        }
        broken += c;
    }
    return u"<span style=\"white-space:pre-wrap\">"_s + broken.toHtmlEscaped() + u"</span>"_s;
}

QString leftOf(const QString &text, qsizetype count)
{
    const bool cuts = count > 0 && count < text.size() && text.at(count - 1).isHighSurrogate();
    return text.left(cuts ? count - 1 : count);
}

} // namespace pushlab::widgets
