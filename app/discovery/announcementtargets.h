// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QNetworkInterface>

namespace pushlab::app {

//! The addresses to which a host that listens at \a bind is announced, given the IPv4 addresses of the adapters that can
//! broadcast: the broadcast addresses of those through which the host can be reached, and this machine. A host at a loopback
//! address is announced to this machine only, one that IPv4 does not reach not at all.
[[nodiscard]] QList<QHostAddress> announcementTargets(const QHostAddress &bind, const QList<QNetworkAddressEntry> &adapters);

//! The addresses of the running adapters that can broadcast.
[[nodiscard]] QList<QNetworkAddressEntry> broadcastAdapters();

} // namespace pushlab::app
