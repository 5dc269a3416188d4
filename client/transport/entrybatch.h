// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/messagecodec.h"
#include "server/protocol/roominfo.h"

#include <optional>

namespace pushlab::transport {

//! Makes batches of entries that come one by one. A plain class, one a transport.
class EntryBatch
{
public:
    //! The host says which log it delivers, and from where.
    void begin(const protocol::RoomInfo &info);
    //! Entries before \a oldest are gone, says the host.
    void raiseOldest(qint64 oldest);

    //! True when there are so many that they shall be taken: a long replay is handed on in parts.
    [[nodiscard]] bool add(protocol::Entry entry);
    //! What has come since the last time; nothing when nothing has.
    [[nodiscard]] std::optional<protocol::MessageBatch> take();
    void clear() { m_batch.entries.clear(); }

private:
    protocol::MessageBatch m_batch; // entries since take(); the rest as the host has said
};

} // namespace pushlab::transport
