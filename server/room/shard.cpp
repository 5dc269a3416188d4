// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/shard.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace pushlab::room {

namespace {

// Ten thousand sends in one go would keep everything else waiting for 50 ms.
constexpr int readersAPass = 1000;

} // namespace

Shard::Shard(const Clock &clock, const QString &permanentRoom, qsizetype maxLogBytes, QObject *parent)
    : QObject(parent), m_clock(clock), m_maxLogBytes(maxLogBytes)
{
    m_rooms.emplace(permanentRoom, std::make_unique<Room>(permanentRoom, *this, true));
}

Shard::~Shard()
{
    m_rooms.clear();
}

Room *Shard::open(const QString &name)
{
    if (Room *const existing = find(name)) {
        existing->touch();
        return existing;
    }
    if (m_rooms.size() >= size_t(protocol::maxRooms))
        return nullptr;
    return m_rooms.emplace(name, std::make_unique<Room>(name, *this, false)).first->second.get();
}

Room *Shard::find(const QString &name) const
{
    const auto found = m_rooms.find(name);
    return found == m_rooms.end() ? nullptr : found->second.get();
}

bool Shard::mayWait() const
{
    return m_deadlines.count() < protocol::maxWaiting;
}

void Shard::sweep(std::chrono::milliseconds memberLife)
{
    for (auto it = m_rooms.begin(); it != m_rooms.end();) {
        it->second->sweep(memberLife);
        it = it->second->isExpired() ? m_rooms.erase(it) : std::next(it);
    }
}

bool Shard::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_isPumpPosted = false;
    pump();
    return true;
}

// Everything that arises within one pass of the event loop is told together at its end: one write a reader.
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
    m_logBytes -= room.m_log.bytes();
    releaseQueues(int(room.m_queues.size()));
    releaseMembers(int(room.m_members.size()));
    for (const auto &[key, member] : room.m_members)
        room.releaseUsage(member);
}

void Shard::pump()
{
    int budget = readersAPass;
    while (budget > 0 && !m_toPump.empty()) {
        Room *const room = m_toPump.front();
        m_toPump.pop_front();
        if (room->pump(budget))
            enqueue(*room); // it may be there already, by an append() from within the telling
    }
    if (!m_toPump.empty())
        postPump();
}

void Shard::logGrew(qsizetype bytes)
{
    ++m_messageCount;
    m_logBytes += bytes;
    while (m_logBytes > m_maxLogBytes) {
        const auto largest = std::max_element(m_rooms.begin(), m_rooms.end(), [](const auto &a, const auto &b) {
            return a.second->m_log.bytes() < b.second->m_log.bytes();
        });
        RoomLog &log = largest->second->m_log;
        const qsizetype before = log.bytes();
        log.dropOldest();
        m_logBytes += log.bytes() - before;
    }
}

bool Shard::reserveQueue()
{
    if (m_queueCount >= protocol::maxQueues)
        return false;
    ++m_queueCount;
    return true;
}

void Shard::releaseQueues(int count)
{
    m_queueCount -= count;
}

bool Shard::reserveMember()
{
    if (m_memberCount >= protocol::maxMembers)
        return false;
    ++m_memberCount;
    return true;
}

void Shard::releaseMembers(int count)
{
    m_memberCount -= count;
}

} // namespace pushlab::room
