// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/addressoptions.h"

#include "app/commandlinetext.h"
#include "app/optionreader.h"
#include "server/protocol/hostname.h"

#include <QCommandLineParser>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Parses a numeric address in full form. Qt also accepts "1" and "127.1", which nobody means.
std::optional<QHostAddress> wholeAddress(QString text)
{
    if (text.startsWith(u'[') && text.endsWith(u']'))
        text = text.sliced(1, text.size() - 2);
    const QHostAddress address(text);
    const bool isShort = address.protocol() == QAbstractSocket::IPv4Protocol && text.count(u'.') != 3;
    if (address.isNull() || isShort)
        return std::nullopt;
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of ::ffff:a.b.c.d, and of ::
    return isIpv4 && address != QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(ipv4) : address;
}

std::optional<QHostAddress> bindAddress(const QString &text)
{
    if (text == "localhost"_L1)
        return QHostAddress(QHostAddress::LocalHost);
    const auto address = wholeAddress(text);
    // :: stands for all addresses, IPv4 included, as usual on Linux; Qt would use it for IPv6 only.
    return address == QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(QHostAddress::Any) : address;
}

//! Parses "10.0.0.1", "10.0.0.0/8" or "fd00::/8".
std::optional<std::pair<QHostAddress, int>> addressRange(const QString &text)
{
    const auto address = wholeAddress(text.section(u'/', 0, 0));
    if (!address)
        return std::nullopt;
    const int whole = address->protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    if (!text.contains(u'/'))
        return std::pair(*address, whole);
    bool isNumber = false;
    const QString prefix = text.section(u'/', 1);
    const int length = prefix.toInt(&isNumber);
    return isNumber && prefix.front().isDigit() && length <= whole ? std::optional(std::pair(*address, length)) : std::nullopt;
}

} // namespace

QList<QCommandLineOption> addressOptions()
{
    return {
        {u"bind"_s,
         CommandLineText::tr("Address to listen at; all addresses of this computer if not given, as with ::; 0.0.0.0 is all of IPv4."),
         u"ADDRESS"_s},
        {u"allow-host"_s,
         CommandLineText::tr("A further name under which this host may be addressed. May be given more than once."), u"NAME"_s},
        {u"trusted-proxy"_s,
         CommandLineText::tr(
             "Address or network (10.0.0.0/8) of a reverse proxy whose X-Forwarded-For, -Host and -Proto are believed. May be given more than once."),
         u"ADDRESS"_s},
    };
}

void readAddresses(OptionReader &reader, const QCommandLineParser &parser, server::HostOptions &options)
{
    if (reader.has(u"bind"_s)) {
        const auto bind = bindAddress(reader.text(u"bind"_s));
        if (bind)
            options.bind = *bind;
        else
            reader.complain(CommandLineText::tr("--bind must be an address of this computer such as 127.0.0.1, not \"%1\".")
                                .arg(reader.text(u"bind"_s)));
    }
    options.allowedHosts = parser.values(u"allow-host"_s);
    for (const QString &name : options.allowedHosts) {
        if (name.isEmpty())
            reader.complain(CommandLineText::tr("--allow-host must be a name, not empty."));
        else if (!protocol::isHostName(name))
            reader.complain(
                CommandLineText::tr(
                    "--allow-host must be one name or address such as pc.school.example, without scheme, path, blank or *, not \"%1\".")
                    .arg(name));
    }
    for (const QString &proxy : parser.values(u"trusted-proxy"_s)) {
        if (const auto range = addressRange(proxy))
            options.trustedProxies.append(*range);
        else
            reader.complain(
                CommandLineText::tr("--trusted-proxy must be an address or a network such as 127.0.0.1 or 10.0.0.0/8, not \"%1\".")
                    .arg(proxy));
    }
}

} // namespace pushlab::app
