// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/roster.h"

#include "server/protocol/comparisonroom.h"
#include "server/protocol/limits.h"
#include "server/room/cursors.h"

#include <algorithm>
#include <utility>

namespace pushlab::room {

namespace {

//! The id that a client or a queue's reader has drawn, without the prefix of its key.
QByteArrayView ownId(QByteArrayView key)
{
    return key.size() > 2 && key[1] == ':' ? key.sliced(2) : QByteArrayView();
}

} // namespace

Roster::Roster(const Shared &shared, const RoomLog &log, Cursors &cursors, bool isOfComparison)
    : m_shared(shared), m_log(log), m_cursors(cursors), m_isOfComparison(isOfComparison)
{
    for (const auto &[user, cursor] : m_cursors.takeCursors()) {
        if (!m_shared.population.addQueue())
            return;
        m_queues.emplace(user, Queue{std::min(cursor, m_log.next()), 0, m_shared.clock.steady(), user, m_log.next()});
    }
}

Roster::~Roster()
{
    m_shared.population.removeQueues(int(m_queues.size()));
    m_shared.population.removeMembers(int(m_members.size()));
    for (const auto &[key, member] : m_members)
        releaseUsage(member);
}

Member *Roster::touchMember(const MemberIdentity &identity, protocol::Technique technique, int counted, base::Clock::TimePoint now)
{
    auto found = m_members.find(identity.key);
    if (found == m_members.end()) {
        if (m_members.size() >= size_t(maxMembers) || !m_shared.population.addMember())
            return nullptr;
        found = m_members.emplace(identity.key, Member{}).first;
        found->second.address = identity.address;
        found->second.known = m_log.next();
        found->second.isVirtual = m_isOfComparison && protocol::isVirtualClientId(ownId(identity.key));
    }
    Member &member = found->second;
    markTeacher(member, identity.isTeacher);
    callMember(member, identity.key, identity.name);
    recordRequest(member, technique, counted, now);
    return &member;
}

void Roster::recordRequest(Member &member, protocol::Technique technique, int counted, base::Clock::TimePoint now)
{
    const bool wasAway = member.held == 0 && member.sockets == 0 && now - member.lastSeen > m_memberLife;
    if (wasAway) // the next sweep would have removed it
        member.known = m_log.next();
    member.technique = technique;
    member.lastSeen = now;
    if (member.isTeacher)
        return;
    ledger::UsageId &usage = member.usage[size_t(technique)];
    if (usage == 0)
        usage = m_shared.usage.add();
    if (ledger::Usage *const counters = m_shared.usage.find(usage))
        counters->requests += counted;
}

Member *Roster::member(const QByteArray &key)
{
    const auto found = m_members.find(key);
    return found == m_members.end() ? nullptr : &found->second;
}

void Roster::callMember(Member &member, const QByteArray &key, const QString &wanted)
{
    if (const QString given = m_shared.orders.name(key); !given.isEmpty()) {
        member.name = m_names.enter(key, given); // two may have been given the same
        member.wanted.clear(); // called anew when the teacher takes that name back
        return;
    }
    if (wanted.isEmpty() || wanted == member.wanted)
        return;
    member.wanted = wanted;
    member.name = hasOwnId(key) ? m_names.enter(key, wanted) : wanted; // queues and addresses are called as they say
}

QString Roster::nameFor(const MemberIdentity &identity)
{
    if (Member *const known = member(identity.key)) {
        callMember(*known, identity.key, identity.name);
        return known->name;
    }
    if (const QString given = m_shared.orders.name(identity.key); !given.isEmpty())
        return m_names.reserve(identity.key, given, m_shared.clock.steady());
    if (!hasOwnId(identity.key))
        return identity.name;
    return identity.name.isEmpty() ? m_names.nameOf(identity.key)
                                   : m_names.reserve(identity.key, identity.name, m_shared.clock.steady());
}

Queue *Roster::queue(const QString &user)
{
    const auto found = m_queues.find(user);
    return found == m_queues.end() ? nullptr : &found->second;
}

bool Roster::openQueue(const QString &user)
{
    if (Queue *const existing = queue(user)) {
        existing->lastUsed = m_shared.clock.rough();
        if (!existing->reader && existing->opened == Queue::noReader)
            existing->opened = m_log.next();
        return true;
    }
    if (!m_shared.population.addQueue())
        return false;
    m_queues.emplace(user, Queue{m_log.next(), 0, m_shared.clock.steady(), user, m_log.next()});
    m_cursors.setCursor(user, m_log.next());
    return true;
}

void Roster::bind(Queue &queue, Member &reader)
{
    if (queue.reader)
        queue.reader->queue = nullptr;
    if (reader.queue)
        reader.queue->reader = nullptr;
    queue.reader = &reader;
    reader.queue = &queue;
    // The first contact was the opening of the queue's page.
    if (queue.opened != Queue::noReader)
        reader.known = std::min(reader.known, std::exchange(queue.opened, Queue::noReader));
}

const protocol::EncodedEntry *Roster::head(Queue &queue) const
{
    queue.cursor = std::max(queue.cursor, m_log.oldest() - 1); // entries that the log has trimmed are gone from the queue, too
    while (queue.cursor < m_log.next() && m_log.at(queue.cursor + 1).isControl())
        ++queue.cursor; // the tutorials have no control entries
    return queue.cursor < m_log.next() ? &m_log.at(queue.cursor + 1) : nullptr;
}

void Roster::advance(Queue &queue)
{
    ++queue.cursor;
    m_cursors.setCursor(queue.user, queue.cursor);
}

void Roster::restart()
{
    for (auto &[user, queue] : m_queues) {
        queue.cursor = m_log.next();
        if (queue.opened != Queue::noReader)
            queue.opened = m_log.next();
        m_cursors.setCursor(user, queue.cursor);
    }
    for (auto &[key, member] : m_members)
        member.known = m_log.next();
}

void Roster::sweep(std::chrono::milliseconds memberLife)
{
    m_memberLife = memberLife;
    const base::Clock::TimePoint now = m_shared.clock.steady();
    const auto gone = std::erase_if(m_members, [this, now, memberLife](const auto &entry) {
        const Member &member = entry.second;
        const bool isGone = member.held == 0 && member.sockets == 0 && now - member.lastSeen > memberLife;
        if (isGone) {
            releaseUsage(member);
            m_names.leave(entry.first, now);
            if (member.queue)
                member.queue->reader = nullptr;
        }
        return isGone;
    });
    m_shared.population.removeMembers(int(gone));
    m_names.sweep(now);
    sweepQueues(now, memberLife);
}

void Roster::sweepQueues(base::Clock::TimePoint now, std::chrono::milliseconds memberLife)
{
    for (auto &[user, queue] : m_queues) {
        if (!queue.reader && queue.waiting == 0 && now - queue.lastUsed > memberLife)
            queue.opened = Queue::noReader; // a later reader counts as a new one
    }
    const auto dropped = std::erase_if(m_queues, [this, now](const auto &entry) {
        const Queue &queue = entry.second;
        const bool isGone = queue.waiting == 0 && now - queue.lastUsed > protocol::queueLife;
        if (isGone && queue.reader)
            queue.reader->queue = nullptr;
        if (isGone)
            m_cursors.closeCursor(entry.first);
        return isGone;
    });
    m_shared.population.removeQueues(int(dropped));
}

//! The teacher has no entries: nothing is counted for what has none.
void Roster::markTeacher(Member &member, bool isTeacher)
{
    if (isTeacher && !member.isTeacher) {
        releaseUsage(member);
        member.usage = {};
    }
    member.isTeacher = isTeacher;
}

void Roster::releaseUsage(const Member &member)
{
    for (const ledger::UsageId usage : member.usage)
        m_shared.usage.remove(usage);
}

} // namespace pushlab::room
