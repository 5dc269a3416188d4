// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/room.h"

#include "server/protocol/comparisonroom.h"
#include "server/protocol/limits.h"
#include "server/protocol/withdrawal.h"

#include <utility>

namespace pushlab::room {

using Action = ModerationCommand::Action;

namespace {

QByteArray keyOf(const protocol::Outgoing &outgoing)
{
    // Without both, the messages of two strangers could be taken for the same one, and one be lost.
    if (outgoing.member.isEmpty() || outgoing.id.isEmpty())
        return {};
    return outgoing.member.toUtf8() + '\0' + outgoing.id.toUtf8();
}

} // namespace

Room::Room(QString name, const Surroundings &surroundings, bool isPermanent)
    : m_name(std::move(name))
    , m_surroundings(surroundings)
    , m_log(surroundings.store.open(m_name, *this))
    , m_roster(surroundings.shared, m_log->entries(), *m_log, protocol::isComparisonRoom(m_name))
    , m_waiting(surroundings.deadlines)
    , m_lastUsed(surroundings.shared.clock.steady())
    , m_isPermanent(isPermanent)
{
}

Room::~Room() = default;

void Room::append(const protocol::Outgoing &outgoing, Receipt &receipt)
{
    touch();
    protocol::Entry entry;
    auto &message = std::get<protocol::Message>(entry);
    message.from = nameOf(outgoing);
    message.text = outgoing.text;
    message.sent = outgoing.sent;
    message.via = outgoing.via;
    m_log->append(std::move(entry), keyOf(outgoing), receipt);
}

//! The host's name for a member that has one; whoever is no member is called as it says.
QString Room::nameOf(const protocol::Outgoing &outgoing)
{
    if (outgoing.member.isEmpty())
        return outgoing.from;
    const QByteArray key = memberKey(outgoing.member);
    if (const Member *const sender = m_roster.member(key); sender && !sender->name.isEmpty())
        return sender->name;
    const QString given = orders().name(key);
    return given.isEmpty() ? outgoing.from : given;
}

void Room::append(protocol::ControlEntry entry)
{
    // An import would not accept it otherwise.
    Q_ASSERT(!entry.kind().isEmpty() && protocol::controlJson(entry).size() <= protocol::maxControlBytes);
    NoReceipt receipt;
    m_log->append(std::move(entry), {}, receipt);
}

bool Room::withdraw(qint64 seq, Receipt &receipt)
{
    if (!log().hasMessage(seq))
        return false;
    m_log->append(protocol::withdrawalOf(seq), {}, receipt);
    return true;
}

void Room::tellOfOrders(const QByteArray &member)
{
    if (m_roster.member(member))
        append(protocol::ControlEntry{0, 0, {{QStringLiteral("kind"), QStringLiteral("own")}}});
}

void Room::onEpochChanged()
{
    if (log().isCleared()) {
        m_roster.restart(); // before whoever is told notes how far it was
        m_broadcastEnd = 0;
    }
    for (Subscriber *const subscriber : m_subscribers.all())
        subscriber->onEpochChanged();
    m_surroundings.listener.onNews(*this, 0); // waiting readers are told of the new epoch, even without entries
}

void Room::leave(Subscriber *subscriber)
{
    m_subscribers.leave(subscriber);
    touch();
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

QString Room::memberName(const QByteArray &key) const
{
    const auto found = members().find(key);
    return found == members().end() ? QString() : found->second.name;
}

bool Room::moderate(const ModerationCommand &given)
{
    ModerationCommand command = given;
    if (command.action == Action::Ban)
        command.name = memberName(command.member);
    if (!m_moderation.apply(command))
        return false;
    if (command.action == Action::Lock) {
        m_moderation.lock();
        m_moderation.admit(members());
    } else if (command.action == Action::Kick || command.action == Action::Ban) {
        evict(command);
    } else if (command.action == Action::Mute || command.action == Action::Unmute) {
        tellOfOrders(command.member);
    } else if (command.action == Action::Withdraw) {
        NoReceipt receipt;
        (void)withdraw(command.seq, receipt); // it may have left the log meanwhile
    }
    return true;
}

bool Room::isModerated() const
{
    return m_moderation.isInForce() || m_surroundings.classModeration.isInForce();
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
            m_moderation.noteKick(key, m_surroundings.shared.clock.steady());
    }
}

bool Room::pump(int &budget)
{
    if (!m_isBroadcasting) {
        m_isBroadcasting = true;
        m_broadcastEnd = log().next();
        m_subscribers.startBroadcast();
        m_waiting.startWaking();
    }
    for (; m_subscribers.isBroadcasting() && budget > 0; --budget)
        m_subscribers.deliverNext();
    budget -= m_waiting.wakeSome(budget);
    if (m_subscribers.isBroadcasting() || m_waiting.isWaking())
        return true;
    m_isBroadcasting = false;
    return log().next() > m_broadcastEnd; // true when more was appended during the broadcast
}

void Room::touch()
{
    m_lastUsed = m_surroundings.shared.clock.rough();
}

bool Room::isExpired() const
{
    return !m_isPermanent && m_moderation.isEmpty() && m_subscribers.isEmpty() && m_waiting.isEmpty() && !m_log->hasPending()
        && m_surroundings.shared.clock.steady() - m_lastUsed > protocol::roomLife;
}

} // namespace pushlab::room
