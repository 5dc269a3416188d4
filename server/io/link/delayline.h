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

//! One direction of a connection on its way through a slow network: bytes go in, each gets a time at which it is due at the
//! far end, and they come out in their order. First they queue for the bandwidth, then they travel. A value without
//! sockets, timers or a clock of its own.
class DelayLine final
{
public:
    using Clock = std::chrono::steady_clock;

    //! How the stream goes on behind the bytes: it does, it ends, or it breaks off.
    enum class Ending : quint8 { None, Closed, Reset };

    //! What may have come out by a given time; nothing at all when \a bytes is empty and \a ending None.
    struct Due
    {
        QByteArrayView bytes;
        Ending ending = Ending::None; //!< with no bytes
    };

    static constexpr qsizetype capacity = 256 * 1024; //!< bytes under way, the cost of keeping them included

    //! Nothing sets out before \a time.
    void holdBack(Clock::time_point time) { m_free = std::max(m_free, time); }

    void add(QByteArrayView bytes, Clock::time_point now, const LinkConditions &conditions, QRandomGenerator &random);
    //! Travels like a byte, and behind all that went before. A Reset may follow a Closed.
    void end(Ending ending, Clock::time_point now, const LinkConditions &conditions, QRandomGenerator &random);

    //! Everything under way goes on as if \a conditions had held when it set out.
    void reschedule(Clock::time_point now, const LinkConditions &conditions);

    [[nodiscard]] bool isEmpty() const { return m_parcels.empty(); }
    [[nodiscard]] bool isFull() const { return m_load >= capacity; }
    [[nodiscard]] Ending ending() const { return m_ending; } //!< the last that went in
    [[nodiscard]] std::optional<Clock::time_point> nextDue() const;

    [[nodiscard]] Due due(Clock::time_point now) const; //!< the first of what is due; valid until the line is changed
    void take(qsizetype size); //!< \a size of those bytes have been passed on; for an ending, 0

    void clear(); //!< drops what is under way

private:
    struct Parcel
    {
        Clock::time_point entered;
        Clock::time_point due;
        float jitter; //!< its share of the jitter, -1 to 1
        Ending ending;
        QByteArray bytes;
    };

    void append(QByteArrayView bytes, Ending ending, Clock::time_point now, float jitter, const LinkConditions &conditions);
    void schedule(Parcel &parcel, const LinkConditions &conditions);
    static qsizetype loadOf(const Parcel &parcel);

    std::deque<Parcel> m_parcels;
    qsizetype m_taken = 0; //!< of the first parcel
    qsizetype m_load = 0;
    Clock::time_point m_free; //!< when the bandwidth has been used up to, so far
    Clock::time_point m_lastDue; //!< nothing is due before it: a stream keeps its order
    Ending m_ending = Ending::None;
};

} // namespace pushlab::io
