// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"
#include "server/protocol/wire/trafficrecord.h"

#include <QList>

//! What one message weighed on the wire with each technique.
namespace pushlab::wire {

//! What a stretch of a bar is.
enum class SegmentKind : quint8 {
    RequestLine,
    StatusLine,
    Fields, //!< with the empty line
    ChunkFraming,
    EventFraming,
    FrameHeader, //!< without the mask
    MaskingKey,
    Payload,
    Other,
};

inline constexpr int segmentKinds = int(SegmentKind::Other) + 1;

//! Bytes that lie together in one record. A value.
struct XraySegment
{
    SegmentKind kind = SegmentKind::Other;
    quint64 record = 0; //!< its number; a view opens its bytes
    qsizetype offset = 0;
    qsizetype size = 0;
    Direction direction = Direction::ToHost;

    friend bool operator==(const XraySegment &, const XraySegment &) = default;
};

//! The records by which a technique sent or delivered one message. A value.
struct XrayBar
{
    protocol::Technique technique = protocol::Technique::Polling;
    bool isRecorded = false; //!< false: no record of this technique carries the message, and there are no segments
    bool isWhole = true; //!< false: a record was cut, or a poll's request is not recorded
    qint64 messages = 0; //!< that the records carry; what is no payload is shared by them
    QList<XraySegment> segments; //!< request before answer, in the order of the wire
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] qint64 payload() const;

    friend bool operator==(const XrayBar &, const XrayBar &) = default;
};

//! The bytes of one message in all techniques. A value.
struct Xray
{
    qint64 message = 0;
    QList<XrayBar> sent; //!< one per technique: the way to the host
    QList<XrayBar> delivered; //!< one per technique: the way to one member, with the request that asked for it

    friend bool operator==(const Xray &, const Xray &) = default;
};

//! What \a records say of \a message, and nothing that they do not say. Of several deliveries the first whole one is taken.
[[nodiscard]] Xray xrayOf(qint64 message, const QList<TrafficRecord> &records);

} // namespace pushlab::wire
