// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/ladderdata.h"

#include "app/windows/traffic/traffictext.h"

#include <algorithm>
#include <utility>

namespace pushlab::app {

using wire::Direction;
using wire::RecordKind;
using wire::TrafficRecord;

namespace {

constexpr qsizetype keptBytes = 256; // enough to say what it is

qint64 momentOf(const TrafficRecord &record)
{
    return record.direction == Direction::ToHost ? record.at + record.duration : record.at;
}

} // namespace

qint64 LadderData::append(const wire::TrafficExcerpt &excerpt)
{
    qint64 changed = openEnd;
    for (const TrafficRecord &record : excerpt.records) {
        if (record.number <= m_lastNumber) // a message in it was withdrawn, which is not shown here
            continue;
        m_lastNumber = record.number;
        const int member = memberOf(record);
        if (member < 0)
            continue;
        if (record.kind == RecordKind::Answer)
            changed = std::min(changed, endHold(record.request, record.at));
        addItem(record, member);
        if (record.kind == RecordKind::Request)
            m_holds.append({momentOf(record), openEnd, record.number, record.connection, member, record.technique});
        changed = std::min(changed, momentOf(record));
    }
    for (const wire::TrafficConnection &connection : excerpt.connections) {
        if (connection.closed > 0)
            changed = std::min(changed, endHoldsOf(connection));
    }
    removeOldest();
    return changed;
}

int LadderData::memberOf(const TrafficRecord &record)
{
    if (record.member.isEmpty())
        return -1;
    // From the end: who came last is the most likely to write.
    const auto known = std::find_if(m_members.rbegin(), m_members.rend(), [&record](const Member &member) {
        return member.key == record.memberKey && member.room == record.room;
    });
    if (known == m_members.rend()) {
        if (m_members.size() == mostMembers)
            return -1;
        m_members.append({record.room, record.memberKey, record.member, record.technique});
        return int(m_members.size()) - 1;
    }
    known->name = record.member;
    if (record.technique)
        known->technique = record.technique;
    return int(m_members.rend() - known) - 1;
}

//! Records come about in the order of their moments, but for what was on its way at the same time.
void LadderData::addItem(const TrafficRecord &record, int member)
{
    Item item{momentOf(record), member, isControl(record), record};
    item.record.bytes.truncate(keptBytes);
    const auto place = std::upper_bound(m_items.cbegin(), m_items.cend(), item.moment,
                                        [](qint64 moment, const Item &each) { return moment < each.moment; });
    m_items.insert(place - m_items.cbegin(), item);
}

qint64 LadderData::endHold(quint64 request, qint64 at)
{
    const auto hold = std::lower_bound(m_holds.begin(), m_holds.end(), request,
                                       [](const Hold &each, quint64 wanted) { return each.request < wanted; });
    if (request == 0 || hold == m_holds.end() || hold->request != request)
        return openEnd;
    hold->to = std::max(hold->from, at);
    return hold->to;
}

qint64 LadderData::endHoldsOf(const wire::TrafficConnection &connection)
{
    qint64 changed = openEnd;
    for (Hold &hold : m_holds) {
        if (hold.connection == connection.number && hold.to == openEnd) {
            hold.to = std::max(hold.from, connection.closed);
            changed = std::min(changed, hold.to);
        }
    }
    return changed;
}

void LadderData::removeOldest()
{
    if (m_items.size() <= most)
        return;
    m_items.remove(0, m_items.size() - most);
    const qint64 oldest = m_items.constFirst().moment;
    const auto kept = std::find_if(m_holds.cbegin(), m_holds.cend(), [oldest](const Hold &hold) { return hold.to >= oldest; });
    m_holds.remove(0, kept - m_holds.cbegin());
    if (m_holds.size() > most)
        m_holds.remove(0, m_holds.size() - most);
}

void LadderData::clear()
{
    m_items.clear();
    m_holds.clear();
    m_members.clear();
    m_lastNumber = 0;
}

qsizetype LadderData::firstFrom(qint64 moment) const
{
    return std::lower_bound(m_items.cbegin(), m_items.cend(), moment,
                            [](const Item &item, qint64 wanted) { return item.moment < wanted; })
        - m_items.cbegin();
}

} // namespace pushlab::app
