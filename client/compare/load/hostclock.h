// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clockoffset.h"

namespace pushlab::compare {

//! The relation of the host's clock to the local one, during one round. A plain value.
struct HostClock
{
    double offset = 0; //!< ms to add to session::localMilliseconds()
    double uncertainty = 0; //!< ms, in either direction

    [[nodiscard]] double now() const { return session::localMilliseconds() + offset; }
};

} // namespace pushlab::compare
