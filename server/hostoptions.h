// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classmeasurement.h"
#include "server/protocol/classsettings.h"
#include "server/protocol/expectation.h"
#include "server/protocol/invitation.h"
#include "server/protocol/worksheet.h"
#include "server/tls/tlsidentity.h"

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace pushlab::server {

//! How a host is to run. A value, fixed at the host's start unless Host has a setter for it.
struct HostOptions
{
    QHostAddress bind = QHostAddress(QHostAddress::Any);
    quint16 port = 8000; //!< 0 takes any free port
    bool portMayMove = false; //!< when the port is taken, the next free one is used, at most 20 further
    QString room = QStringLiteral("lobby"); //!< the class's room: opened at the start and never dropped
    protocol::ClassSettings settings; //!< may change while it runs
    QString pagesDirectory; //!< the user's own pages, which take precedence over the built-in ones; empty: none
    QString lessonsDirectory; //!< the user's own lessons, for whoever leads the class: the server reads none; empty: none
    QStringList allowedHosts; //!< further names that a Host field may contain
    //! Reverse proxies whose X-Forwarded-… fields are believed: addresses and prefix lengths.
    QList<std::pair<QHostAddress, int>> trustedProxies;
    QString database; //!< the file that stores the rooms; empty: in memory only
    bool isPowerSafe = false; //!< the database survives a power cut, too; slower
    bool needsDatabase = false; //!< do not start, rather than run in memory, when another host has the database
    int maxConnections = 0; //!< 0: as many as the descriptor limit leaves
    int maxConnectionsPerAddress = 2400; //!< a school behind one address: 400 browsers with six each
    QString pin; //!< needed for admission; empty: none
    QByteArray teacherKey; //!< admits to the dashboard and to moderation; 22 characters of base64url; empty: a key is generated
    double messageRate = 10; //!< messages a second from one member, or from one connection on tutorial routes; 0: no limit
    protocol::Invitation invitation; //!< for the projector's page
    protocol::Theory theory; //!< for pages that set it beside what was measured; empty: they show no theory
    protocol::Answerer answerer; //!< of prepared questions; empty: they have no answer
    QList<protocol::Worksheet> worksheets; //!< of all lessons that can be played, to be filled in by hand
    protocol::TechniqueMeter techniqueMeter; //!< of what a worksheet says of techniques; empty: it says nothing
    protocol::WorksheetWriter worksheetWriter; //!< for `/worksheet/`; empty: there are none
    bool limitLoopback = false; //!< limits per address also apply to loopback
    std::optional<tls::TlsIdentity> tls; //!< serve https and wss only, with this certificate; nullopt: http and ws
    bool isOwnCertificate = false; //!< the certificate was made here, for the addresses of this machine
};

} // namespace pushlab::server
