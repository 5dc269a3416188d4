// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QNetworkInterface>
#include <QString>
#include <QUrl>

namespace pushlab::app {

//! What an adapter is to somebody who looks for the address to write on the board. In the order of preference.
enum class AdapterKind : quint8 { WiFi, Ethernet, Other, Virtual, Loopback };

//! An address of this machine and where it belongs.
struct LanAddress
{
    QHostAddress address;
    QString adapter; //!< "wlan0"
    AdapterKind kind = AdapterKind::Other;

    friend bool operator==(const LanAddress &, const LanAddress &) = default;
};

//! What an adapter of that name and type is; containers, virtual machines, bridges and tunnels are Virtual.
[[nodiscard]] AdapterKind adapterKind(const QString &adapter, QNetworkInterface::InterfaceType type);

//! "Wi-Fi", "Ethernet", …, in the user's language.
[[nodiscard]] QString adapterKindName(AdapterKind kind);

//! "Wi-Fi wlan0 — 192.168.1.20", in the user's language.
[[nodiscard]] QString lanAddressText(const LanAddress &address);

//! Puts the address that a class can most likely reach first: by kind of adapter, IPv4 before IPv6, addresses that
//! an adapter gave itself last.
void sortByReach(QList<LanAddress> &addresses);

//! The addresses of all running adapters, sorted, without loopback and without IPv6 addresses that need a scope.
[[nodiscard]] QList<LanAddress> lanAddresses();

//! The address that others are told when the host listens at \a bind: that one, or the first of \a addresses that
//! \a bind covers, which are sorted by reach; else loopback.
[[nodiscard]] QHostAddress addressToTell(const QHostAddress &bind, const QList<LanAddress> &addresses);

//! "http://192.168.1.20:8000/"; IPv6 in brackets.
[[nodiscard]] QString hostUrlText(const QHostAddress &address, quint16 port, const QString &scheme = QStringLiteral("http"));

//! The address of the class in \a room at \a host, as it is told to others: with the room unless it is the one that is meant
//! without, and the PIN, if there is one, where no browser sends it on.
[[nodiscard]] QUrl classUrl(const QUrl &host, const QString &room, const QString &pin = {});

//! The teacher's page of the host at \a host, which opens with \a key.
[[nodiscard]] QUrl teacherUrl(const QUrl &host, const QByteArray &key);

//! Where a host that listens at \a bind is reached from its own machine.
[[nodiscard]] QUrl ownUrl(const QHostAddress &bind, quint16 port, const QString &scheme = QStringLiteral("http"));

} // namespace pushlab::app
