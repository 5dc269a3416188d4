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

//! The logs of a host that is the only writer, over a storage. Entries get their numbers at once, but are in the log, and so
//! visible, only when the storage has committed them.
//!
//! When the storage fails, uncommitted entries are added to the log nevertheless, but under a new epoch: the file may or may not
//! contain entries with these numbers of the former epoch, which no reader has seen. From then on the logs are kept in memory.
class LocalLog final : public LogStore, private Storage::Listener
{
public:
    //! \a clock and \a storage must outlive this object. \a stored: what the storage loaded. All logs together stay below \a
    //! maxLogBytes: beyond that, the largest log is trimmed.
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
    MemoryStorage m_memory; //!< used after the storage has failed
    Storage *m_storage;
    LogStore::Listener *m_listener = nullptr;
    const qsizetype m_maxLogBytes;
    std::unordered_map<QString, StoredRoom> m_stored; //!< stored rooms that were not opened yet
    std::unordered_map<QString, Log *> m_logs; //!< open logs
    qsizetype m_logBytes = 0;
    qsizetype m_pendingBytes = 0; //!< of entries that are not committed yet
};

} // namespace pushlab::room
