// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::ledger {

//! Bytes of one direction as they passed the socket, by what they were: together what a packet capture shows as TCP payload.
struct ByteSplit
{
    qint64 payload = 0; //!< bodies of requests and answers; payload of text and binary frames
    qint64 overhead = 0; //!< HTTP: request or status line, fields, framing of a body; WebSocket: frame headers with their
        //!< masking keys, control frames whole
    qint64 handshake = 0; //!< request and answer of a WebSocket's opening
    qint64 history = 0; //!< objects of messages that were there before the member, or that it had been given before
    qint64 control = 0; //!< what members hear from the teacher: objects of control entries with their commas; their frames
        //!< whole; where an answer holds nothing else, it and its request whole

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

//! What TCP and IP put around the bytes: an estimate from the segments that the kernel counts, with those that carry nothing
//! and those sent again, at the usual size of their headers. A connection that carried several accounts shares its segments
//! in proportion to its bytes. Only where the system tells (Linux).
struct TcpIpCounters
{
    qint64 segmentsUp = 0;
    qint64 segmentsDown = 0;
    qint64 bytesUp = 0; //!< of their headers
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

//! What somebody cost by one technique.
struct Usage
{
    qint64 requests = 0; //!< that ask for messages; WebSocket: handshakes
    qint64 answers = 0; //!< to them, handed to a connection that was still open
    qint64 empty = 0; //!< of them, answers with nothing
    qint64 controlRequests = 0; //!< those that were answered with control entries alone; in none of the above
    qint64 sends = 0; //!< requests or frames that send
    qint64 delivered = 0; //!< messages handed to a connection, but for the history
    qint64 connections = 0; //!< that carried it, ever; each once
    ByteSplit up; //!< from members to the host
    ByteSplit down;
    TcpIpCounters tcpIp;
    qint64 history = 0; //!< messages that were there before the member, or that it had been given before

    [[nodiscard]] qint64 bytesUp() const { return up.total(); }
    [[nodiscard]] qint64 bytesDown() const { return down.total(); }
    //! Both ways, without the history and what the teacher has told: what the messages delivered took.
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

//! All of one technique since the host's start.
struct TechniqueCounters : Usage
{
    qint64 members = 0; //!< that use it now
};

//! Traffic that is never held against a technique: pages, static files, clock samples, dashboards, and what came of which no
//! request was made.
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

//! What TLS itself takes, on top of the bytes above, which are the plain ones: handshakes, heads and tags of records, alerts.
struct TlsCounters
{
    qint64 handshakes = 0; //!< that succeeded
    qint64 failures = 0; //!< that did not
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
