// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

//! Bytes on the wire: what was recorded of them, and what they mean.
namespace pushlab::wire {

//! Seen from the host.
enum class Direction : quint8 { ToHost, FromHost };

enum class RecordKind : quint8 {
    Request, //!< an HTTP request whole, a WebSocket's handshake too
    Answer, //!< an HTTP answer whole, or the status line and fields of one that stays open: an event stream's, a handshake's
    Event, //!< one event or comment of an event stream, with the framing of its chunk
    Frame, //!< a WebSocket frame (RFC 6455 5.2)
    Other, //!< bytes that became none of these
};

//! One row of recorded traffic: a request, an answer, an event or a frame of one connection, byte for byte as it passed the
//! host's socket (under TLS in clear). A value.
struct TrafficRecord
{
    quint64 number = 0; //!< from 1; the host numbers all that it records, so that a hole shows what was dropped
    quint64 connection = 0; //!< see TrafficConnection
    qint64 at = 0; //!< µs since 1970 of the first byte
    //! µs. A request's, a frame's: from its first byte to its last. An answer's: from the last byte of its request to the last of
    //! its own, which includes the hold of a long poll.
    qint64 duration = 0;
    quint64 request = 0; //!< of an answer and an event: the record of its request; 0: none is recorded
    qint64 offset = 0; //!< of the first byte among those of its direction on its connection
    qint64 headerBytes = 0; //!< overhead: request and status line, fields, framing, a frame's header
    qint64 payloadBytes = 0; //!< headerBytes + payloadBytes is the size of the record
    qint64 tlsBytes = 0; //!< what TLS added to it; 0 without
    qint64 firstMessage = 0; //!< the numbers of the messages that it carries; 0: none
    qint64 lastMessage = 0;
    Direction direction = Direction::ToHost;
    RecordKind kind = RecordKind::Other;
    std::optional<protocol::Technique> technique; //!< none: counted as other
    QString room; //!< empty: of no room
    QString member; //!< the member's name as the host says it; empty: of none
    QByteArray memberKey; //!< the member's key in its room, a secret that no view and no export shows
    QByteArray bytes; //!< all of them, or the first maxKept of them
    qint64 size = 0; //!< the number of bytes that passed
    bool isWithdrawn = false; //!< the text of a withdrawn message in it was overwritten, with withdrawnFiller

    static constexpr qsizetype maxKept = 256 * 1024;
    static constexpr char withdrawnFiller = '-';

    friend bool operator==(const TrafficRecord &, const TrafficRecord &) = default;
};

//! What is known of a recorded connection. A value.
struct TrafficConnection
{
    quint64 number = 0;
    qint64 opened = 0; //!< µs since 1970
    qint64 closed = 0; //!< 0: open
    QString peerAddress;
    QString hostAddress;
    quint16 peerPort = 0;
    quint16 hostPort = 0;
    bool isEncrypted = false;

    friend bool operator==(const TrafficConnection &, const TrafficConnection &) = default;
};

//! What was recorded since a record's number. A value.
struct TrafficExcerpt
{
    QList<TrafficConnection> connections; //!< those of the records
    QList<TrafficRecord> records; //!< ascending
    qint64 since = 0; //!< µs since 1970: when recording began; 0: nothing is recorded
    quint64 dropped = 0; //!< records that were removed for want of room, in all
    quint64 oldest = 0; //!< the least number that is still recorded: what is older is to be forgotten, as when the class is cleared

    friend bool operator==(const TrafficExcerpt &, const TrafficExcerpt &) = default;
};

} // namespace pushlab::wire
