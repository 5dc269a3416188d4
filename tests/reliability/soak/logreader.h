// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace pushlab::tests {

//! All entries of the lobby of \a host, read in one go by polling, by a client without a cursor. Returns nullopt when the host
//! does not answer.
[[nodiscard]] std::optional<QList<protocol::Entry>> readLog(const QUrl &host);

} // namespace pushlab::tests
