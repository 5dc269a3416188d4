// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/trafficobserver.h"

#include <memory>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::http {

//! What a connection carries, and for whom: tells the observer, and keeps what is not certain yet. Costs an allocation
//! only on a connection of several members, or a reader that does not take its answers at once. Belongs to a Connection.
class ConnectionAccounting
{
public:
    //! \a observer must outlive it.
    explicit ConnectionAccounting(TrafficObserver &observer);
    ~ConnectionAccounting();
    Q_DISABLE_COPY_MOVE(ConnectionAccounting)

    // The exchange under way: a request as it comes, and its answer.
    void addUp(qint64 bytes) { m_up += bytes; }
    void addDown(qint64 bytes) { m_down += bytes; }
    [[nodiscard]] qint64 up() const { return m_up; } //!< bytes of the request so far
    //! To whose cost it goes; until the next begin().
    void setCostCenter(const CostCenter &costCenter) { m_costCenter = costCenter; }
    //! It is about to be answered; \a upBody bytes of the request are its body.
    void begin(qint64 upBody)
    {
        m_costCenter = {};
        m_upBody = quint32(upBody);
    }

    //! Books it; its answer has been written, \a answerBody bytes of which are its body, and of these \a apart told apart.
    void record(io::CountingSocket &socket, qint64 answerBody, const Apart &apart = {});
    //! Books it with the head of its answer, which goes on.
    void recordOpening(io::CountingSocket &socket);
    //! Books bytes that have gone up and down for the exchange under way.
    void record(io::CountingSocket &socket, const Amount &up, const Amount &down);
    //! Books it without an answer, for its connection has ended.
    void settleUnanswered(io::CountingSocket &socket)
    {
        if (m_up > 0)
            record(socket, 0);
    }
    //! Books \a bytes that came and never become a request, and are nobody's.
    void recordStray(qint64 bytes);
    //! Likewise, with the beginning of a request that is under way, \a body bytes of which are its body.
    void settleGivenUp(qint64 bytes, qint64 body);
    //! Records the segments since the last time. Not before the connection has carried anything.
    void recordSegments(io::CountingSocket &socket);
    //! Books bytes of an answer that goes on, which have gone out.
    void recordPassed(io::CountingSocket &socket, const Amount &down);
    //! The connection has ended: records the segments, and takes back what did not go out, but for the last \a unbooked bytes.
    void close(io::CountingSocket &socket, qint64 unbooked = 0);
    //! How much of all that was written to the socket has gone out, now that it has ended.
    [[nodiscard]] static qint64 passedAtEnd(const io::CountingSocket &socket);

private:
    //! What a cost center has had of the connection since its segments were recorded.
    struct Share
    {
        CostCenter costCenter;
        qint64 bytes = 0;
    };
    struct Details;

    void bookStray(const Amount &up, const Amount &down);
    [[nodiscard]] Details &details();
    [[nodiscard]] bool isNewMember(quint32 member);
    void addShare(io::CountingSocket &socket, qint64 bytes);
    void noteUnsent(io::CountingSocket &socket, const Amount &down);
    void takeBack(io::CountingSocket &socket, qint64 unbooked);

    TrafficObserver &m_observer;
    std::unique_ptr<Details> m_details;
    qint64 m_up = 0;
    qint64 m_down = 0;
    quint32 m_upBody = 0; //!< of m_up
    CostCenter m_costCenter;
    Share m_first; //!< the others are details
    quint32 m_member = 0; //!< the first; likewise
    quint8 m_accountsSeen = 0; //!< a bit each
};

} // namespace pushlab::http
