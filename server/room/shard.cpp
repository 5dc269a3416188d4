// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/shard.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace pushlab::room {

using Action = ModerationCommand::Action;

namespace {

// Delivering to ten thousand readers in one go would delay everything else by 50 ms.
constexpr int readersAPass = 1000;

} // namespace

Shard::Shard(const base::Clock &clock, LogStore &store, const QString &permanentRoom, QObject *parent)
    : QObject(parent), m_clock(clock), m_store(store)
{
    m_store.setListener(this);
    for (const QString &name : m_store.storedRooms())
        add(name, name == permanentRoom);
    if (!find(permanentRoom))
        add(permanentRoom, true);
}

Shard::~Shard()
{
    m_store.setListener(nullptr);
    m_rooms.clear();
}

Room *Shard::open(const QString &name)
{
    if (Room *const existing = find(name)) {
        existing->touch();
        return existing;
    }
    if (m_rooms.size() >= size_t(protocol::maxRooms) && !makePlace())
        return nullptr;
    return add(name, false);
}

Room *Shard::add(const QString &name, bool isPermanent)
{
    const Room::Surroundings surroundings{{m_clock, m_usage, m_population, m_orders}, m_deadlines, m_store, m_moderation, *this};
    return m_rooms.emplace(name, std::make_unique<Room>(name, surroundings, isPermanent)).first->second.get();
}

//! Removes the room and its log. Returns the next room.
Shard::Rooms::iterator Shard::drop(Rooms::iterator room)
{
    std::erase(m_toPump, room->second.get());
    m_population.noteRoomGone();
    room->second->forgetLog();
    return m_rooms.erase(room);
}

//! Closes the room that was idle for longest; returns false when all are in use.
bool Shard::makePlace()
{
    auto idle = m_rooms.end();
    for (auto it = m_rooms.begin(); it != m_rooms.end(); ++it) {
        if (it->second->isExpired() && (idle == m_rooms.end() || it->second->lastUsed() < idle->second->lastUsed()))
            idle = it;
    }
    if (idle == m_rooms.end())
        return false;
    drop(idle);
    return true;
}

Room *Shard::find(const QString &name) const
{
    const auto found = m_rooms.find(name);
    return found == m_rooms.end() ? nullptr : found->second.get();
}

//! An order that holds for one member, wherever it is.
bool Shard::carryOut(const ModerationCommand &command)
{
    const bool isTaken = command.action == Action::Rename ? m_orders.setName(command.member, command.name)
                                                          : m_orders.setTechnique(command.member, command.technique);
    for (const auto &[name, room] : m_rooms) {
        Member *const member = room->member(command.member);
        if (!isTaken || !member)
            continue;
        room->callMember(*member, command.member, {}); // by the name that it has now, if one is given
        member->wanted.clear(); // it is called anew when it is heard of next
        room->tellOfOrders(command.member);
    }
    return isTaken;
}

void Shard::split(const QList<protocol::Technique> &techniques)
{
    std::map<QByteArray, QString> names; // of each member once, in however many rooms it is
    for (const auto &[name, room] : m_rooms) {
        for (const auto &[key, member] : room->members()) {
            if (hasOwnId(key) && member.isPerson())
                names.emplace(key, member.name);
        }
    }
    std::vector<std::pair<QString, QByteArray>> order;
    for (const auto &[key, name] : names)
        order.emplace_back(name.toCaseFolded(), key);
    std::sort(order.begin(), order.end());
    QList<QByteArray> members;
    for (const auto &[name, key] : order)
        members.append(key);
    m_orders.split(members, techniques);
}

//! A room in which that member is; nullptr when it is in none.
Room *Shard::roomOf(const QByteArray &member) const
{
    const auto found = std::find_if(m_rooms.begin(), m_rooms.end(),
                                    [&member](const auto &entry) { return entry.second->members().contains(member); });
    return found == m_rooms.end() ? nullptr : found->second.get();
}

//! Without a member it ends.
void Shard::spotlight(const Room *room, const QByteArray &member)
{
    if (member.isEmpty())
        m_spotlit.reset();
    else if (room && room->members().contains(member))
        m_spotlit = SpotlitMember{room->name(), member, room->memberName(member)};
}

bool Shard::moderate(Room &room, const ModerationCommand &command)
{
    if (command.action == Action::Spotlight) {
        spotlight(&room, command.member);
        return true;
    }
    const bool isPersonal = command.action == Action::SetTechnique || command.action == Action::Rename;
    return isPersonal ? carryOut(command) : room.moderate(command);
}

bool Shard::moderate(const ModerationCommand &command)
{
    if (command.action == Action::SetTechnique || command.action == Action::Rename)
        return carryOut(command);
    const Room *const where = command.member.isEmpty() ? nullptr : roomOf(command.member);
    if (command.action == Action::Spotlight) {
        spotlight(where, command.member);
        return true;
    }
    const bool wasLocked = m_moderation.isLocked();
    ModerationCommand named = command;
    if (command.action == Action::Ban && where)
        named.name = where->memberName(command.member);
    if (!m_moderation.apply(named))
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
            (void)room->moderate(command); // lifting a restriction never fails
            break;
        case Action::Mute:
            room->tellOfOrders(command.member);
            break;
        case Action::SetTechnique:
        case Action::Rename:
            break; // were carried out
        case Action::Withdraw: // a number means a message in one room alone
        case Action::Spotlight:
            break;
        }
    }
    if (m_moderation.isLocked() != wasLocked)
        Q_EMIT lockChanged(!wasLocked);
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
        const bool isToGo = room.isExpired() && !(m_store.isDurable() && room.log().hasMessages());
        it = isToGo ? drop(it) : std::next(it);
    }
    return before - m_population.count();
}

bool Shard::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_isPumpPosted = false;
    pump();
    return true;
}

// Everything appended within one pass of the event loop is delivered together at its end, with one write per reader.
void Shard::onNews(Room &room, int messages)
{
    m_messageCount += messages;
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

void Shard::pump()
{
    int budget = readersAPass;
    while (budget > 0 && !m_toPump.empty()) {
        Room *const room = m_toPump.front();
        m_toPump.pop_front();
        if (room->pump(budget))
            enqueue(*room); // does nothing when an append() from within the broadcast has added it already
    }
    if (!m_toPump.empty())
        postPump();
}

} // namespace pushlab::room
