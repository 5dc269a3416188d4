// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushlab::wire {

//! What a part of the bytes is; anatomytext.h has its words and the section of its standard.
enum class PartKind : quint8 {
    // HTTP/1.1 (RFC 9112)
    RequestLine,
    Method,
    Target,
    Version,
    StatusLine,
    StatusCode,
    ReasonPhrase,
    FieldLine,
    FieldName,
    FieldValue,
    EndOfHead,
    ChunkSize,
    ChunkExtension,
    ChunkData,
    ChunkEnd,
    LastChunk,
    Trailer,
    Body,
    // an event stream (HTML standard 9.2.6)
    EventField,
    EventComment,
    EventEnd,
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
    FramePayload,
    CloseCode,
    CloseReason,
    // none of these
    Space,
    LineEnd,
    Unknown,
};

//! A part of recorded bytes and its own parts. The leaves are in order, overlap nowhere but for bits that share bytes, and together
//! are the bytes. A value.
struct Part
{
    PartKind kind = PartKind::Unknown;
    qsizetype offset = 0; //!< of its first byte
    qsizetype size = 0; //!< bytes that it has or shares
    int firstBit = 0; //!< where it is a part of bytes: 0 is the first byte's most significant bit
    int bits = 0; //!< 0: whole bytes
    bool isOverhead = true; //!< false: payload
    QByteArray value; //!< what it says, where that is not its bytes: a length in decimal, a payload without its mask
    QList<Part> parts;

    friend bool operator==(const Part &, const Part &) = default;
};

//! Takes a record's bytes apart. Whatever they are, the leaves together are the bytes; what is not understood, or is missing
//! because the record was cut, is Unknown.
[[nodiscard]] QList<Part> dissect(const TrafficRecord &record);

//! How a handshake's accept value comes about (RFC 6455 4.2.2), step by step.
struct AcceptSteps
{
    QByteArray key; //!< Sec-WebSocket-Key as it came
    QByteArray joined; //!< with the GUID behind it
    QByteArray sha1; //!< 20 bytes
    QByteArray accept; //!< their Base64

    friend bool operator==(const AcceptSteps &, const AcceptSteps &) = default;
};

//! The steps for the key that a handshake's \a request has; nothing in them when it has none.
[[nodiscard]] AcceptSteps acceptSteps(QByteArrayView request);

} // namespace pushlab::wire
