// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace pushlab::wire {

//! What a part of the bytes is; anatomytext.h has its words and the section of its standard. Those with (…) have parts.
enum class PartKind : quint8 {
    // HTTP/1.1 (RFC 9112)
    RequestLine, //!< (Method, Space, Target, Space, Version, LineEnd)
    Method,
    Target, //!< (Path, Query) where there is a query
    Path,
    Query, //!< with its question mark
    Version,
    StatusLine, //!< (Version, Space, StatusCode, Space, ReasonPhrase, LineEnd)
    StatusCode,
    ReasonPhrase,
    FieldLine, //!< (FieldName, Separator, Space, FieldValue, LineEnd)
    FieldName,
    FieldValue,
    EndOfHead, //!< the empty line
    Chunk, //!< (ChunkSize, ChunkExtension, LineEnd, ChunkData, ChunkEnd)
    ChunkSize,
    ChunkExtension,
    ChunkData, //!< of an event stream: (EventField …)
    ChunkEnd,
    LastChunk, //!< (ChunkSize, ChunkExtension, LineEnd)
    Trailer, //!< (FieldLine …)
    EndOfChunks, //!< the empty line behind the last chunk and the trailer
    Body, //!< of an event stream: (EventField …)
    // an event stream (HTML standard 9.2.5)
    EventField, //!< (EventFieldName, Separator, Space, EventFieldValue, LineEnd)
    EventFieldName,
    EventFieldValue,
    EventComment, //!< (Separator, Space, CommentText, LineEnd)
    CommentText,
    EventEnd, //!< the empty line
    // a WebSocket frame (RFC 6455 5.2)
    Fin,
    Reserved1,
    Reserved2,
    Reserved3,
    Opcode,
    MaskBit,
    Length7,
    Length16,
    Length64,
    MaskingKey,
    FramePayload, //!< of a Close: (CloseCode, CloseReason)
    CloseCode,
    CloseReason,
    // none of these
    Separator, //!< the colon between name and value
    Space,
    LineEnd,
    Unknown,
};

inline constexpr int partKinds = int(PartKind::Unknown) + 1;

//! A part of recorded bytes and its own parts. The leaves are in order, overlap nowhere but for bits that share a byte, and together
//! are the bytes. A value.
struct Part
{
    PartKind kind = PartKind::Unknown;
    qsizetype offset = 0; //!< of its first byte
    qsizetype size = 0; //!< bytes that it has or shares; never 0
    int firstBit = 0; //!< where it is a part of a byte: 0 is that byte's most significant bit
    int bits = 0; //!< 0: whole bytes
    bool isOverhead = true; //!< false: payload, or has payload in it
    QByteArray value; //!< what it says, where that is not its bytes: a number in decimal, a payload without its mask
    QList<Part> parts;

    friend bool operator==(const Part &, const Part &) = default;
};

//! About the most parts that a record is taken into; what is left then is one Unknown.
inline constexpr qsizetype maxParts = 2'000;

//! The parts that have none of their own, in order.
[[nodiscard]] QList<Part> leavesOf(const QList<Part> &parts);

//! The bytes of the leaves that are no overhead.
[[nodiscard]] qsizetype payloadBytesOf(const QList<Part> &parts);

//! The indices that lead from \a parts down to the leaf with the byte at \a offset, the first where bits share it; empty: there
//! is none.
[[nodiscard]] QList<qsizetype> pathTo(const QList<Part> &parts, qsizetype offset);

} // namespace pushlab::wire
