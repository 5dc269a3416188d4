// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/traffic/trafficmodel.h"
#include "server/protocol/wire/trafficrecord.h"

#include <QList>
#include <QString>

#include <limits>
#include <optional>

namespace pushlab::app {

//! What went between the host and its members lately, as a sequence diagram has it: arrows, and bars while a request was held.
//! Bounded: the oldest are removed. What is of no member is left out. A plain class; times are in µs since 1970.
class LadderData
{
public:
    //! An arrow.
    struct Item
    {
        qint64 moment = 0; //!< to the host: of the last byte; from the host: of the first
        int member = 0; //!< into members()
        bool isControl = false; //!< the teacher's word
        wire::TrafficRecord record; //!< with its first bytes only
    };
    //! A request until its answer.
    struct Hold
    {
        qint64 from = 0;
        qint64 to = openEnd;
        quint64 request = 0; //!< its record
        quint64 connection = 0;
        int member = 0;
        std::optional<protocol::Technique> technique;
    };
    struct Member
    {
        QString room;
        QByteArray key; //!< secret
        QString name;
        std::optional<protocol::Technique> technique; //!< the last one
    };

    static constexpr qint64 openEnd = std::numeric_limits<qint64>::max();
    static constexpr qsizetype most = 20'000; //!< arrows
    static constexpr qsizetype mostMembers = 1'000;

    //! Returns the time from which on the picture is another; openEnd: none.
    qint64 append(const wire::TrafficExcerpt &excerpt);
    void clear();

    [[nodiscard]] const QList<Item> &items() const { return m_items; } //!< ascending by moment
    [[nodiscard]] const QList<Hold> &holds() const { return m_holds; } //!< ascending by request
    [[nodiscard]] const QList<Member> &members() const { return m_members; }

    [[nodiscard]] qsizetype firstFrom(qint64 moment) const; //!< the index of the first item at or after \a moment
    [[nodiscard]] qint64 oldest() const { return m_items.isEmpty() ? 0 : m_items.constFirst().moment; }

private:
    [[nodiscard]] int memberOf(const wire::TrafficRecord &record);
    void addItem(const wire::TrafficRecord &record, int member);
    [[nodiscard]] qint64 endHold(quint64 request, qint64 at);
    [[nodiscard]] qint64 endHoldsOf(const wire::TrafficConnection &connection);
    void removeOldest();

    QList<Item> m_items;
    QList<Hold> m_holds;
    QList<Member> m_members;
    quint64 m_lastNumber = 0;
};

} // namespace pushlab::app
