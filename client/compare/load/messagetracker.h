// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/hostclock.h"

#include <QByteArray>

#include <vector>

namespace pushlab::compare {

//! The messages of one round: which were sent and accepted, and which belong to the measurement because the host accepted them
//! within its window. Load's thread.
class MessageTracker final
{
public:
    MessageTracker(const HostClock &clock, int size) : m_clock(clock), m_filler(size, 'x') {}

    //! Sets the window of the measurement, in the host's ms since 1970; to be called before the first message.
    void setWindow(double begin, double end);

    //! Notes a new message; returns its number, from 1 on.
    int add();
    //! The text of that message: its number, a blank, and as many letters as fit.
    [[nodiscard]] QByteArray text(int number) const;
    //! The number at the start of \a text; 0 when there is none.
    [[nodiscard]] static int numberOf(QByteArrayView text);

    //! Notes that the host accepted the message; \a seq is 0 when the host did not give it.
    void confirm(int number, qint64 seq);

    //! Notes that a client received this message; returns whether the message belongs to the measurement.
    bool receive(qint64 seq, double accepted);
    //! As receive(), for a message that is known by its number only; \a accepted is set to an estimate, the time of sending and
    //! half of the shortest round trip.
    bool receiveNumber(int number, double &accepted);

    [[nodiscard]] bool isInWindow(double accepted) const { return accepted >= m_begin && accepted < m_end; }
    [[nodiscard]] qint64 sent() const { return qint64(m_sent.size()); }
    [[nodiscard]] qint64 confirmed() const { return m_confirmed; }
    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }
    [[nodiscard]] qint64 inWindow() const; //!< messages of the measurement, as far as any client received them
    [[nodiscard]] qint64 sentInWindow() const; //!< by their time of sending

private:
    struct Sent
    {
        double at = 0; // ms on the host's clock
        bool isConfirmed = false;
    };

    HostClock m_clock;
    QByteArray m_filler;
    std::vector<Sent> m_sent; // indexed by number - 1
    std::vector<bool> m_received; // indexed by seq
    double m_begin = 0;
    double m_end = 0;
    double m_shortest = 1e9; // ms from sending to acceptance
    qint64 m_confirmed = 0;
    qint64 m_lastSeq = 0;
    qint64 m_inWindow = 0;
};

} // namespace pushlab::compare
