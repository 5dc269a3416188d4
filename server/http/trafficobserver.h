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

//! The account and member to which an exchange is accounted: numbers whose meaning only the handlers know.
struct CostCenter
{
    quint8 account = 0; //!< below 8; 0: none
    quint32 member = 0; //!< a member of that account; 0: none in particular
    bool isApart = false; //!< the whole exchange is to be told apart

    friend bool operator==(const CostCenter &, const CostCenter &) = default;
};

//! The bytes of a body that the handler wants told apart: two kinds, whose meaning only the handler knows.
struct Apart
{
    qint64 first = 0;
    qint64 second = 0;

    [[nodiscard]] qint64 total() const { return first + second; }
};

//! Bytes of one direction, counted at the socket.
struct Amount
{
    qint64 body = 0; //!< content (RFC 9110 6.4), without the framing of chunks
    qint64 rest = 0;
    Apart apart{}; //!< the part of the body that is told apart
    bool isOpening = false; //!< belongs to a request with an open-ended answer, or to that answer's head

    [[nodiscard]] qint64 total() const { return body + rest; }
};

//! The bytes of one request and its answer, or of input that never became a request.
struct Exchange
{
    CostCenter costCenter;
    Amount up;
    Amount down; //!< zero when the client had disconnected
    bool isRequest = true;
    bool isNewAccount = false; //!< the first of this account on its connection
    bool isNewMember = false; //!< the first of this member on its connection
};

//! Is told of the bytes of every exchange. Server's thread.
class TrafficObserver
{
public:
    virtual ~TrafficObserver() = default;

    virtual void onExchange(const Exchange &exchange) = 0;
    //! \a amount of what was reported as sent never went out, because the client disconnected.
    virtual void onUnsent(CostCenter costCenter, const Amount &amount) = 0;
    //! TCP segments of a connection, divided among its cost centers in proportion to their bytes.
    virtual void onSegments(CostCenter costCenter, const base::TcpTraffic &traffic) = 0;
    //! Bytes that TLS itself added; they are in none of the amounts.
    virtual void onTls(const io::TlsCosts &) {}
};

} // namespace pushlab::http
