// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace pushlab::compare {

//! Bytes of TCP payload that passed sockets, by what they were.
struct Bytes
{
    qint64 payload = 0; //!< bodies, frames' payload
    qint64 header = 0; //!< of HTTP and of frames; pings and pongs whole
    qint64 handshake = 0; //!< a WebSocket's opening and its welcome, a tutorial's page

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
    Bytes up; //!< to the host
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

//! What the virtual clients of one variant counted. Differences of two of them are counters of the time between.
struct Counters
{
    qint64 requests = 0; //!< answered ones that ask for messages
    qint64 empty = 0; //!< of them, answers with nothing
    qint64 messages = 0; //!< received
    qint64 messageBytes = 0; //!< of them, with the JSON around the text
    qint64 emptyBytes = 0; //!< of requests and answers with nothing, both directions
    qint64 connections = 0; //!< opened
    qint64 sends = 0; //!< confirmed by the host
    qint64 failures = 0; //!< requests and connections that came to nothing
    qint64 socketBytes = 0; //!< both directions, counted at the sockets: equals asking and sending together
    qint64 segments = 0; //!< of TCP, both directions, as the kernel counts them
    qint64 segmentBytes = 0; //!< their TCP and IP headers, an estimate
    Traffic asking; //!< for messages, with the answers
    Traffic sending; //!< and being told that it was accepted

    Counters &operator+=(const Counters &other);
    Counters &operator-=(const Counters &other);
    friend bool operator==(const Counters &, const Counters &) = default;
};

} // namespace pushlab::compare
