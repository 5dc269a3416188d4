// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/room.h"

#include "server/protocol/limits.h"
#include "server/room/shard.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace pushlab::room {

using Action = ModerationCommand::Action;

namespace {

QString generateEpoch()
{
    return QString::number(QRandomGenerator::system()->generate64(), 36);
}

QByteArray keyOf(const protocol::Outgoing &outgoing)
{
    // Without both, two strangers could be taken for one and a message be lost.
    if (outgoing.member.isEmpty() || outgoing.id.isEmpty())
        return {};
    return outgoing.member.toUtf8() + '\0' + outgoing.id.toUtf8();
}

// Deleting from the storage one by one as the log drops its oldest would double its work; what is kept too long is bounded.
constexpr qint64 messagesATrim = 1000;
constexpr qsizetype bytesATrim = 4 * 1024 * 1024;

qsizetype weight(const protocol::Message &message)
{
    return qsizetype(sizeof message) + 2 * (message.text.size() + message.from.size());
}

} // namespace

RoomLog Room::newLog()
{
    return {generateEpoch(), {protocol::maxLogMessages, protocol::maxLogBytes}};
}

Room::Room(QString name, Shard &shard, bool isPermanent, RoomLog log)
    : m_name(std::move(name))
    , m_shard(shard)
    , m_log(std::move(log))
    , m_storedOldest(m_log.oldest())
    , m_roster({shard.clock(), shard.usage(), shard.population()}, m_log, *this)
    , m_waiting(shard.deadlines())
    , m_lastUsed(shard.clock().steady())
    , m_isPermanent(isPermanent)
{
}

Room::~Room()
{
    m_shard.forget(*this);
}

qint64 Room::append(const protocol::Outgoing &outgoing)
{
    touch();
    const QByteArray key = keyOf(outgoing);
    if (const qint64 known = key.isEmpty() ? 0 : m_pendingKeys.value(key, m_log.seqOf(key)))
        return known;
    protocol::Message message;
    message.from = outgoing.from;
    message.text = outgoing.text;
    message.sent = outgoing.sent;
    message.accepted = m_shard.clock().wall();
    message.via = outgoing.via;
    if (!storage()) {
        addToLog(std::move(message), key);
        return m_log.next();
    }
    if (!m_shard.reservePending(weight(message)))
        return 0;
    message.seq = m_log.next() + qint64(m_pending.size()) + 1;
    storage()->append(logName(), message, key);
    if (!key.isEmpty())
        m_pendingKeys.insert(key, message.seq);
    m_pending.push_back({std::move(message), key, {}});
    return m_log.next() + qint64(m_pending.size());
}

void Room::addToLog(protocol::Message message, const QByteArray &key)
{
    const qsizetype before = m_log.bytes();
    m_log.append(std::move(message), key);
    m_shard.logGrew(m_log.bytes() - before);
    m_shard.schedule(*this);
}

void Room::awaitCommit(qint64 seq, std::unique_ptr<Receipt> receipt)
{
    Q_ASSERT(!isCommitted(seq) && seq <= m_log.next() + qint64(m_pending.size()));
    m_pending[size_t(seq - m_log.next() - 1)].receipts.push_back(std::move(receipt));
}

void Room::onCommitted(qint64 seq)
{
    while (!m_pending.empty() && m_log.next() < seq) {
        Pending committed = std::move(m_pending.front());
        m_pending.pop_front();
        m_pendingKeys.remove(committed.key);
        const qsizetype bytes = weight(committed.message);
        m_shard.releasePending(bytes);
        m_loggedBytes += bytes;
        addToLog(std::move(committed.message), committed.key);
        for (const auto &receipt : committed.receipts)
            receipt->committed(m_log.next());
    }
    trimStorage();
}

void Room::onStorageFailed()
{
    m_log.changeEpoch(generateEpoch());
    for (Subscriber *const subscriber : m_subscribers.all())
        subscriber->onEpochChanged();
    onCommitted(m_log.next() + qint64(m_pending.size()));
    m_shard.schedule(*this); // waiting readers are told of the epoch, even if there is nothing new
}

