// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/shard.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace pushlab::room {

using Action = ModerationCommand::Action;

namespace {

// Ten thousand sends in one go would keep everything else waiting for 50 ms.
constexpr int readersAPass = 1000;

} // namespace

Shard::Shard(const base::Clock &clock, const QString &permanentRoom, qsizetype maxLogBytes, RestoredLogs restored, QObject *parent)
    : QObject(parent), m_clock(clock), m_maxLogBytes(maxLogBytes), m_storage(restored.storage)
{
    if (m_storage)
        m_storage->setListener(this);
    for (StoredRoom &stored : restored.rooms)
        restore(stored, stored.name == permanentRoom);
    if (find(permanentRoom))
        return;
    const auto &room = m_rooms.emplace(permanentRoom, std::make_unique<Room>(permanentRoom, *this, true, Room::newLog())).first;
    if (m_storage)
        m_storage->open(room->second->logName());
}

Shard::~Shard()
{
    if (m_storage)
        m_storage->setListener(nullptr);
    m_rooms.clear();
}

void Shard::restore(StoredRoom &stored, bool isPermanent)
{
    const qsizetype bytes = stored.log.bytes();
    auto room = std::make_unique<Room>(stored.name, *this, isPermanent, std::move(stored.log));
    room->m_roster.restoreQueues(stored.queues);
    m_rooms.emplace(stored.name, std::move(room));
    addLogBytes(bytes);
}

Room *Shard::open(const QString &name)
{
    if (Room *const existing = find(name)) {
        existing->touch();
        return existing;
    }
    if (m_rooms.size() >= size_t(protocol::maxRooms) && !makePlace())
        return nullptr;
    Room *const room = m_rooms.emplace(name, std::make_unique<Room>(name, *this, false, Room::newLog())).first->second.get();
    if (m_storage)
        m_storage->open(room->logName());
    return room;
}

//! Lets go of the room that was longest idle; false when all are in use.
bool Shard::makePlace()
{
    auto idle = m_rooms.end();
    for (auto it = m_rooms.begin(); it != m_rooms.end(); ++it) {
        if (it->second->isExpired() && (idle == m_rooms.end() || it->second->lastUsed() < idle->second->lastUsed()))
            idle = it;
    }
    if (idle == m_rooms.end())
        return false;
    if (m_storage)
        m_storage->forget(idle->second->logName());
    m_rooms.erase(idle);
    return true;
}

Room *Shard::find(const QString &name) const
{
    const auto found = m_rooms.find(name);
    return found == m_rooms.end() ? nullptr : found->second.get();
}

bool Shard::moderate(const ModerationCommand &command)
{
    if (!m_moderation.apply(command))
        return false;
    if (command.action == Action::Lock)
        m_moderation.lock();
    for (const auto &[name, room] : m_rooms) {
        switch (command.action) {
        case Action::Lock:
            m_moderation.admit(room->members());
            break;
        case Action::Kick:
        case Action::Ban:
            room->evict(command);
            break;
        case Action::Unmute:
        case Action::Unban:
        case Action::Unlock:
            (void)room->moderate(command); // takes back, which never fails
            break;
        case Action::Mute:
            break;
        }
    }
    return true;
}

bool Shard::mayWait() const
{
    return m_deadlines.count() < protocol::maxWaiting;
}

int Shard::sweep(std::chrono::milliseconds memberLife)
{
    const int before = m_population.count();
    for (auto it = m_rooms.begin(); it != m_rooms.end();) {
        Room &room = *it->second;
        room.sweep(memberLife);
        if (!room.isExpired() || (m_storage && room.log().bytes() > 0)) {
            ++it;
            continue;
        }
        if (m_storage)
            m_storage->forget(room.logName());
        it = m_rooms.erase(it);
    }
    return before - m_population.count();
}

void Shard::onCommitted(const QString &room, qint64 seq)
{
    if (Room *const stored = find(room))
        stored->onCommitted(seq);
}

void Shard::onStorageFailed(const QString &error)
{
    std::exchange(m_storage, nullptr)->setListener(nullptr);
    for (const auto &entry : m_rooms)
        entry.second->onStorageFailed();
    Q_EMIT storageFailed(error);
}

//! A disk that is slower than the class must not fill the memory.
bool Shard::reservePending(qsizetype bytes)
{
    if (m_pendingBytes + bytes > protocol::maxPendingBytes)
        return false;
    m_pendingBytes += bytes;
    return true;
}

bool Shard::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_isPumpPosted = false;
    pump();
    return true;
}

// Everything that arises within one pass of the event loop is told together at its end: one write per reader.
void Shard::schedule(Room &room)
{
    enqueue(room);
    postPump();
}

void Shard::enqueue(Room &room)
{
    if (std::find(m_toPump.begin(), m_toPump.end(), &room) == m_toPump.end())
        m_toPump.push_back(&room);
}

void Shard::postPump()
{
    if (m_isPumpPosted)
        return;
    m_isPumpPosted = true;
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void Shard::forget(Room &room)
{
    std::erase(m_toPump, &room);
    m_population.noteRoomGone();
    m_logBytes -= room.m_log.bytes();
}

void Shard::pump()
{
    int budget = readersAPass;
    while (budget > 0 && !m_toPump.empty()) {
        Room *const room = m_toPump.front();
        m_toPump.pop_front();
        if (room->pump(budget))
            enqueue(*room); // it may be there already, by an append() from within the broadcast
    }
    if (!m_toPump.empty())
        postPump();
}

void Shard::logGrew(qsizetype bytes)
{
    ++m_messageCount;
    addLogBytes(bytes);
}

void Shard::addLogBytes(qsizetype bytes)
{
    m_logBytes += bytes;
    while (m_logBytes > m_maxLogBytes) {
        const auto largest = std::max_element(m_rooms.begin(), m_rooms.end(), [](const auto &a, const auto &b) {
            return a.second->m_log.bytes() < b.second->m_log.bytes();
        });
        RoomLog &log = largest->second->m_log;
        const qsizetype before = log.bytes();
        log.dropOldest();
        m_logBytes += log.bytes() - before;
        largest->second->trimStorage();
    }
}

} // namespace pushlab::room
