// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/entry.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace pushlab::tests {

//! All entries that the lobby of \a host has, read at once, by polling and without a client's memory of what it has seen.
//! Nothing when the host does not answer.
[[nodiscard]] std::optional<QList<protocol::Entry>> readLog(const QUrl &host);

} // namespace pushlab::tests
