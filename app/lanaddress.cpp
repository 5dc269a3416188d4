// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lanaddress.h"

#include "server/protocol/paths.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <tuple>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Prefixes of the names of adapters that belong to containers, virtual machines, bridges and tunnels.
constexpr std::array virtualNames{
    "docker"_L1,  "br-"_L1,  "bridge"_L1,   "virbr"_L1,     "veth"_L1,      "vmnet"_L1,    "vboxnet"_L1, "vnet"_L1,  "tun"_L1,
    "tap"_L1,     "utun"_L1, "wg"_L1,       "zt"_L1,        "tailscale"_L1, "ppp"_L1,      "lxc"_L1,     "lxd"_L1,   "cni"_L1,
    "flannel"_L1, "cali"_L1, "podman"_L1,   "ifb"_L1,       "dummy"_L1,     "nordlynx"_L1, "proton"_L1,  "ipsec"_L1, "cscotun"_L1,
    "gpd"_L1,     "ham"_L1,  "waydroid"_L1, "vEthernet"_L1, "awdl"_L1,      "llw"_L1};

bool isIPv4(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv4Protocol;
}

bool isOfFamily(const QHostAddress &address, const QHostAddress &bind)
{
    return bind.protocol() == QAbstractSocket::AnyIPProtocol || address.protocol() == bind.protocol();
}

} // namespace

AdapterKind adapterKind(const QString &adapter, QNetworkInterface::InterfaceType type)
{
    if (type == QNetworkInterface::Loopback || adapter == "lo"_L1)
        return AdapterKind::Loopback;
    if (std::any_of(virtualNames.begin(), virtualNames.end(),
                    [&adapter](QLatin1StringView start) { return adapter.startsWith(start); })
        || type == QNetworkInterface::Virtual)
        return AdapterKind::Virtual;
    // Linux reports wireless adapters with the type of wired ones.
    if (type == QNetworkInterface::Wifi || adapter.startsWith("wl"_L1) || adapter.startsWith("wifi"_L1))
        return AdapterKind::WiFi;
    return type == QNetworkInterface::Ethernet ? AdapterKind::Ethernet : AdapterKind::Other;
}

QString adapterKindName(AdapterKind kind)
{
    switch (kind) {
    case AdapterKind::WiFi:
        return QCoreApplication::translate("AdapterKind", "Wi-Fi");
    case AdapterKind::Ethernet:
        return QCoreApplication::translate("AdapterKind", "Ethernet");
    case AdapterKind::Other:
        return QCoreApplication::translate("AdapterKind", "Network");
    case AdapterKind::Virtual:
        return QCoreApplication::translate("AdapterKind", "Virtual network");
    case AdapterKind::Loopback:
        return QCoreApplication::translate("AdapterKind", "This computer only");
    }
    Q_UNREACHABLE();
}

QString lanAddressText(const LanAddress &address)
{
    const QString adapter = address.adapter.isEmpty() ? QString() : u' ' + address.adapter;
    return adapterKindName(address.kind) + adapter + u" — "_s + address.address.toString();
}

void sortByReach(QList<LanAddress> &addresses)
{
    std::stable_sort(addresses.begin(), addresses.end(), [](const LanAddress &left, const LanAddress &right) {
        const auto rank = [](const LanAddress &of) {
            return std::tuple(of.address.isLinkLocal(), of.kind == AdapterKind::Virtual, !isIPv4(of.address), of.kind);
        };
        return rank(left) < rank(right);
    });
}

QList<LanAddress> lanAddresses()
{
    QList<LanAddress> addresses;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const AdapterKind kind = adapterKind(interface.humanReadableName(), interface.type());
        if (!interface.flags().testFlags(QNetworkInterface::IsUp | QNetworkInterface::IsRunning) || kind == AdapterKind::Loopback)
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            if (entry.ip().scopeId().isEmpty() && !entry.ip().isLoopback())
                addresses.append({entry.ip(), interface.humanReadableName(), kind});
        }
    }
    sortByReach(addresses);
    return addresses;
}

QHostAddress addressToTell(const QHostAddress &bind, const QList<LanAddress> &addresses)
{
    const bool isAny = bind == QHostAddress(QHostAddress::Any) || bind == QHostAddress(QHostAddress::AnyIPv4)
        || bind == QHostAddress(QHostAddress::AnyIPv6);
    if (!isAny)
        return bind;
    for (const LanAddress &candidate : addresses) {
        if (isOfFamily(candidate.address, bind))
            return candidate.address;
    }
    return QHostAddress(bind.protocol() == QAbstractSocket::IPv6Protocol ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost);
}

QString hostUrlText(const QHostAddress &address, quint16 port, const QString &scheme)
{
    const bool needsBrackets = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = needsBrackets ? QString(u'[' + address.toString() + u']') : address.toString();
    return scheme + "://"_L1 + host + u':' + QString::number(port) + u'/';
}

QUrl classUrl(const QUrl &host, const QString &room, const QString &pin)
{
    QUrl url = host;
    url.setPath(u"/"_s);
    if (room != protocol::defaultRoom())
        url.setQuery(u"room="_s + QString::fromLatin1(QUrl::toPercentEncoding(room)));
    if (!pin.isEmpty())
        url.setFragment(u"pin="_s + pin);
    return url;
}

QUrl teacherUrl(const QUrl &host, const QByteArray &key)
{
    QUrl url = host;
    url.setPath(QString::fromLatin1(protocol::withSlash(protocol::adminPath)));
    url.setQuery(QString());
    url.setFragment(u"key="_s + QString::fromLatin1(key));
    return url;
}

QUrl ownUrl(const QHostAddress &bind, quint16 port, const QString &scheme)
{
    const bool any = bind == QHostAddress(QHostAddress::Any) || bind == QHostAddress(QHostAddress::AnyIPv4);
    QUrl url;
    url.setScheme(scheme);
    if (any)
        url.setHost(u"127.0.0.1"_s);
    else
        url.setHost(bind == QHostAddress(QHostAddress::AnyIPv6) ? u"::1"_s : bind.toString());
    url.setPort(port);
    return url;
}

} // namespace pushlab::app
