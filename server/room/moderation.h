// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/room/member.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <optional>
#include <unordered_map>

namespace pushlab::room {

//! What the teacher wants done in a room. A value that may cross threads.
struct ModerationCommand
{
    enum class Action : quint8 { Mute, Unmute, Kick, Ban, Unban, Lock, Unlock, SetTechnique, Rename };

    Action action = Action::Mute;
    QByteArray member; //!< a member's key; empty: none
    QString address; //!< with or without a member; empty: none. Unban without either lifts all bans
    std::optional<protocol::Technique> technique{}; //!< of SetTechnique; nothing: as all others
    QString name{}; //!< of Rename; empty: as it calls itself
};

//! What members may not do in a room, or in all rooms of the class, by the teacher's will. A plain class, bounded; server's thread.
class Moderation
{
public:
    static constexpr qsizetype maxEntries = 2'000; //!< of each kind
    static constexpr std::chrono::seconds kickTime{60}; //!< in which a member who was not connected is still told

    //! Does what concerns later requests. False: there are too many already.
    [[nodiscard]] bool apply(const ModerationCommand &command);

    [[nodiscard]] bool isMuted(const MemberIdentity &identity) const;
    [[nodiscard]] bool isBanned(const MemberIdentity &identity) const;

    //! Nobody but those who are admitted from now on.
    void lock();
    //! Those \a members and their addresses stay in.
    void admit(const std::unordered_map<QByteArray, Member> &members);
    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    [[nodiscard]] bool isLockedFor(const MemberIdentity &identity) const;

    //! To be told with the next request that it was kicked.
    void noteKick(const QByteArray &member, base::Clock::TimePoint now);
    //! Whether it is to be told, once.
    [[nodiscard]] bool takeKick(const QByteArray &member, base::Clock::TimePoint now);

    //! Whether it could turn anybody away.
    [[nodiscard]] bool isInForce() const { return !isEmpty() || !m_kicked.isEmpty(); }

    //! Whether nothing would be forgotten with it.
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

    Listed m_muted;
    Listed m_banned;
    Listed m_insiders; //!< while it is locked
    QHash<QByteArray, base::Clock::TimePoint> m_kicked;
    bool m_isLocked = false;
};

//! Whether \a command means that member.
[[nodiscard]] bool isMeant(const ModerationCommand &command, const MemberIdentity &identity);

} // namespace pushlab::room
