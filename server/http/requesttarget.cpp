// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requesttarget.h"

#include <algorithm>

namespace pushlab::http {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

//! RFC 3986 3.2.2: unreserved, percent-encoded or a sub-delimiter.
bool isRegisteredName(QByteArrayView name)
{
    constexpr QByteArrayView marks = "-._~!$&'()*+,;=";
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c == '%') {
            if (i + 2 >= name.size() || !isHexDigit(name[i + 1]) || !isHexDigit(name[i + 2]))
                return false;
            i += 2;
        } else if (!isDigit(c) && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !marks.contains(c)) {
            return false;
        }
    }
    return !name.isEmpty();
}

bool isBracketedAddress(QByteArrayView literal)
{
    const QByteArrayView address = literal.sliced(1, literal.size() - 2);
    return address.size() >= 2 && address.contains(':')
        && std::all_of(address.begin(), address.end(), [](char c) { return isHexDigit(c) || c == ':' || c == '.'; });
}

bool isPort(QByteArrayView port)
{
    // The port may be empty (RFC 3986 3.2.3).
    int value = 0;
    return std::all_of(port.begin(), port.end(), [&value](char c) {
        value = value * 10 + (c - '0');
        return isDigit(c) && value <= 65535;
    });
}

void splitQuery(QByteArrayView pathAndQuery, RequestTarget &parts)
{
    const qsizetype mark = pathAndQuery.indexOf('?');
    parts.path = mark < 0 ? pathAndQuery : pathAndQuery.first(mark);
    parts.query = mark < 0 ? QByteArrayView() : pathAndQuery.sliced(mark + 1);
}

bool hasScheme(QByteArrayView target, QByteArrayView scheme)
{
    return target.size() > scheme.size() && target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0;
}

std::optional<RequestTarget> splitAbsolute(QByteArrayView target)
{
    RequestTarget parts;
    parts.isForTls = hasScheme(target, "https://");
    const QByteArrayView scheme = parts.isForTls ? QByteArrayView("https://") : QByteArrayView("http://");
    if (!hasScheme(target, scheme))
        return std::nullopt;
    const auto *end = std::find_if(target.begin() + scheme.size(), target.end(), [](char c) { return c == '/' || c == '?'; });
    parts.authority = target.sliced(scheme.size(), end - target.begin() - scheme.size());
    if (!isHostAndPort(parts.authority))
        return std::nullopt;
    splitQuery(target.sliced(end - target.begin()), parts);
    if (parts.path.isEmpty())
        parts.path = target.sliced(scheme.size() - 1, 1); // an empty path means "/" (RFC 9110 4.2.3): the scheme has one
    return parts;
}

} // namespace

std::optional<RequestTarget> splitTarget(QByteArrayView method, QByteArrayView target)
{
    if (target.isEmpty() || target.contains('#'))
        return std::nullopt;
    RequestTarget parts;
    if (target.front() == '/') {
        splitQuery(target, parts);
        return parts;
    }
    if (target == "*") { // RFC 9112 3.2.4: for OPTIONS alone
        if (method != "OPTIONS")
            return std::nullopt;
        parts.path = target;
        return parts;
    }
    return splitAbsolute(target);
}

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

bool isPercentEncoded(QByteArrayView text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 3)) {
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return false;
    }
    return true;
}

bool isHostAndPort(QByteArrayView value)
{
    if (value.isEmpty())
        return false;
    if (value.front() == '[') {
        const qsizetype bracket = value.indexOf(']');
        if (bracket < 0 || !isBracketedAddress(value.first(bracket + 1)))
            return false;
        const QByteArrayView rest = value.sliced(bracket + 1);
        return rest.isEmpty() || (rest.front() == ':' && isPort(rest.sliced(1)));
    }
    const qsizetype colon = value.indexOf(':');
    if (colon < 0)
        return isRegisteredName(value);
    return isRegisteredName(value.first(colon)) && isPort(value.sliced(colon + 1));
}

} // namespace pushlab::http
