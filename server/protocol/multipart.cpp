// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/multipart.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace pushlab::protocol {

namespace {

using Field = FormView::Field;
using Status = FormView::Status;

constexpr qsizetype maxBoundaryBytes = 70; // RFC 2046 5.1.1

const Field malformed{Status::Malformed, {}};
const Field badParts{Status::BadParts, {}};

bool isSame(QByteArrayView text, QByteArrayView wanted)
{
    return text.size() == wanted.size() && text.compare(wanted, Qt::CaseInsensitive) == 0;
}

//! Removes and returns the text up to the first ';' that is not in quotes; that ';' is removed as well.
QByteArrayView takeParameter(QByteArrayView &text)
{
    bool isQuoted = false;
    const auto *const end = std::find_if(text.begin(), text.end(), [&isQuoted](char c) {
        isQuoted = isQuoted != (c == '"');
        return c == ';' && !isQuoted;
    });
    const QByteArrayView parameter = text.first(end - text.begin());
    text = end == text.end() ? QByteArrayView() : text.sliced(parameter.size() + 1);
    return parameter.trimmed();
}

//! The value of `name=value` or `name="value"` behind the first ';' of a field. Browsers escape neither quote nor
//! backslash by a backslash (RFC 7578 2 leaves it to them).
std::optional<QByteArrayView> parameterOf(QByteArrayView text, QByteArrayView name)
{
    (void)takeParameter(text);
    while (!text.isEmpty()) {
        const QByteArrayView parameter = takeParameter(text);
        const qsizetype equals = parameter.indexOf('=');
        if (equals < 0 || !isSame(parameter.first(equals).trimmed(), name))
            continue;
        const QByteArrayView value = parameter.sliced(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            return value.sliced(1, value.size() - 2);
        return value;
    }
    return std::nullopt;
}

//! The value of a part's Content-Disposition field, when it is "form-data".
std::optional<QByteArrayView> dispositionOf(QByteArrayView head)
{
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf("\r\n");
        const QByteArrayView line = end < 0 ? head : head.first(end);
        head = end < 0 ? QByteArrayView() : head.sliced(end + 2);
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isSame(line.first(colon), "Content-Disposition"))
            continue;
        QByteArrayView value = line.sliced(colon + 1);
        const QByteArrayView whole = value;
        return isSame(takeParameter(value), "form-data") ? std::optional(whole) : std::nullopt;
    }
    return std::nullopt;
}

Field decoded(QByteArrayView bytes)
{
    // Flag::ConvertInitialBom: U+FEFF at the beginning of a text is one of its characters.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString value = decoder(bytes);
    return decoder.hasError() ? malformed : Field{Status::Found, std::move(value)};
}

//! Reads a part without its delimiters; returns Missing when it is another field.
Field readPart(QByteArrayView part, QByteArrayView name)
{
    const qsizetype headEnd = part.indexOf("\r\n\r\n");
    const auto disposition = headEnd < 0 ? std::nullopt : dispositionOf(part.first(headEnd));
    const auto partName = disposition ? parameterOf(*disposition, "name") : std::nullopt;
    if (!partName)
        return badParts; // RFC 7578 4.2
    if (*partName != name || parameterOf(*disposition, "filename"))
        return {};
    return decoded(part.sliced(headEnd + 4));
}

} // namespace

bool MultipartView::isMultipart(QByteArrayView contentType)
{
    return isSame(takeParameter(contentType), "multipart/form-data");
}

MultipartView::MultipartView(QByteArrayView contentType, QByteArrayView body) : m_body(body)
{
    const auto boundary = parameterOf(contentType, "boundary");
    if (boundary && !boundary->isEmpty() && boundary->size() <= maxBoundaryBytes)
        m_delimiter = "\r\n--" + boundary->toByteArray();
}

Field MultipartView::field(QByteArrayView name) const
{
    if (m_delimiter.isEmpty())
        return {Status::NoBoundary, {}};
    // The first delimiter may stand at the very start, or behind a preamble (RFC 2046 5.1.1).
    const bool isAtStart = m_body.startsWith(QByteArrayView(m_delimiter).sliced(2));
    qsizetype at = isAtStart ? -2 : m_body.indexOf(m_delimiter);
    while (isAtStart || at >= 0) {
        QByteArrayView rest = m_body.sliced(at + m_delimiter.size());
        if (rest.startsWith("--"))
            return {};
        const auto *const lineEnd = std::find_if(rest.begin(), rest.end(), [](char c) { return c != ' ' && c != '\t'; });
        rest = rest.sliced(lineEnd - rest.begin());
        if (!rest.startsWith("\r\n"))
            return badParts;
        const qsizetype start = m_body.size() - rest.size() + 2;
        at = m_body.indexOf(m_delimiter, start);
        if (at < 0)
            return badParts;
        Field field = readPart(m_body.sliced(start, at - start), name);
        if (field.status != Status::Missing)
            return field;
    }
    return badParts;
}

} // namespace pushlab::protocol
