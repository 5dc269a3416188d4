// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::io {

//! What TLS itself costs, on top of what it carries.
struct TlsCosts
{
    qint64 bytesUp = 0; //!< that came in: handshakes, heads and tags of records, alerts
    qint64 bytesDown = 0;
    int handshakes = 0; //!< that succeeded
    int failures = 0; //!< that did not, for whatever reason
};

} // namespace pushlab::io
