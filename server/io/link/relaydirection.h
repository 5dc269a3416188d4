// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/link/delayline.h"
#include "server/io/link/relayschedule.h"

#include <memory>

class QSocketNotifier;

namespace pushlab::io {

//! One direction of a relayed connection: reads from one descriptor, holds back, writes to the other. Stops reading while
//! its line is full. Belongs to a LinkRelay, which owns the descriptors; server's thread.
class RelayDirection final : private RelaySchedule::Item
{
    Q_DISABLE_COPY_MOVE(RelayDirection)

public:
    using Clock = DelayLine::Clock;
    using Ending = DelayLine::Ending;

    //! Is told of events that concern the whole connection.
    class Owner
    {
    public:
        [[nodiscard]] virtual const LinkConditions &conditions() const = 0; //!< those in force now
        virtual void onSent(RelayDirection &direction, qint64 size) = 0; //!< the far end has taken \a size bytes
        virtual void onSourceEnded(RelayDirection &direction) = 0; //!< the last byte was read
        virtual void onPassed(RelayDirection &direction, Ending ending) = 0; //!< \a ending is due at the far end
        virtual void onDrained(RelayDirection &direction) = 0; //!< nothing is under way for now
        virtual void onBroken(RelayDirection &direction) = 0; //!< the far end takes nothing more

    protected:
        ~Owner() = default;
    };

    RelayDirection(int from, int to, RelaySchedule &schedule, Owner &owner);
    ~RelayDirection();

    //! Begins to read; nothing is passed on before \a notBefore.
    void start(Clock::time_point notBefore);
    //! Ends reading and writing.
    void stop();
    //! Ends reading; behind the bytes under way the stream is reset.
    void breakOff();

    //! The conditions are others.
    void reschedule(Clock::time_point now);

    [[nodiscard]] bool isEmpty() const { return m_line.isEmpty(); }
    [[nodiscard]] bool hasPassedEnd() const { return m_hasPassedEnd; }

private:
    void receive();
    //! Passes on what is due at \a now, as far as the far end takes it.
    void release(Clock::time_point now) override;
    bool send(QByteArrayView bytes);
    void resumeWriting();
    void pace();

    const int m_from;
    const int m_to;
    RelaySchedule &m_schedule;
    Owner &m_owner;
    DelayLine m_line;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable; // made when it is first needed
    bool m_isBlocked = false; //!< waits until the far end takes more
    bool m_isCut = false; //!< the far end is gone: further input is dropped
    bool m_hasPassedEnd = false;
    bool m_isStopped = false;
};

} // namespace pushlab::io
