// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"
#include "server/tls/tlsidentity.h"

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace pushlab::server {

//! How a host is to run. A value, fixed at its start unless Host has a setter for it.
struct HostOptions
{
    QHostAddress bind = QHostAddress(QHostAddress::Any);
    quint16 port = 8000; //!< 0 takes a free one
    bool portMayMove = false; //!< a taken port moves on to the next free one, at most 20 further
    QString room = QStringLiteral("lobby"); //!< the class's room: opened at the start, never dropped
    protocol::ClassSettings settings; //!< may change while it runs
    QString pagesDirectory; //!< a user's own pages, served before the built-in ones; empty: none
    QStringList allowedHosts; //!< further names that a Host field may carry
    QList<std::pair<QHostAddress, int>> trustedProxies; //!< whose X-Forwarded-… is believed: addresses, lengths of their prefixes
    QString database; //!< the file that keeps the rooms; empty: memory alone
    bool isPowerSafe = false; //!< the database survives a power cut, too; slower
    bool needsDatabase = false; //!< not to start when another host has the database, rather than to go on in memory
    int maxConnections = 0; //!< 0: as many as the descriptor limit leaves
    int maxConnectionsPerAddress = 2400; //!< a school behind one address: 400 browsers with six each
    QString pin; //!< needed to come in; empty: none
    QByteArray teacherKey; //!< opens the dashboard and moderates; 22 characters of base64url; empty: one is drawn
    double messageRate = 10; //!< messages a second from one member, or one connection on tutorial routes; 0: any number
    bool limitLoopback = false; //!< limits by address count for loopback, too
    std::optional<tls::TlsIdentity> tls; //!< speaks https and wss with it, nothing else; nothing: http and ws
    bool isOwnCertificate = false; //!< that one was made here, for the addresses of this machine
};

} // namespace pushlab::server