void Room::trimStorage()
{
    const qint64 needless = m_log.oldest() - m_storedOldest;
    if (needless == 0)
        m_loggedBytes = 0; // what is dropped weighs about what has been logged since the first was
    if (!storage() || needless == 0 || (needless < messagesATrim && m_loggedBytes < bytesATrim))
        return;
    // The newest stays: the storage has its number from it.
    storage()->trim(logName(), std::min(m_log.oldest(), m_log.next()));
    m_storedOldest = m_log.oldest();
    m_loggedBytes = 0;
}

Storage *Room::storage() const
{
    return m_shard.m_storage;
}

void Room::leave(Subscriber *subscriber)
{
    m_subscribers.leave(subscriber);
    touch();
}

void Room::setCursor(const QString &user, qint64 cursor)
{
    if (storage())
        storage()->setQueue(logName(), user, cursor);
}

void Room::closeCursor(const QString &user)
{
    if (storage())
        storage()->closeQueue(logName(), user);
}

Member *Room::touchMember(const MemberIdentity &identity, protocol::Technique technique, int counted)
{
    touch();
    return m_roster.touchMember(identity, technique, counted, m_lastUsed);
}

Member *Room::touchMember(const Queue &queue, protocol::Technique technique, int counted)
{
    if (queue.reader)
        touchMember(*queue.reader, technique, counted);
    return queue.reader;
}

void Room::touchMember(Member &member, protocol::Technique technique, int counted)
{
    touch();
    m_roster.recordRequest(member, technique, counted, m_lastUsed);
}

void Room::share(Member &member)
{
    if (member.sockets == 0 || std::exchange(member.isShared, true))
        return;
    for (Subscriber *const subscriber : m_subscribers.all())
        subscriber->share(member);
}

ledger::UsageId Room::touchUsage(const MemberIdentity &identity, protocol::Technique technique, int counted)
{
    const Member *const member = touchMember(identity, technique, counted);
    return member ? member->usage[size_t(technique)] : 0;
}

bool Room::moderate(const ModerationCommand &command)
{
    if (!m_moderation.apply(command))
        return false;
    if (command.action == Action::Lock) {
        m_moderation.lock();
        m_moderation.admit(members());
    } else if (command.action == Action::Kick || command.action == Action::Ban) {
        evict(command);
    }
    return true;
}

bool Room::isModerated() const
{
    return m_moderation.isInForce() || m_shard.moderation().isInForce();
}

void Room::evict(const ModerationCommand &command)
{
    const bool isBanned = command.action == ModerationCommand::Action::Ban;
    QSet<QByteArray> told;
    const auto means = [&command, &told](const MemberIdentity &identity) {
        const bool isOne = isMeant(command, identity);
        if (isOne)
            told.insert(identity.key);
        return isOne;
    };
    m_waiting.evict(means, isBanned);
    for (Subscriber *const subscriber : m_subscribers.all()) {
        if (subscriber->reader() && means(*subscriber->reader()))
            subscriber->evict(isBanned);
    }
    if (isBanned)
        return;
    for (const auto &[key, member] : members()) {
        if (isMeant(command, {key, member.name, member.address}) && !told.contains(key))
            m_moderation.noteKick(key, m_shard.clock().steady());
    }
}

bool Room::pump(int &budget)
{
    if (!m_isBroadcasting) {
        m_isBroadcasting = true;
        m_broadcastEnd = m_log.next();
        m_subscribers.startBroadcast();
        m_waiting.startWaking();
    }
    for (; m_subscribers.isBroadcasting() && budget > 0; --budget)
        m_subscribers.deliverNext();
    budget -= m_waiting.wakeSome(budget);
    if (m_subscribers.isBroadcasting() || m_waiting.isWaking())
        return true;
    m_isBroadcasting = false;
    return m_log.next() > m_broadcastEnd; // appended while the slices were told
}

void Room::touch()
{
    m_lastUsed = m_shard.clock().rough();
}

void Room::sweep(std::chrono::milliseconds memberLife)
{
    m_roster.sweep(memberLife);
}

bool Room::isExpired() const
{
    return !m_isPermanent && m_moderation.isEmpty() && m_subscribers.isEmpty() && m_waiting.isEmpty() && m_pending.empty()
        && m_shard.clock().steady() - m_lastUsed > protocol::roomLife;
}

} // namespace pushlab::room
