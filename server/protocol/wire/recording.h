// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace pushlab::compare {

//! A request and its answer, byte for byte as they passed the socket. Times are in ms.
struct Exchange
{
    double started = 0; //!< ms since 1970, before connecting if that was necessary
    double connect = -1; //!< duration of connecting; -1: the connection existed
    double send = 0;
    double wait = 0; //!< from the request to the answer's first byte, which includes the hold of a long poll
    double receive = 0;
    QByteArray request;
    QByteArray answer;

    friend bool operator==(const Exchange &, const Exchange &) = default;
};

//! A WebSocket frame.
struct RecordedFrame
{
    bool isSent = false;
    double at = 0; //!< ms since 1970
    int opcode = 0;
    QByteArray payload; //!< unmasked

    friend bool operator==(const RecordedFrame &, const RecordedFrame &) = default;
};

//! The first exchanges of one virtual client, beginning with its first connection. A plain value.
struct Recording
{
    static constexpr qsizetype maxExchanges = 100;
    static constexpr qsizetype maxFrames = 100;

    QList<Exchange> exchanges; //!< of a WebSocket: its handshake
    QList<RecordedFrame> frames; //!< of the connection that the first handshake opened

    [[nodiscard]] bool isEmpty() const { return exchanges.isEmpty(); }
    void add(const Exchange &exchange)
    {
        if (exchanges.size() < maxExchanges)
            exchanges.append(exchange);
    }
    void add(const RecordedFrame &frame)
    {
        if (exchanges.size() == 1 && frames.size() < maxFrames)
            frames.append(frame);
    }

    friend bool operator==(const Recording &, const Recording &) = default;
};

} // namespace pushlab::compare
