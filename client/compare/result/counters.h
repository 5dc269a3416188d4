// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::compare {

//! Bytes of TCP payload at sockets, by purpose.
struct Bytes
{
    qint64 payload = 0; //!< bodies, and payload of frames
    qint64 header = 0; //!< heads of HTTP and headers of frames; whole pings and pongs
    qint64 handshake = 0; //!< the opening of a WebSocket and its welcome; a tutorial's page

    [[nodiscard]] qint64 total() const { return payload + header + handshake; }
    Bytes &operator+=(const Bytes &other)
    {
        payload += other.payload;
        header += other.header;
        handshake += other.handshake;
        return *this;
    }
    Bytes &operator-=(const Bytes &other)
    {
        payload -= other.payload;
        header -= other.header;
        handshake -= other.handshake;
        return *this;
    }
    friend bool operator==(const Bytes &, const Bytes &) = default;
};

struct Traffic
{
    Bytes up; //!< from client to host
    Bytes down;

    [[nodiscard]] qint64 total() const { return up.total() + down.total(); }
    Traffic &operator+=(const Traffic &other)
    {
        up += other.up;
        down += other.down;
        return *this;
    }
    Traffic &operator-=(const Traffic &other)
    {
        up -= other.up;
        down -= other.down;
        return *this;
    }
    friend bool operator==(const Traffic &, const Traffic &) = default;
};

//! Counters of the virtual clients of one variant. The difference of two states counts what happened in between.
struct Counters
{
    qint64 requests = 0; //!< answered requests for messages
    qint64 empty = 0; //!< answers to them without messages
    qint64 messages = 0; //!< received
    qint64 messageBytes = 0; //!< bytes of the messages, with the JSON around their text
    qint64 emptyBytes = 0; //!< bytes of requests and answers without messages, both directions
    qint64 connections = 0; //!< connections opened
    qint64 sends = 0; //!< messages that the host has accepted
    qint64 failures = 0; //!< requests and connections that failed
    qint64 socketBytes = 0; //!< both directions, counted at the sockets; the sum of asking and sending
    qint64 segments = 0; //!< TCP segments of both directions, as the kernel counts them
    qint64 segmentBytes = 0; //!< their TCP and IP headers, estimated
    Traffic asking; //!< requests for messages, with their answers
    Traffic sending; //!< sending messages, with the host's answers

    Counters &operator+=(const Counters &other);
    Counters &operator-=(const Counters &other);
    friend bool operator==(const Counters &, const Counters &) = default;
};

} // namespace pushlab::compare
