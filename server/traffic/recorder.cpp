// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/recorder.h"

#include "server/io/socket/countingsocket.h"
#include "server/traffic/connectiontap.h"
#include "server/traffic/withdrawing.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace pushlab::traffic {

using wire::TrafficConnection;
using wire::TrafficExcerpt;
using wire::TrafficRecord;

namespace {

// What is told at once: five times a second, it is more than a class can send.
constexpr qsizetype mostNews = 2000;
constexpr qsizetype mostNewsBytes = 4 * 1024 * 1024;

constexpr quint64 ownerKey(quint8 account, quint32 member)
{
    return quint64(account) << 32 | member;
}

} // namespace

qint64 microsecondsNow()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

Recorder::Recorder(FindOwner findOwner, RingLimits limits) : m_findOwner(std::move(findOwner)), m_ring(limits) {}

Recorder::~Recorder() = default;

ConnectionTap *Recorder::tapOf(const io::CountingSocket &socket)
{
    return static_cast<ConnectionTap *>(socket.tap()); // there are no others
}

ConnectionTap &Recorder::attach(io::CountingSocket &socket)
{
    if (ConnectionTap *const known = tapOf(socket))
        return *known;
    TrafficConnection connection;
    connection.number = ++m_lastConnection;
    connection.opened = microsecondsNow();
    connection.peerAddress = socket.peerAddress().toString();
    connection.hostAddress = socket.localAddress().toString();
    connection.peerPort = socket.peerPort();
    connection.hostPort = socket.localPort();
    connection.isEncrypted = socket.isEncrypted();
    m_connections.insert(connection.number, {connection, 0});
    auto tap = std::make_unique<ConnectionTap>(*this, socket, connection.number);
    return *m_taps.emplace(connection.number, std::move(tap)).first->second;
}

void Recorder::detachUnless(const std::function<bool(const Owner &)> &isKept)
{
    for (auto tap = m_taps.begin(); tap != m_taps.end();) {
        ConnectionTap &one = *tap->second;
        ++tap;
        if (!isKept(one.owner()))
            remove(one, microsecondsNow());
    }
}

void Recorder::remove(ConnectionTap &tap, qint64 now)
{
    const quint64 number = tap.number();
    Known &known = m_connections[number];
    known.connection.closed = now;
    known.connection.isEncrypted = tap.socket().isEncrypted();
    known.last = tap.lastRecord();
    m_closed.emplace_back(number, known.last);
    m_ended.insert(number);
    m_taps.erase(number);
    dropConnections();
}

quint64 Recorder::add(TrafficRecord &&record)
{
    withdrawKnown(record);
    dropConnections();
    return m_ring.add(std::move(record));
}

TrafficRecord *Recorder::addShared(const QByteArray &bytes, const std::shared_ptr<const Owner> &owner)
{
    if (!m_withdrawn.isEmpty())
        return nullptr; // it may have to be changed
    dropConnections();
    return &m_ring.add(bytes, owner);
}

//! Forgets connections of which nothing is recorded any more; in the order of their ends, so that one look is enough.
void Recorder::dropConnections()
{
    while (!m_closed.empty() && m_closed.front().second < m_ring.oldest()) {
        m_ended.remove(m_closed.front().first);
        m_connections.remove(m_closed.front().first);
        m_closed.pop_front();
    }
}

void Recorder::withdrawKnown(TrafficRecord &record) const
{
    if (m_withdrawn.isEmpty())
        return;
    for (const qint64 seq : m_withdrawn.value(record.room))
        withdrawFrom(record, record.room, seq);
}

quint64 Recorder::connectionOf(quint64 number) const
{
    const TrafficRecord *const record = m_ring.find(number);
    return record ? record->connection : 0;
}

TrafficRecord *Recorder::toChange(quint64 number)
{
    TrafficRecord *const record = m_ring.find(number);
    if (record && number <= m_told)
        m_changed.insert(number);
    return record;
}

