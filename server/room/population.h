// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/limits.h"

namespace pushlab::room {

//! The number of members and queues of all rooms, which is bounded. Owned by the shard; server's thread.
class Population
{
public:
    Population() = default;
    Q_DISABLE_COPY_MOVE(Population)

    //! Returns false when there are too many.
    [[nodiscard]] bool addMember() { return m_members < protocol::maxMembers && ++m_members; }
    [[nodiscard]] bool addQueue() { return m_queues < protocol::maxQueues && ++m_queues; }

    void removeMembers(int count) { remove(m_members, count); }
    void removeQueues(int count) { remove(m_queues, count); }

    [[nodiscard]] int count() const { return m_members + m_queues; }

    //! Changes whenever members, queues or rooms are removed: pointers to them are valid while it is the same.
    [[nodiscard]] quint64 generation() const { return m_generation; }
    void noteRoomGone() { ++m_generation; }

private:
    void remove(int &from, int count)
    {
        from -= count;
        m_generation += count > 0;
    }

    int m_members = 0;
    int m_queues = 0;
    quint64 m_generation = 0;
};

} // namespace pushlab::room
