// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::server {

//! What kept a host from starting.
enum class HostFailure : quint8 {
    AddressInUse, //!< this and the next three have words of their own, translated for users
    AddressNotAvailable,
    AccessDenied,
    Listening, //!< the address or the port cannot be used, for any other reason
    Database //!< another host has the database open
};

} // namespace pushlab::server
