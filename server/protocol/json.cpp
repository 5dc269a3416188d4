// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/json.h"

#include <QStringDecoder>

#include <array>

namespace pushlab::protocol {

namespace {

// RFC 8259 7: quotation mark, backslash and the control characters must be escaped.
void appendEscaped(QByteArray &json, char c)
{
    switch (c) {
    case '"':
        json += "\\\"";
        return;
    case '\\':
        json += "\\\\";
        return;
    case '\n':
        json += "\\n";
        return;
    case '\r':
        json += "\\r";
        return;
    case '\t':
        json += "\\t";
        return;
    default:
        json += "\\u00";
        json += "0123456789abcdef"[uchar(c) >> 4];
        json += "0123456789abcdef"[uchar(c) & 15];
    }
}

bool mustEscape(char c)
{
    return uchar(c) < 0x20 || c == '"' || c == '\\';
}

} // namespace

void appendJsonString(QByteArray &json, QByteArrayView utf8)
{
    json += '"';
    qsizetype plain = 0; // start of the run of bytes that need no escape
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (!mustEscape(utf8[i]))
            continue;
        json += utf8.sliced(plain, i - plain);
        appendEscaped(json, utf8[i]);
        plain = i + 1;
    }
    json += utf8.sliced(plain);
    json += '"';
}

QJsonDocument parseJson(const QByteArray &json, QJsonParseError *error)
{
    // U+FEFF after a quotation mark: it begins a string, or follows one, which is invalid JSON with any character.
    constexpr const char *atBeginning = "\"\xef\xbb\xbf";
    if (!json.contains(atBeginning))
        return QJsonDocument::fromJson(json, error);
    return QJsonDocument::fromJson(QByteArray(json).replace(atBeginning, "\"\\ufeff"), error);
}

QString fromUtf8(QByteArrayView utf8)
{
    if (!utf8.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(utf8);
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom)(utf8);
}

QString wholeText(const QString &text)
{
    QString whole = text; // shares its memory until something is replaced
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else
            whole[i] = QChar::ReplacementCharacter;
    }
    return whole;
}

// Written as a whole number where that is exact: formatting a double takes longer, and each message has two times.
void appendJsonTime(QByteArray &json, double milliseconds)
{
    constexpr double limit = 4e12; // the year 2096; in microseconds less than 2 to the 52nd, so that rounding is exact
    if (!(milliseconds >= 0 && milliseconds < limit)) {
        json += QByteArray::number(milliseconds, 'f', 3);
        return;
    }
    qint64 microseconds = qRound64(milliseconds * 1000);
    std::array<char, 24> digits;
    size_t first = digits.size();
    for (int place = 0; place < 4 || microseconds > 0; ++place) {
        if (place == 3)
            digits[--first] = '.';
        digits[--first] = char('0' + microseconds % 10);
        microseconds /= 10;
    }
    json.append(digits.data() + first, qsizetype(digits.size() - first));
}

QByteArray errorJson(QByteArrayView code, QByteArrayView error)
{
    QByteArray json = "{\"error\":";
    appendJsonString(json, error);
    json += ",\"code\":";
    appendJsonString(json, code);
    json += '}';
    return json;
}

} // namespace pushlab::protocol
