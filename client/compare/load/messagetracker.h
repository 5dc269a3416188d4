// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/hostclock.h"

#include <QByteArray>

#include <vector>

namespace pushlab::compare {

//! The messages of one round: which were sent, accepted, and belong to the measurement: those that the host accepted within
//! the window. Load's thread.
class MessageTracker final
{
public:
    MessageTracker(const HostClock &clock, int size) : m_clock(clock), m_filler(size, 'x') {}

    //! Sets the window, in the host's ms since 1970; before the first message.
    void setWindow(double begin, double end);

    //! A new message: returns its number, from 1.
    int add();
    //! Its text: the number, a blank, and as many letters as fit.
    [[nodiscard]] QByteArray text(int number) const;
    //! The number at the start of \a text; 0 when there is none.
    [[nodiscard]] static int numberOf(QByteArrayView text);

    //! The host said that it accepted the message; 0 when it does not say under which seq.
    void confirm(int number, qint64 seq);

    //! A client has received this message; true when it belongs to the measurement.
    bool receive(qint64 seq, double accepted);
    //! A client has received a message known by its number; \a accepted is set to an estimate: sent, and half of the shortest round trip.
    bool receiveNumber(int number, double &accepted);

    [[nodiscard]] bool isInWindow(double accepted) const { return accepted >= m_begin && accepted < m_end; }
    [[nodiscard]] qint64 sent() const { return qint64(m_sent.size()); }
    [[nodiscard]] qint64 confirmed() const { return m_confirmed; }
    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }
    [[nodiscard]] qint64 inWindow() const; //!< how many were accepted within it, as far as any client received them
    [[nodiscard]] qint64 sentInWindow() const; //!< by the time of sending

private:
    struct Sent
    {
        double at = 0; // host's ms
        bool isConfirmed = false;
    };

    HostClock m_clock;
    QByteArray m_filler;
    std::vector<Sent> m_sent; // by number - 1
    std::vector<bool> m_received; // by seq
    double m_begin = 0;
    double m_end = 0;
    double m_shortest = 1e9; // ms from sending to being told
    qint64 m_confirmed = 0;
    qint64 m_lastSeq = 0;
    qint64 m_inWindow = 0;
};

} // namespace pushlab::compare
