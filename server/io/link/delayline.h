// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/link/linkconditions.h"

#include <QByteArray>

#include <algorithm>
#include <chrono>
#include <deque>
#include <optional>

class QRandomGenerator;

namespace pushlab::io {

//! One direction of a connection through a slow network: each byte that goes in gets a time at which it is due at the far end,
//! and bytes come out in order. They first queue for the bandwidth and then travel. A value without sockets, timers or a clock of
//! its own.
class DelayLine final
{
public:
    using Clock = std::chrono::steady_clock;

    //! How the stream ends behind its bytes: not at all, by an orderly close, or by a reset.
    enum class Ending : quint8 { None, Closed, Reset };

    //! The output that is due at a given time; nothing when \a bytes is empty and \a ending is None.
    struct Due
    {
        QByteArrayView bytes;
        Ending ending = Ending::None; //!< set when \a bytes is empty
    };

    static constexpr qsizetype capacity = 256 * 1024; //!< bytes under way at most, bookkeeping included

    //! Lets nothing set out before \a time.
    void holdBack(Clock::time_point time) { m_free = std::max(m_free, time); }

    void add(QByteArrayView bytes, Clock::time_point now, const LinkConditions &conditions, QRandomGenerator &random);
    //! Ends the stream behind all bytes that went in before, with the same delay as a byte. A Reset may follow a Closed.
    void end(Ending ending, Clock::time_point now, const LinkConditions &conditions, QRandomGenerator &random);

    //! Recomputes the due times of everything under way as if \a conditions had held when it set out.
    void reschedule(Clock::time_point now, const LinkConditions &conditions);

    [[nodiscard]] bool isEmpty() const { return m_parcels.empty(); }
    [[nodiscard]] bool isFull() const { return m_load >= capacity; }
    [[nodiscard]] Ending ending() const { return m_ending; } //!< the last ending that went in
    [[nodiscard]] std::optional<Clock::time_point> nextDue() const;

    [[nodiscard]] Due due(Clock::time_point now) const; //!< the first output that is due; valid until the line is changed
    void take(qsizetype size); //!< removes the first \a size bytes of the output, which were passed on; 0 for an ending

    void clear(); //!< drops what is under way

private:
    struct Parcel
    {
        Clock::time_point entered;
        Clock::time_point due;
        float jitter; //!< its random factor of the jitter, -1 to 1
        Ending ending;
        QByteArray bytes;
    };

    void append(QByteArrayView bytes, Ending ending, Clock::time_point now, float jitter, const LinkConditions &conditions);
    void schedule(Parcel &parcel, const LinkConditions &conditions);
    static qsizetype loadOf(const Parcel &parcel);

    std::deque<Parcel> m_parcels;
    qsizetype m_taken = 0; //!< bytes of the first parcel that were passed on
    qsizetype m_load = 0;
    Clock::time_point m_free; //!< when the bandwidth will be free again
    Clock::time_point m_lastDue; //!< nothing may be due earlier, so that the stream keeps its order
    Ending m_ending = Ending::None;
};

} // namespace pushlab::io
