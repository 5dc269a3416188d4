// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/protocol/limits.h"
#include "server/room/logstore.h"
#include "server/room/memorystorage.h"
#include "server/room/storage.h"

#include <QString>

#include <unordered_map>
#include <vector>

namespace pushlab::room {

//! The logs of a host that alone writes to them, over a storage. Entries have their numbers at once, but are in the log, and so
//! in anybody's sight, only when the storage has committed them.
//!
//! Should the storage fail, what it had not committed goes into the log all the same, but under a new epoch: the file may or
//! may not hold something under these numbers of the former epoch, which nobody has seen. From then on memory is the storage.
class LocalLog final : public LogStore, private Storage::Listener
{
public:
    //! \a clock and \a storage must outlive it. \a stored: what that storage gave at its start. All logs together keep below
    //! \a maxLogBytes: what is too much is taken off the largest.
    LocalLog(const base::Clock &clock, Storage &storage, std::vector<StoredRoom> stored = {},
             qsizetype maxLogBytes = protocol::maxAllLogsBytes);
    ~LocalLog() override;

    void setListener(LogStore::Listener *listener) override { m_listener = listener; }
    [[nodiscard]] QStringList storedRooms() const override;
    [[nodiscard]] std::unique_ptr<OpenLog> open(const QString &room, OpenLog::Listener &listener) override;
    void clear() override;
    [[nodiscard]] bool isDurable() const override { return m_storage->isDurable(); }

private:
    class Log;

    void onCommitted(const LogName &log, qint64 seq) override;
    void onStorageFailed(const QString &error) override;
    [[nodiscard]] QStringList openRooms() const;
    void addLogBytes(qsizetype bytes);

    const base::Clock &m_clock;
    MemoryStorage m_memory; //!< after the storage has failed
    Storage *m_storage;
    LogStore::Listener *m_listener = nullptr;
    const qsizetype m_maxLogBytes;
    std::unordered_map<QString, StoredRoom> m_stored; //!< not opened yet
    std::unordered_map<QString, Log *> m_logs; //!< those that are open
    qsizetype m_logBytes = 0;
    qsizetype m_pendingBytes = 0; //!< of entries that are not committed yet
};

} // namespace pushlab::room
