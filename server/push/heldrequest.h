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

//! A long poll while it waits in its room's list, which owns it. Counted by its member. Server's thread.
class HeldRequest : public room::Waiter
{
public:
    //! What a held request works with; \a room and \a answers must exist while it waits.
    struct Place
    {
        const Context &context;
        room::Room &room;
        AnswerCache &answers;
    };

    //! \a countedAt: the member that counts it, or nullptr.
    HeldRequest(const Place &place, ledger::Account account, room::Member *countedAt, http::Responder responder);
    ~HeldRequest() override;

    void evict(bool isBanned) override;
    void prefetch(bool isNext) const override;

protected:
    //! Sends \a body, which contains \a handed. Returns whether the connection was still open.
    bool reply(const QByteArray &body, const Handed &handed);

    [[nodiscard]] room::Room &room() const { return m_place.room; }
    [[nodiscard]] const Context &context() const { return m_place.context; }
    [[nodiscard]] AnswerCache &answers() const { return m_place.answers; }

private:
    friend void park(std::unique_ptr<HeldRequest> request, base::Clock::TimePoint deadline);

    Place m_place;
    room::Member *m_countedAt = nullptr; //!< the member that counts it as a held request; exists until the request has left
    http::Responder m_responder;
    ledger::Usage &m_counters; //!< of its account
    ledger::UsageId m_usage = 0; //!< the usage entry of its member
    ledger::Account m_account;
};

//! Parks \a request in its room until it is answered, its client disconnects, or \a deadline.
void park(std::unique_ptr<HeldRequest> request, base::Clock::TimePoint deadline);

//! Waits for entries after a sequence number.
class HeldMessages final : public HeldRequest
{
public:
    //! \a withControl: control entries also end the wait.
    HeldMessages(const Place &place, const room::MemberIdentity &reader, qint64 after, bool withControl, http::Responder responder);

    //! Answers at once with the entries that there are.
    void answer(const QString &epoch);
    [[nodiscard]] bool wake() override;
    void expire() override;
    [[nodiscard]] std::optional<room::MemberIdentity> reader() const override { return m_reader; }

private:
    room::MemberIdentity m_reader;
    qint64 m_after;
    QString m_epoch; //!< the epoch in which it waits
    bool m_withControl;
};

//! Waits for the head of a tutorial's queue.
class HeldQueue final : public HeldRequest
{
public:
    //! The reader of a queue without its name; most requests never need more.
    struct Reader
    {
        QString address;
        bool isTeacher = false;
    };

    //! \a queue must exist while a request waits for it.
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
