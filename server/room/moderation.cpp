// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/room/moderation.h"

#include <algorithm>

namespace pushlab::room {

using Action = ModerationCommand::Action;

bool isMeant(const ModerationCommand &command, const MemberIdentity &identity)
{
    if (identity.isTeacher)
        return false;
    return (!command.member.isEmpty() && command.member == identity.key)
        || (!command.address.isEmpty() && command.address == identity.address);
}

bool Moderation::Listed::holds(const MemberIdentity &identity) const
{
    return members.contains(identity.key) || addresses.contains(identity.address);
}

bool Moderation::Listed::add(const ModerationCommand &command)
{
    if (members.size() >= maxEntries || addresses.size() >= maxEntries)
        return false;
    if (!command.member.isEmpty())
        members.insert(command.member);
    if (!command.address.isEmpty())
        addresses.insert(command.address);
    return true;
}

void Moderation::Listed::remove(const ModerationCommand &command)
{
    members.remove(command.member);
    addresses.remove(command.address);
}

bool Moderation::apply(const ModerationCommand &command)
{
    switch (command.action) {
    case Action::Mute:
        return m_muted.add(command);
    case Action::Unmute:
        m_muted.remove(command);
        return true;
    case Action::Ban:
        if (!m_banned.add(command))
            return false;
        noteBan(command);
        return true;
    case Action::Unban:
        if (command.member.isEmpty() && command.address.isEmpty())
            m_banned = {};
        else
            m_banned.remove(command);
        forgetLiftedBans();
        return true;
    case Action::Unlock:
        m_isLocked = false;
        m_insiders = {};
        return true;
    case Action::Lock:
    case Action::Kick:
    case Action::SetTechnique:
    case Action::Rename:
    case Action::Withdraw:
    case Action::Spotlight:
        return true; // carried out by the owner of the members
    }
    Q_UNREACHABLE();
}

void Moderation::noteBan(const ModerationCommand &command)
{
    const bool isKnown = std::any_of(m_bans.cbegin(), m_bans.cend(), [&command](const Ban &ban) {
        return ban.member == command.member && ban.address == command.address;
    });
    if (!isKnown)
        m_bans.append({command.member, command.address, command.name});
}

//! Keeps of each ban what is still in force.
void Moderation::forgetLiftedBans()
{
    for (Ban &ban : m_bans) {
        if (!m_banned.members.contains(ban.member))
            ban.member.clear();
        if (!m_banned.addresses.contains(ban.address))
            ban.address.clear();
    }
    m_bans.removeIf([](const Ban &ban) { return ban.member.isEmpty() && ban.address.isEmpty(); });
}

bool Moderation::isMuted(const MemberIdentity &identity) const
{
    return !identity.isTeacher && m_muted.holds(identity);
}

bool Moderation::isBanned(const MemberIdentity &identity) const
{
    return !identity.isTeacher && m_banned.holds(identity);
}

void Moderation::lock()
{
    m_isLocked = true;
    m_insiders = {};
}

void Moderation::admit(const std::unordered_map<QByteArray, Member> &members)
{
    for (const auto &[key, member] : members) {
        m_insiders.members.insert(key);
        // A client without an id of its own is known by its address only.
        if (!key.startsWith("m:"))
            m_insiders.addresses.insert(member.address);
    }
}

bool Moderation::isLockedFor(const MemberIdentity &identity) const
{
    if (!m_isLocked || identity.isTeacher || m_insiders.members.contains(identity.key))
        return false;
    return identity.key.startsWith("m:") || !m_insiders.addresses.contains(identity.address);
}

void Moderation::noteKick(const QByteArray &member, base::Clock::TimePoint now)
{
    m_kicked.removeIf([now](QHash<QByteArray, base::Clock::TimePoint>::iterator kick) { return now - *kick > kickTime; });
    if (m_kicked.size() < maxEntries)
        m_kicked.insert(member, now);
}

bool Moderation::takeKick(const QByteArray &member, base::Clock::TimePoint now)
{
    if (m_kicked.isEmpty())
        return false;
    const auto kick = m_kicked.constFind(member);
    if (kick == m_kicked.cend())
        return false;
    const bool isFresh = now - *kick <= kickTime;
    m_kicked.erase(kick);
    return isFresh;
}

bool Moderation::isEmpty() const
{
    return !m_isLocked && m_muted.members.isEmpty() && m_muted.addresses.isEmpty() && m_banned.members.isEmpty()
        && m_banned.addresses.isEmpty();
}

} // namespace pushlab::room
