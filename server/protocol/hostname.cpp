// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/hostname.h"

#include <QUrl>

#include <algorithm>

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maxNameLength = 253; // RFC 1035 2.3.4
constexpr qsizetype maxLabelLength = 63;

bool isHostLabel(QStringView label)
{
    // Underscores are not allowed in host names, but some machines have one in theirs.
    const auto isAllowed = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_'; };
    return !label.isEmpty() && label.size() <= maxLabelLength && !label.startsWith(u'-') && !label.endsWith(u'-')
        && std::all_of(label.begin(), label.end(), isAllowed);
}

bool isWireName(const QString &name)
{
    const QStringList labels = name.split(u'.');
    const QString &last = labels.constLast();
    const bool isNumber = std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); });
    return name.size() <= maxNameLength && !isNumber && std::all_of(labels.begin(), labels.end(), isHostLabel);
}

//! Whether \a text is an IPv4 address. A name of digits and dots that is none is not valid as a name, either.
bool isIpv4Address(const QString &text)
{
    const QStringList parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
               bool isNumber = false;
               return part.size() <= 3 && part.toUInt(&isNumber) <= 255 && isNumber;
           });
}

//! Whether \a text is an IPv6 address, by the rules of an address bar.
bool isIpv6Address(const QString &text)
{
    QUrl url;
    url.setHost(u'[' + text + u']', QUrl::StrictMode);
    return text.contains(u':') && !text.contains(u'[') && url.isValid() && !url.host().isEmpty();
}

bool isPortNumber(const QString &text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    return isNumber && port >= 1 && port <= 65535 && text.front().isDigit();
}

} // namespace

QString wireHostName(const QString &name)
{
    QString bare = name.toLower();
    if (bare.endsWith(u'.'))
        bare.chop(1);
    const QString ascii = QString::fromLatin1(QUrl::toAce(bare));
    return ascii.isEmpty() ? bare : ascii;
}

bool isHostName(const QString &text)
{
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        const QString rest = end < 0 ? u"?"_s : text.sliced(end + 1);
        return isIpv6Address(text.sliced(1, std::max<qsizetype>(end - 1, 0)))
            && (rest.isEmpty() || (rest.startsWith(u':') && isPortNumber(rest.sliced(1))));
    }
    if (text.count(u':') > 1)
        return isIpv6Address(text);
    const QString name = text.section(u':', 0, 0);
    if (text.contains(u':') && !isPortNumber(text.section(u':', 1)))
        return false;
    return isIpv4Address(name) || isWireName(wireHostName(name));
}

QStringList machineNames(const QString &name, const QString &domain)
{
    QStringList names;
    const auto append = [&names](const QString &one) {
        if (!one.isEmpty() && !names.contains(one))
            names.append(one);
    };
    const QString full = wireHostName(name);
    const QString label = full.section(u'.', 0, 0);
    if (label.isEmpty())
        return names;
    append(full);
    append(label);
    append(label + u".local"_s);
    if (const QString zone = wireHostName(domain); !zone.isEmpty())
        append(label + u'.' + zone);
    return names;
}

} // namespace pushlab::protocol
