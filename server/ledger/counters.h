// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::ledger {

//! Bytes of one direction at the socket, by purpose; their sum is what a packet capture shows as TCP payload.
struct ByteSplit
{
    qint64 payload = 0; //!< bodies of requests and answers; payload of text and binary frames
    qint64 overhead = 0; //!< HTTP: request or status line, fields, framing of a body; WebSocket: frame headers, control frames
    qint64 handshake = 0; //!< request and answer that open a WebSocket
    qint64 history = 0; //!< objects of messages that were in the log before the member joined, or that it had received before
    //! What members are told of the teacher's settings: control entries, with all of a frame or answer that holds nothing else.
    qint64 control = 0;

    [[nodiscard]] qint64 total() const { return payload + overhead + handshake + history + control; }
    ByteSplit &operator+=(const ByteSplit &other)
    {
        payload += other.payload;
        overhead += other.overhead;
        handshake += other.handshake;
        history += other.history;
        control += other.control;
        return *this;
    }
    ByteSplit &operator-=(const ByteSplit &other)
    {
        payload -= other.payload;
        overhead -= other.overhead;
        handshake -= other.handshake;
        history -= other.history;
        control -= other.control;
        return *this;
    }
    friend bool operator==(const ByteSplit &, const ByteSplit &) = default;
};

//! What TCP and IP add to the bytes: an estimate from the segments that the kernel counts, including those without payload and
//! retransmissions, at the usual size of their headers. The segments of a connection that carries several accounts are divided in
//! proportion to its bytes. Only where the system counts them (Linux).
struct TcpIpCounters
{
    qint64 segmentsUp = 0;
    qint64 segmentsDown = 0;
    qint64 bytesUp = 0; //!< headers of these segments
    qint64 bytesDown = 0;

    [[nodiscard]] bool isKnown() const { return segmentsUp + segmentsDown > 0; }
    TcpIpCounters &operator+=(const TcpIpCounters &other)
    {
        segmentsUp += other.segmentsUp;
        segmentsDown += other.segmentsDown;
        bytesUp += other.bytesUp;
        bytesDown += other.bytesDown;
        return *this;
    }
    TcpIpCounters &operator-=(const TcpIpCounters &other)
    {
        segmentsUp -= other.segmentsUp;
        segmentsDown -= other.segmentsDown;
        bytesUp -= other.bytesUp;
        bytesDown -= other.bytesDown;
        return *this;
    }
    friend bool operator==(const TcpIpCounters &, const TcpIpCounters &) = default;
};

//! What members cost by one technique.
struct Usage
{
    qint64 requests = 0; //!< requests for messages; WebSocket: handshakes
    qint64 answers = 0; //!< answers to these, given to a connection that was still open
    qint64 empty = 0; //!< the answers that held no message
    qint64 controlRequests = 0; //!< requests answered with control entries only; not included above
    qint64 sends = 0; //!< requests or frames that send a message
    qint64 delivered = 0; //!< messages given to a connection, without history
    qint64 connections = 0; //!< connections that carried the technique, each counted once
    ByteSplit up; //!< from members to the host
    ByteSplit down;
    TcpIpCounters tcpIp;
    qint64 history = 0; //!< messages that were in the log before the member joined, or that it had received before

    [[nodiscard]] qint64 bytesUp() const { return up.total(); }
    [[nodiscard]] qint64 bytesDown() const { return down.total(); }
    //! Bytes of both directions without history and control entries: what delivering the messages took.
    [[nodiscard]] qint64 bytesOfDelivery() const
    {
        return bytesUp() + bytesDown() - up.history - down.history - up.control - down.control;
    }
    Usage &operator-=(const Usage &other)
    {
        requests -= other.requests;
        answers -= other.answers;
        empty -= other.empty;
        controlRequests -= other.controlRequests;
        sends -= other.sends;
        delivered -= other.delivered;
        history -= other.history;
        connections -= other.connections;
        up -= other.up;
        down -= other.down;
        tcpIp -= other.tcpIp;
        return *this;
    }
    friend bool operator==(const Usage &, const Usage &) = default;
};

//! The totals of one technique since the host's start.
struct TechniqueCounters : Usage
{
    qint64 members = 0; //!< members that use it now, without the teacher
    qint64 virtualClients = 0; //!< clients of comparisons that use it now, which are no members
};

//! Traffic that is not counted for any technique: pages, static files, clock samples, dashboards, the teacher's own chat, and input
//! that never became a request.
struct OtherCounters
{
    qint64 requests = 0;
    qint64 connections = 0;
    qint64 bytesUp = 0;
    qint64 bytesDown = 0;

    OtherCounters &operator-=(const OtherCounters &other)
    {
        requests -= other.requests;
        connections -= other.connections;
        bytesUp -= other.bytesUp;
        bytesDown -= other.bytesDown;
        return *this;
    }
};

//! What TLS adds to the bytes above, which are plain text: handshakes, record headers and tags, alerts.
struct TlsCounters
{
    qint64 handshakes = 0; //!< that succeeded
    qint64 failures = 0; //!< that failed
    qint64 bytesUp = 0;
    qint64 bytesDown = 0;

    TlsCounters &operator-=(const TlsCounters &other)
    {
        handshakes -= other.handshakes;
        failures -= other.failures;
        bytesUp -= other.bytesUp;
        bytesDown -= other.bytesDown;
        return *this;
    }
};

} // namespace pushlab::ledger
