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

    //! Adds \a waiter; \a deadline is rounded up to a millisecond.
    void add(base::Clock::TimePoint deadline, Waiter *waiter);
    void remove(Waiter *waiter);
    [[nodiscard]] qsizetype count() const { return m_count; }

    //! Ends every wait at once, as if all deadlines had passed; for a host that stops.
    void expireAll();

private:
    friend class Waiter;
    struct Tag;
    using Millisecond = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;
    //! Waiters of the same millisecond share an entry: thousands of requests may begin to wait within a few.
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

//! A request that waits for entries. Owned by the waiting list in which it is parked.
class Waiter : private base::IntrusiveListHook<WaitingTag>, private base::IntrusiveListHook<DeadlineList::Tag>
{
public:
    Waiter() = default;
    virtual ~Waiter() = default;
    Q_DISABLE_COPY_MOVE(Waiter)

    //! There may be new entries: answers with them and returns true, or returns false and goes on waiting.
    [[nodiscard]] virtual bool wake() = 0;
    //! The deadline has passed: answers without entries.
    virtual void expire() = 0;
    //! The member whose request it is, so that evict() finds it; nullopt: it is not evicted.
    [[nodiscard]] virtual std::optional<MemberIdentity> reader() const { return std::nullopt; }
    virtual void evict(bool /*isBanned*/) { expire(); }

    //! Hint that wake() will soon be called: prefetches the memory that it uses. Called twice; the second call, with \a isNext,
    //! prefetches what can only be reached through the memory of the first.
    virtual void prefetch(bool /*isNext*/) const {}

private:
    friend class WaitingList;
    friend class DeadlineList;
    template <typename, typename>
    friend class base::IntrusiveList;

    WaitingList *m_list = nullptr;
    DeadlineList::Deadlines::iterator m_deadline;
};

//! The requests that wait for a room's entries, newest first. A plain class; server's thread.
class WaitingList
{
public:
    explicit WaitingList(DeadlineList &deadlines) : m_deadlines(deadlines) {}
    ~WaitingList();
    Q_DISABLE_COPY_MOVE(WaitingList)

    //! Keeps \a waiter until it has answered, is dropped, or its deadline passes.
    void park(std::unique_ptr<Waiter> waiter, base::Clock::TimePoint deadline);
    //! Destroys, unanswered, a waiter whose client has disconnected.
    void drop(Waiter *waiter);

    //! Begins to wake all requests that wait now; wakeSome() does it.
    void startWaking();
    //! Wakes up to \a count requests; returns how many it woke, less than \a count at the end.
    int wakeSome(int count);
    [[nodiscard]] bool isWaking() const { return !m_toWake.isEmpty(); }

    //! Ends the waits of members for which \a isMeant returns true; returns how many.
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
