// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/storage.h"
#include "server/storage/databaseconnection.h"

#include <atomic>
#include <variant>
#include <vector>

namespace pushlab::storage {

using Loaded = std::variant<std::vector<room::StoredRoom>, Fault>;

//! Loads all rooms with their logs and queues. Another thread may set \a isCancelled to end the loading early. Blocks.
[[nodiscard]] Loaded loadRooms(DatabaseConnection &connection, const std::atomic<bool> &isCancelled);

} // namespace pushlab::storage