const std::shared_ptr<const Owner> &Recorder::ownerOf(quint8 account, quint32 member)
{
    std::shared_ptr<const Owner> &owner = m_owners[ownerKey(account, member)];
    if (!owner)
        owner = std::make_shared<const Owner>(m_findOwner(account, member));
    return owner;
}

void Recorder::forgetOwners()
{
    m_owners.clear();
    ++m_ownerGeneration;
}

//! Adds what is known of a connection whose records up to the number \a told are told: until all are, it is open.
void Recorder::addConnection(TrafficExcerpt &excerpt, quint64 number, quint64 told) const
{
    const auto known = m_connections.constFind(number);
    if (known == m_connections.cend())
        return;
    excerpt.connections.append(known->connection);
    if (known->last > told)
        excerpt.connections.last().closed = 0;
    if (const auto tap = m_taps.find(number); tap != m_taps.end()) // it is known only after TLS's own handshake
        excerpt.connections.last().isEncrypted = tap->second->socket().isEncrypted();
}

TrafficExcerpt Recorder::excerpt(quint64 number, qsizetype most, qsizetype mostBytes,
                                 const std::function<bool(const TrafficRecord &)> &isWanted) const
{
    TrafficExcerpt excerpt;
    excerpt.dropped = m_ring.dropped();
    excerpt.oldest = m_ring.oldest();
    QSet<quint64> connections;
    qsizetype bytes = 0;
    const quint64 first = std::max(number + 1, m_ring.oldest());
    for (quint64 next = first; next <= m_ring.last(); ++next) {
        const TrafficRecord &record = *m_ring.find(next);
        if (!isWanted(record))
            continue;
        if (excerpt.records.size() == most || (!excerpt.records.isEmpty() && bytes + record.bytes.size() > mostBytes))
            break;
        bytes += record.bytes.size();
        excerpt.records.append(record);
        connections.insert(record.connection);
    }
    for (const quint64 connection : std::as_const(connections))
        addConnection(excerpt, connection, excerpt.records.last().number);
    return excerpt;
}

TrafficExcerpt Recorder::takeNews()
{
    TrafficExcerpt news = excerpt(m_told, mostNews, mostNewsBytes, [](const TrafficRecord &) { return true; });
    if (!news.records.isEmpty())
        m_told = news.records.last().number;
    QList<quint64> changed(m_changed.cbegin(), m_changed.cend());
    std::sort(changed.begin(), changed.end());
    QList<TrafficRecord> again;
    for (const quint64 number : std::as_const(changed)) {
        const TrafficRecord *const record = m_ring.find(number);
        if (!record)
            continue;
        again.append(*record);
        if (std::none_of(news.connections.cbegin(), news.connections.cend(),
                         [record](const TrafficConnection &one) { return one.number == record->connection; }))
            addConnection(news, record->connection, m_told);
    }
    news.records = again + news.records;
    m_changed.clear();
    for (const quint64 number : std::exchange(m_ended, {})) {
        if (m_connections.value(number).last > m_told) {
            m_ended.insert(number); // there is more to tell of it
            continue;
        }
        news.connections.removeIf([number](const TrafficConnection &one) { return one.number == number; });
        addConnection(news, number, m_told);
    }
    return news;
}

void Recorder::restartNews()
{
    m_told = 0;
    m_changed.clear();
}

void Recorder::withdraw(const QString &room, qint64 seq)
{
    m_withdrawn[room].insert(seq);
    for (quint64 number = m_ring.oldest(); number <= m_ring.last(); ++number) {
        if (withdrawFrom(*m_ring.find(number), room, seq) && number <= m_told)
            m_changed.insert(number);
    }
}

void Recorder::clear()
{
    m_ring.clear();
    m_withdrawn.clear();
    m_changed.clear();
    dropConnections();
}

} // namespace pushlab::traffic
