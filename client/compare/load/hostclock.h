// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clockoffset.h"

namespace pushlab::compare {

//! The host's clock as seen from here, for one round. A plain value.
struct HostClock
{
    double offset = 0; //!< ms to add to session::localMilliseconds()
    double uncertainty = 0; //!< ms, either way

    [[nodiscard]] double now() const { return session::localMilliseconds() + offset; }
};

} // namespace pushlab::compare
