// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/trafficobserver.h"

#include <memory>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::http {

//! What a connection has carried, and for whom: tells the observer, and keeps what is not certain yet. Costs an allocation
//! only on a connection with several payers, or a reader that does not take its answers at once. Belongs to a Connection.
class ConnectionBooks
{
public:
    //! \a observer must outlive it.
    explicit ConnectionBooks(TrafficObserver &observer);
    ~ConnectionBooks();
    Q_DISABLE_COPY_MOVE(ConnectionBooks)

    //! To whose cost the exchange under way goes; until the next begin().
    void charge(const Charge &charge) { m_charge = charge; }
    void begin() { m_charge = {}; }

    //! Books the exchange under way; its answer has been written.
    void settle(io::CountingSocket &socket, const Amount &up, const Amount &down);
    //! Books bytes that never became a request. They are nobody's.
    void settleStray(const Amount &up, const Amount &down);
    //! Books the segments since the last time. Not before the connection has carried anything.
    void settleSegments(io::CountingSocket &socket);
    //! The connection has ended: books the segments, and takes back what did not go out.
    void close(io::CountingSocket &socket);

private:
    //! What a charge has had of the connection since its segments were booked.
    struct Share
    {
        Charge charge;
        qint64 bytes = 0;
    };
    struct Details;

    [[nodiscard]] Details &details();
    [[nodiscard]] bool isNewPayer(quint32 payer);
    void addShare(io::CountingSocket &socket, qint64 bytes);
    void noteUnsent(io::CountingSocket &socket, const Amount &down);
    void takeBack(io::CountingSocket &socket);

    TrafficObserver &m_observer;
    std::unique_ptr<Details> m_details;
    Charge m_charge;
    Share m_first; //!< the others are details
    quint32 m_payer = 0; //!< the first; likewise
    quint8 m_accountsSeen = 0; //!< a bit each
};

} // namespace pushlab::http
