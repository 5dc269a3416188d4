// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QString>

namespace pushlab::http {

//! \a address, or as a plain IPv4 address when it is an IPv4-mapped IPv6 one, as dual-stack sockets show them.
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

//! The other end of a connection. A value.
struct Peer
{
    QHostAddress address; //!< an IPv4 address is not shown as a mapped one
    QString text; //!< the address as text, kept because it is often needed
    quint64 connection = 0; //!< the host's number of the connection; 0: one that a proxy shares among several clients
};

} // namespace pushlab::http
