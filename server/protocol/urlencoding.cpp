// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/urlencoding.h"

#include <QByteArray>
#include <QStringDecoder>

#include <algorithm>

namespace pushlab::protocol {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

enum class Plus : quint8 { IsPlus, IsBlank };

std::optional<QByteArray> unescape(QByteArrayView text, Plus plus)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            bytes += char(high << 4 | low);
            i += 2;
        } else {
            bytes += c == '+' && plus == Plus::IsBlank ? ' ' : c;
        }
    }
    return bytes;
}

std::optional<QString> decode(QByteArrayView text, Plus plus)
{
    // Most texts contain nothing to decode.
    if (std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80 && c != '%' && c != '+'; }))
        return QString::fromLatin1(text);
    const std::optional<QByteArray> bytes = unescape(text, plus);
    if (!bytes)
        return std::nullopt;
    // Flag::ConvertInitialBom: U+FEFF at the beginning of a text is one of its characters.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString result = decoder(*bytes);
    if (decoder.hasError())
        return std::nullopt;
    return result;
}

} // namespace

std::optional<QString> decodePercent(QByteArrayView text)
{
    return decode(text, Plus::IsPlus);
}

FormView::Field FormView::field(QByteArrayView name) const
{
    qsizetype start = 0;
    while (start < m_encoded.size()) {
        qsizetype end = m_encoded.indexOf('&', start);
        if (end < 0)
            end = m_encoded.size();
        const QByteArrayView pair = m_encoded.sliced(start, end - start);
        start = end + 1;
        if (!pair.startsWith(name) || (pair.size() > name.size() && pair[name.size()] != '='))
            continue;
        const bool hasValue = pair.size() > name.size();
        std::optional<QString> value = decode(hasValue ? pair.sliced(name.size() + 1) : QByteArrayView(), Plus::IsBlank);
        if (!value)
            return {Status::Malformed, {}};
        return {Status::Found, *std::move(value)};
    }
    return {};
}

} // namespace pushlab::protocol
