// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QString>

namespace pushlab::http {

//! Who is at the other end of a connection. A value.
struct Peer
{
    QHostAddress address; //!< IPv4 as such
    QString text; //!< the same, written out once
};

} // namespace pushlab::http
