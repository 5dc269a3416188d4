// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/clock.h"
#include "server/room/member.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>

namespace pushlab::room {

class WaitingList;
class Waiter;

//! The deadlines of all waiting requests: one ordered list, one timer. Owned by the shard; server's thread.
class DeadlineList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeadlineList)

public:
    using Map = std::multimap<Clock::TimePoint, Waiter *>;

    explicit DeadlineList(const Clock &clock, QObject *parent = nullptr);
    ~DeadlineList() override;

    [[nodiscard]] Map::iterator add(Clock::TimePoint deadline, Waiter *waiter);
    void remove(Map::iterator place);
    [[nodiscard]] qsizetype count() const { return qsizetype(m_deadlines.size()); }

    //! Ends every wait at once, as if all deadlines had passed: the host is about to stop.
    void expireAll();

private:
    void expireDue();
    void arm();

    const Clock &m_clock;
    Map m_deadlines;
    QTimer m_timer;
};

//! A request that waits for news. Owned by the waiting list in which it is parked.
class Waiter
{
public:
    Waiter() = default;
    virtual ~Waiter() = default;
    Q_DISABLE_COPY_MOVE(Waiter)

    //! There may be news: answers with it and returns true, or goes on waiting.
    [[nodiscard]] virtual bool wake() = 0;
    //! The deadline has passed: answers with nothing.
    virtual void expire() = 0;
    //! The teacher sends it away: answers with why. Nobody, unless it says so.
    [[nodiscard]] virtual std::optional<Identity> reader() const { return std::nullopt; }
    virtual void sendAway(bool /*isBanned*/) { expire(); }

private:
    friend class WaitingList;
    friend class DeadlineList;

    WaitingList *m_list = nullptr;
    std::list<std::unique_ptr<Waiter>>::iterator m_place;
    DeadlineList::Map::iterator m_deadline;
    bool m_toWake = false;
};

//! The requests that wait for a room's news, the newest first. A plain class; server's thread.
class WaitingList
{
public:
    explicit WaitingList(DeadlineList &deadlines) : m_deadlines(deadlines) {}
    ~WaitingList();
    Q_DISABLE_COPY_MOVE(WaitingList)

    //! Keeps \a waiter until it answers, is dropped, or its deadline passes.
    void park(std::unique_ptr<Waiter> waiter, Clock::TimePoint deadline);
    //! Destroys a waiter whose reader has gone away, unanswered.
    void drop(Waiter *waiter);

    //! There is news for everybody who waits now.
    void startWaking();
    //! Wakes up to \a count of them; returns how many it woke, less than \a count at the end.
    int wakeSome(int count);
    [[nodiscard]] bool isWaking() const { return !m_toWake.empty(); }

    //! Sends away those whose reader \a isMeant; returns how many.
    int sendAway(const std::function<bool(const Identity &)> &isMeant, bool isBanned);

    [[nodiscard]] bool isEmpty() const { return m_waiting.empty() && m_toWake.empty(); }

private:
    friend class DeadlineList;
    using List = std::list<std::unique_ptr<Waiter>>;

    std::unique_ptr<Waiter> take(Waiter *waiter);

    DeadlineList &m_deadlines;
    List m_waiting; //!< the newest first
    List m_toWake; //!< likewise
};

} // namespace pushlab::room
