// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/outbox.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pushlab::session {

namespace {

constexpr qsizetype maxConfirmed = 10'000; // more than the own messages of a polling interval
constexpr double sameTime = 0.01; // ms: times are sent with three decimals

} // namespace

bool Outbox::add(const protocol::Outgoing &outgoing)
{
    while (!hasRoomFor(outgoing.text.size())) {
        if (!dropOldestFailed())
            return false;
    }
    m_units += outgoing.text.size();
    m_entries.append({outgoing, State::Queued});
    return true;
}

protocol::Outgoing *Outbox::takeNext()
{
    const auto waits = [](const Entry &entry) { return entry.state == State::Queued; };
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), waits);
    if (entry == m_entries.end())
        return nullptr;
    entry->state = State::Sent;
    return &entry->outgoing;
}

int Outbox::sentCount() const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) { return entry.state == State::Sent; }));
}

void Outbox::requeue(const QString &id)
{
    if (const qsizetype index = find(id); index >= 0 && m_entries[index].state == State::Sent)
        m_entries[index].state = State::Queued;
}

void Outbox::requeueAll()
{
    for (Entry &entry : m_entries) {
        if (entry.state == State::Sent)
            entry.state = State::Queued;
    }
}

bool Outbox::refuse(const QString &id)
{
    const qsizetype index = find(id);
    if (index < 0)
        return false;
    m_entries[index].state = State::Failed;
    return true;
}

bool Outbox::retry(const QString &id)
{
    const qsizetype index = find(id);
    if (index < 0 || m_entries[index].state != State::Failed)
        return false;
    m_entries[index].state = State::Queued;
    m_entries.move(index, m_entries.size() - 1);
    return true;
}

bool Outbox::confirm(const QString &id, std::optional<qint64> seq)
{
    const qsizetype index = find(id);
    if (index < 0)
        return false;
    remove(index);
    if (seq)
        m_confirmed.insert(*seq, id);
    if (m_confirmed.size() > maxConfirmed)
        m_confirmed.erase(m_confirmed.cbegin());
    return true;
}

QString Outbox::claim(const protocol::Message &message, const QString &givenName)
{
    if (const QString id = m_confirmed.take(message.seq); !id.isEmpty())
        return id;
    const auto isSame = [&message, &givenName](const Entry &entry) {
        const protocol::Outgoing &own = entry.outgoing;
        return own.sent > 0 && std::abs(own.sent - message.sent) < sameTime && own.text == message.text
            && (own.from == message.from || (!givenName.isEmpty() && givenName == message.from));
    };
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(), isSame);
    return entry == m_entries.cend() ? QString() : entry->outgoing.id;
}

qsizetype Outbox::find(const QString &id) const
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&id](const Entry &candidate) { return candidate.outgoing.id == id; });
    return entry == m_entries.cend() ? -1 : entry - m_entries.cbegin();
}

bool Outbox::hasRoomFor(qsizetype units) const
{
    return m_entries.size() < maxMessages && m_units + units <= maxTextUnits;
}

void Outbox::remove(qsizetype index)
{
    m_units -= m_entries[index].outgoing.text.size();
    m_entries.removeAt(index);
}

bool Outbox::dropOldestFailed()
{
    const auto refused = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                      [](const Entry &entry) { return entry.state == State::Failed; });
    if (refused == m_entries.cend())
        return false;
    remove(refused - m_entries.cbegin());
    return true;
}

} // namespace pushlab::session
