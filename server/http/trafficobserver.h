// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::base {
struct TcpTraffic;
}

namespace pushlab::io {
struct TlsCosts;
}

namespace pushlab::http {

//! Whom an exchange is accounted to: numbers that only the handlers give a meaning.
struct CostCenter
{
    quint8 account = 0; //!< below 8; 0: none was set
    quint32 member = 0; //!< of that account; 0: nobody in particular
    bool isApart = false; //!< the whole of the exchange is to be told apart

    friend bool operator==(const CostCenter &, const CostCenter &) = default;
};

//! Of a body, what the handler wants told apart: bytes of two kinds that only it gives a meaning.
struct Apart
{
    qint64 first = 0;
    qint64 second = 0;

    [[nodiscard]] qint64 total() const { return first + second; }
};

//! Bytes of one direction, as they pass the socket.
struct Amount
{
    qint64 body = 0; //!< content (RFC 9110 6.4), without the framing of chunks
    qint64 rest = 0;
    Apart apart{}; //!< of the body
    bool isOpening = false; //!< of a request whose answer goes on, and of that answer's head

    [[nodiscard]] qint64 total() const { return body + rest; }
};

//! One request and its answer, or the bytes of what never became a request.
struct Exchange
{
    CostCenter costCenter;
    Amount up;
    Amount down; //!< nothing when the reader had gone
    bool isRequest = true;
    bool isNewAccount = false; //!< the connection had none of that account before
    bool isNewMember = false; //!< the connection had none of that member before
};

//! Is called with every exchange's bytes.
class TrafficObserver
{
public:
    virtual ~TrafficObserver() = default;

    virtual void onExchange(const Exchange &exchange) = 0;
    //! Of answers that were told, so much never went out: their reader has gone.
    virtual void onUnsent(CostCenter costCenter, const Amount &amount) = 0;
    //! TCP segments of connections, in proportion to what each cost center had of their bytes.
    virtual void onSegments(CostCenter costCenter, const base::TcpTraffic &traffic) = 0;
    //! What TLS itself took, which is in none of the amounts.
    virtual void onTls(const io::TlsCosts &) {}
};

} // namespace pushlab::http
