// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::server {

//! What kept a host from starting.
enum class HostFailure : quint8 {
    AddressInUse, //!< this and the next three are of listening, for people whom the sentence's English does not help
    AddressNotAvailable,
    AccessDenied,
    Listening, //!< the address or the port cannot be had, for whatever else
    Database //!< another host has it
};

} // namespace pushlab::server
