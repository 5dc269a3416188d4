// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/responder.h"
#include "server/push/answercache.h"
#include "server/push/context.h"
#include "server/push/history.h"
#include "server/room/room.h"
#include "server/room/waitinglist.h"

#include <QString>

#include <memory>
#include <optional>

namespace pushlab::push {

//! A long poll while it waits in its room's list, which owns it. Counts itself against its member. Server's thread.
class HeldRequest : public room::Waiter
{
public:
    //! What every held request works with; \a room and \a answers stay while it waits.
    struct Place
    {
        const Context &context;
        room::Room &room;
        AnswerCache &answers;
    };

    //! \a countedAt may be nullptr: not counted.
    HeldRequest(const Place &place, room::Member *countedAt, http::Responder responder);
    ~HeldRequest() override;

    void evict(bool isBanned) override;
    void prefetch(bool isNext) const override;

protected:
    //! Sends \a body with the messages \a handed in it. Returns whether the connection was still open.
    bool reply(const QByteArray &body, const Handed &handed);

    [[nodiscard]] room::Room &room() const { return m_place.room; }
    [[nodiscard]] const Context &context() const { return m_place.context; }
    [[nodiscard]] AnswerCache &answers() const { return m_place.answers; }

private:
    friend void park(std::unique_ptr<HeldRequest> request, base::Clock::TimePoint deadline);

    Place m_place;
    room::Member *m_countedAt = nullptr; //!< among whose held requests it is: stays until it has left them
    http::Responder m_responder;
    ledger::UsageId m_usage = 0; //!< its member's
};

//! Keeps \a request in its room until it can be answered, its reader goes away, or \a deadline.
void park(std::unique_ptr<HeldRequest> request, base::Clock::TimePoint deadline);

//! Waits for what follows a sequence number.
class HeldMessages final : public HeldRequest
{
public:
    //! \a withControl: control entries are news to it.
    HeldMessages(const Place &place, const room::MemberIdentity &reader, qint64 after, bool withControl, http::Responder responder);

    //! Answers at once with what there is.
    void answer(const QString &epoch);
    [[nodiscard]] bool wake() override;
    void expire() override;
    [[nodiscard]] std::optional<room::MemberIdentity> reader() const override { return m_reader; }

private:
    room::MemberIdentity m_reader;
    qint64 m_after;
    QString m_epoch; //!< in which it waits
    bool m_withControl;
};

//! Waits for the head of a tutorial's queue.
class HeldQueue final : public HeldRequest
{
public:
    //! The reader of a queue, besides its name: most are never asked for more.
    struct Reader
    {
        QString address;
        bool isTeacher = false;
    };

    //! \a queue stays where it is while a request waits for it.
    HeldQueue(const Place &place, const Reader &reader, room::Member *countedAt, room::Queue &queue, http::Responder responder);
    ~HeldQueue() override;

    [[nodiscard]] bool wake() override;
    void expire() override;
    [[nodiscard]] std::optional<room::MemberIdentity> reader() const override;
    void prefetch(bool isNext) const override;

private:
    room::Queue &m_queue;
    Reader m_reader;
};

} // namespace pushlab::push
