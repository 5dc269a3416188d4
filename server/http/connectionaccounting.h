// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/trafficobserver.h"

#include <memory>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::http {

//! Accounts the bytes of one connection to cost centers: reports them to the observer, and keeps what is not known for certain
//! yet. Allocates only for a connection of several members, or with a reader that does not take its answers at once. Belongs to a
//! Connection.
class ConnectionAccounting
{
public:
    //! \a observer must outlive it.
    explicit ConnectionAccounting(TrafficObserver &observer);
    ~ConnectionAccounting();
    Q_DISABLE_COPY_MOVE(ConnectionAccounting)

    // The present exchange: a request as it arrives, and its answer.
    void addUp(qint64 bytes) { m_up += bytes; }
    void addDown(qint64 bytes) { m_down += bytes; }
    [[nodiscard]] qint64 up() const { return m_up; } //!< bytes of the request so far
    //! Sets the cost center of the present exchange; holds until the next begin().
    void setCostCenter(const CostCenter &costCenter) { m_costCenter = costCenter; }
    [[nodiscard]] const CostCenter &costCenter() const { return m_costCenter; }
    //! The request is complete and will be answered; \a upBody of its bytes are its body.
    void begin(qint64 upBody)
    {
        m_costCenter = {};
        m_upBody = quint32(upBody);
    }

    //! Records the exchange; its answer was written. \a answerBody of the answer's bytes are its body, and \a apart of these are
    //! told apart.
    void record(io::CountingSocket &socket, qint64 answerBody, const Apart &apart = {});
    //! Records the request and the head of an open-ended answer.
    void recordOpening(io::CountingSocket &socket);
    //! Records further bytes, up and down, for the present exchange.
    void record(io::CountingSocket &socket, const Amount &up, const Amount &down);
    //! Records the request without an answer, because its connection has ended.
    void recordUnanswered(io::CountingSocket &socket)
    {
        if (m_up > 0)
            record(socket, 0);
    }
    //! Records \a bytes that arrived and do not become a request, for no cost center.
    void recordStray(qint64 bytes);
    //! Records \a bytes of a request that was given up before it was complete; \a body of them belong to its body.
    void recordGivenUp(qint64 bytes, qint64 body);
    //! Records the TCP segments since the last call. May be called once the connection has carried anything.
    void recordSegments(io::CountingSocket &socket);
    //! Records bytes of an open-ended answer that have gone out.
    void recordPassed(io::CountingSocket &socket, const Amount &down);
    //! Records the end of the connection and its segments, and takes back what did not go out, except for the last \a unrecorded
    //! bytes, which were not recorded.
    void close(io::CountingSocket &socket, qint64 unrecorded = 0);
    //! How many of the bytes written to the socket have gone out; the connection has ended.
    [[nodiscard]] static qint64 passedAtEnd(const io::CountingSocket &socket);

private:
    //! The bytes of one cost center on this connection since segments were last recorded.
    struct Share
    {
        CostCenter costCenter;
        qint64 bytes = 0;
    };
    struct Details;

    void recordStray(const Amount &up, const Amount &down);
    [[nodiscard]] Details &details();
    [[nodiscard]] bool isNewMember(quint32 member);
    void addShare(io::CountingSocket &socket, qint64 bytes);
    void noteUnsent(io::CountingSocket &socket, const Amount &down);
    void takeBack(io::CountingSocket &socket, qint64 unrecorded);

    TrafficObserver &m_observer;
    std::unique_ptr<Details> m_details;
    qint64 m_up = 0;
    qint64 m_down = 0;
    quint32 m_upBody = 0; //!< the part of m_up that is the body
    CostCenter m_costCenter;
    Share m_first; //!< the first cost center's; further ones are in the details
    quint32 m_member = 0; //!< the first member's number; further ones are in the details
    quint8 m_accountsSeen = 0; //!< one bit for each account
};

} // namespace pushlab::http
