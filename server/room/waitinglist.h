// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/base/intrusivelist.h"
#include "server/room/member.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace pushlab::room {

class WaitingList;
class Waiter;

//! The deadlines of all waiting requests, to the millisecond: one ordered list, one timer. Owned by the shard; server's thread.
class DeadlineList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeadlineList)

public:
    explicit DeadlineList(const base::Clock &clock, QObject *parent = nullptr);
    ~DeadlineList() override;

    //! \a deadline is rounded up.
    void add(base::Clock::TimePoint deadline, Waiter *waiter);
    void remove(Waiter *waiter);
    [[nodiscard]] qsizetype count() const { return m_count; }

    //! Ends every wait at once, as if all deadlines had passed: the host is about to stop.
    void expireAll();

private:
    friend class Waiter;
    struct Tag;
    using Millisecond = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;
    //! Those of one millisecond together: thousands of requests begin to wait in a few.
    using Deadlines = std::map<Millisecond, base::IntrusiveList<Waiter, Tag>>;

    void expireFirst();
    void expireDue();
    void arm();

    const base::Clock &m_clock;
    Deadlines m_deadlines;
    qsizetype m_count = 0;
    QTimer m_timer;
};

struct WaitingTag;

//! A request that waits for news. Owned by the waiting list in which it is parked.
class Waiter : private base::IntrusiveListHook<WaitingTag>, private base::IntrusiveListHook<DeadlineList::Tag>
{
public:
    Waiter() = default;
    virtual ~Waiter() = default;
    Q_DISABLE_COPY_MOVE(Waiter)

    //! There may be news: answers with it and returns true, or goes on waiting.
    [[nodiscard]] virtual bool wake() = 0;
    //! The deadline has passed: answers with nothing.
    virtual void expire() = 0;
    //! The teacher evicts it: answers with why. Nobody, unless it says so.
    [[nodiscard]] virtual std::optional<MemberIdentity> reader() const { return std::nullopt; }
    virtual void evict(bool /*isBanned*/) { expire(); }

    //! It is soon to be woken: a hint to fetch from memory what that takes. Called twice, the second time, \a isNext, for what
    //! only what was fetched the first time leads to.
    virtual void prefetch(bool /*isNext*/) const {}

private:
    friend class WaitingList;
    friend class DeadlineList;
    template <typename, typename>
    friend class base::IntrusiveList;

    WaitingList *m_list = nullptr;
    DeadlineList::Deadlines::iterator m_deadline;
};

//! The requests that wait for a room's news, the newest first. A plain class; server's thread.
class WaitingList
{
public:
    explicit WaitingList(DeadlineList &deadlines) : m_deadlines(deadlines) {}
    ~WaitingList();
    Q_DISABLE_COPY_MOVE(WaitingList)

    //! Keeps \a waiter until it answers, is dropped, or its deadline passes.
    void park(std::unique_ptr<Waiter> waiter, base::Clock::TimePoint deadline);
    //! Destroys a waiter whose reader has gone away, unanswered.
    void drop(Waiter *waiter);

    //! There is news for everybody who waits now.
    void startWaking();
    //! Wakes up to \a count of them; returns how many it woke, less than \a count at the end.
    int wakeSome(int count);
    [[nodiscard]] bool isWaking() const { return !m_toWake.isEmpty(); }

    //! Evicts those whose reader \a isMeant; returns how many.
    int evict(const std::function<bool(const MemberIdentity &)> &isMeant, bool isBanned);

    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty() && m_toWake.isEmpty(); }

private:
    friend class DeadlineList;
    using List = base::IntrusiveList<Waiter, WaitingTag>;

    std::unique_ptr<Waiter> take(Waiter *waiter);
    void prefetchAfter(const Waiter *waiter) const;

    DeadlineList &m_deadlines;
    List m_waiting; //!< the newest first
    List m_toWake; //!< the newest first
};

} // namespace pushlab::room
