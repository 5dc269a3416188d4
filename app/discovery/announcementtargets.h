// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QNetworkInterface>

namespace pushlab::app {

//! Where the announcement of a host that listens at \a bind goes, given the IPv4 addresses of the adapters that can
//! broadcast: to the broadcast address of each from which the host can be reached, and to this machine. A host at a
//! loopback address is told to this machine only, one that IPv4 does not reach to nobody.
[[nodiscard]] QList<QHostAddress> announcementTargets(const QHostAddress &bind, const QList<QNetworkAddressEntry> &adapters);

//! The addresses of the running adapters that can broadcast.
[[nodiscard]] QList<QNetworkAddressEntry> broadcastAdapters();

} // namespace pushlab::app
