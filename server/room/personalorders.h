// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/roominfo.h"
#include "server/protocol/technique.h"
#include "server/room/member.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace pushlab::room {

//! What the teacher has ordered of single members, whatever their room, and each one's part while the class is split. Knows members
//! that drew an id by it alone: only those do as they are told. A plain class, bounded; server's thread.
class PersonalOrders
{
public:
    static constexpr qsizetype maxEntries = 2'000; //!< of techniques and of names
    static constexpr qsizetype maxParts = 20'000; //!< members whose part is kept; further ones have the first

    //! Nothing: as all others. False: there are too many already.
    [[nodiscard]] bool setTechnique(const QByteArray &member, std::optional<protocol::Technique> technique);
    //! Empty: as it calls itself. False: there are too many already.
    [[nodiscard]] bool setName(const QByteArray &member, const QString &name);
    [[nodiscard]] QString name(const QByteArray &member) const { return m_names.isEmpty() ? QString() : m_names.value(member); }
    [[nodiscard]] bool hasNames() const { return !m_names.isEmpty(); }

    //! An equal part of \a members, which are in order, for each of \a techniques, of which there is one at least.
    void split(const QList<QByteArray> &members, const QList<protocol::Technique> &techniques);
    void endSplit();
    //! A member of a class that is split, and has no part yet, has the one that fewest have.
    void join(const QByteArray &member);

    //! All but whether it is muted.
    [[nodiscard]] protocol::OwnOrders of(const QByteArray &member) const;

private:
    QHash<QByteArray, protocol::Technique> m_techniques;
    QHash<QByteArray, QString> m_names;
    QHash<QByteArray, protocol::Technique> m_parts; //!< of the split
    QList<protocol::Technique> m_among; //!< empty: the class is not split
    QHash<protocol::Technique, qsizetype> m_sizes; //!< of the parts
};

//! Whether it drew an id of its own, by which it is known in all rooms.
[[nodiscard]] inline bool hasOwnId(const QByteArray &member)
{
    return member.startsWith(memberKeyPrefix);
}

} // namespace pushlab::room
