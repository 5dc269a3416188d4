// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QString>

namespace pushlab::http {

//! An IPv4 address that a socket for both kinds shows as an IPv6 one, as it is written; others as they are.
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

//! The other end of a connection. A value.
struct Peer
{
    QHostAddress address; //!< IPv4 as such
    QString text; //!< the same, written out once
    quint64 connection = 0; //!< which of the host's connections it is; 0: one that a proxy shares among several
};

} // namespace pushlab::http
