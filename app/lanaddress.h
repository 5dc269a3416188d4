// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QNetworkInterface>
#include <QString>
#include <QUrl>

namespace pushlab::app {

//! The kind of an adapter, in order of preference for the address to write on the board.
enum class AdapterKind : quint8 { WiFi, Ethernet, Other, Virtual, Loopback };

//! An address of this machine and its adapter.
struct LanAddress
{
    QHostAddress address;
    QString adapter; //!< "wlan0"
    AdapterKind kind = AdapterKind::Other;

    friend bool operator==(const LanAddress &, const LanAddress &) = default;
};

//! The kind of an adapter by its name and type; those of containers, virtual machines, bridges and tunnels are Virtual.
[[nodiscard]] AdapterKind adapterKind(const QString &adapter, QNetworkInterface::InterfaceType type);

//! "Wi-Fi", "Ethernet", …, in the user's language.
[[nodiscard]] QString adapterKindName(AdapterKind kind);

//! "Wi-Fi wlan0 — 192.168.1.20", in the user's language.
[[nodiscard]] QString lanAddressText(const LanAddress &address);

//! Sorts by how likely a class can reach the address: by kind of adapter, IPv4 before IPv6, self-assigned addresses last.
void sortByReach(QList<LanAddress> &addresses);

//! The addresses of all running adapters, sorted, without loopback and without IPv6 addresses that need a scope.
[[nodiscard]] QList<LanAddress> lanAddresses();

//! The address to tell others when the host listens at \a bind: that one, or the first of \a addresses that \a bind includes
//! (IPv4 before IPv6), otherwise loopback.
[[nodiscard]] QHostAddress addressToTell(const QHostAddress &bind, const QList<LanAddress> &addresses);

//! "http://192.168.1.20:8000/"; IPv6 in brackets.
[[nodiscard]] QString hostUrlText(const QHostAddress &address, quint16 port, const QString &scheme = QStringLiteral("http"));

//! The URL of the class in \a room at \a host, to be told to others: with the room unless it is the default room, and with the
//! PIN, if there is one, in the fragment, which browsers do not send.
[[nodiscard]] QUrl classUrl(const QUrl &host, const QString &room, const QString &pin = {});

//! The URL of the teacher's page at \a host, with \a key for admission.
[[nodiscard]] QUrl teacherUrl(const QUrl &host, const QByteArray &key);

//! The URL of a host that listens at \a bind from its own machine.
[[nodiscard]] QUrl ownUrl(const QHostAddress &bind, quint16 port, const QString &scheme = QStringLiteral("http"));

} // namespace pushlab::app
