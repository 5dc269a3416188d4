// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/room/member.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <unordered_map>

namespace pushlab::room {

//! A command of the teacher's about a room. A value that may cross threads.
struct ModerationCommand
{
    enum class Action : quint8 { Mute, Unmute, Kick, Ban, Unban, Lock, Unlock, SetTechnique, Rename, Withdraw, Spotlight };

    Action action = Action::Mute;
    QByteArray member; //!< the member's key; empty: none, which ends a Spotlight
    QString address; //!< an address, with or without a member; empty: none. Unban without member and address lifts all bans
    std::optional<protocol::Technique> technique{}; //!< of SetTechnique; nullopt: the one of the class
    QString name{}; //!< of Rename; empty: the member's own. Of Ban: the member's, if it is known
    qint64 seq = 0; //!< of Withdraw: the message's number in its room
};

//! Whom a ban refers to, for the teacher to read and to lift. A value.
struct Ban
{
    QByteArray member; //!< the member's key; empty: the ban is of an address alone
    QString address; //!< empty: of the member alone
    QString name; //!< the member's at that time

    friend bool operator==(const Ban &, const Ban &) = default;
};

//! The teacher's restrictions for a room, or for all rooms of the class. A plain class, bounded; server's thread.
class Moderation
{
public:
    static constexpr qsizetype maxEntries = 2'000; //!< of each kind
    static constexpr std::chrono::seconds kickTime{60}; //!< for which a kicked member that was not connected is still told

    //! Applies \a command to later requests. Returns false when there are too many restrictions already.
    [[nodiscard]] bool apply(const ModerationCommand &command);

    [[nodiscard]] bool isMuted(const MemberIdentity &identity) const;
    [[nodiscard]] bool isBanned(const MemberIdentity &identity) const;

    [[nodiscard]] const QList<Ban> &bans() const { return m_bans; } //!< in the order in which they were made

    //! From now on only members that are admitted explicitly may enter.
    void lock();
    //! Admits \a members and their addresses to the locked room.
    void admit(const std::unordered_map<QByteArray, Member> &members);
    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    [[nodiscard]] bool isLockedFor(const MemberIdentity &identity) const;

    //! The member is to be told with its next request that it was kicked.
    void noteKick(const QByteArray &member, base::Clock::TimePoint now);
    //! Whether the member is to be told that it was kicked; true only once.
    [[nodiscard]] bool takeKick(const QByteArray &member, base::Clock::TimePoint now);

    //! Whether it could refuse any member.
    [[nodiscard]] bool isInForce() const { return !isEmpty() || !m_kicked.isEmpty(); }

    //! Whether it holds nothing that would be lost with it.
    [[nodiscard]] bool isEmpty() const;

private:
    struct Listed
    {
        QSet<QByteArray> members;
        QSet<QString> addresses;

        [[nodiscard]] bool holds(const MemberIdentity &identity) const;
        [[nodiscard]] bool add(const ModerationCommand &command);
        void remove(const ModerationCommand &command);
    };

    void noteBan(const ModerationCommand &command);
    void forgetLiftedBans();

    Listed m_muted;
    Listed m_banned;
    QList<Ban> m_bans; //!< the same, as they were ordered
    Listed m_insiders; //!< members admitted while it is locked
    QHash<QByteArray, base::Clock::TimePoint> m_kicked;
    bool m_isLocked = false;
};

//! Whether \a command refers to that member.
[[nodiscard]] bool isMeant(const ModerationCommand &command, const MemberIdentity &identity);

} // namespace pushlab::room
