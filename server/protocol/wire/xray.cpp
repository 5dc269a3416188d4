// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/xray.h"

#include "server/protocol/wire/anatomy.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pushlab::wire {

namespace {

bool isInChunk(PartKind kind)
{
    return kind == PartKind::Chunk || kind == PartKind::LastChunk || kind == PartKind::Trailer;
}

//! What the part of this \a kind, at the top of the tree or with parts that are alike, is in a bar.
SegmentKind segmentOf(PartKind kind)
{
    switch (kind) {
    case PartKind::RequestLine:
        return SegmentKind::RequestLine;
    case PartKind::StatusLine:
        return SegmentKind::StatusLine;
    case PartKind::FieldLine:
    case PartKind::EndOfHead:
        return SegmentKind::Fields;
    case PartKind::Fin:
    case PartKind::Reserved1:
    case PartKind::Reserved2:
    case PartKind::Reserved3:
    case PartKind::Opcode:
    case PartKind::MaskBit:
    case PartKind::Length7:
    case PartKind::Length16:
    case PartKind::Length64:
        return SegmentKind::FrameHeader;
    case PartKind::MaskingKey:
        return SegmentKind::MaskingKey;
    case PartKind::EventField:
    case PartKind::EventComment:
    case PartKind::EventEnd:
        return SegmentKind::EventFraming;
    case PartKind::ChunkEnd:
    case PartKind::EndOfChunks:
        return SegmentKind::ChunkFraming;
    default:
        return isInChunk(kind) ? SegmentKind::ChunkFraming : SegmentKind::Other;
    }
}

//! Collects a record's segments; neighbours of a kind are one.
class SegmentCollector
{
public:
    SegmentCollector(const TrafficRecord &record, QList<XraySegment> &segments) : m_record(record), m_segments(segments) {}

    void add(const QList<Part> &parts, SegmentKind outer = SegmentKind::Other)
    {
        for (const Part &part : parts) {
            const SegmentKind own = segmentOf(part.kind);
            const SegmentKind kind = own == SegmentKind::Other ? outer : own;
            if (part.parts.isEmpty())
                addLeaf(part, part.isOverhead ? kind : SegmentKind::Payload);
            else
                add(part.parts, kind);
        }
    }

private:
    void addLeaf(const Part &leaf, SegmentKind kind)
    {
        const qsizetype end = leaf.offset + leaf.size;
        if (end <= m_end) // bits of a byte that is in already
            return;
        if (m_end > 0 && m_segments.last().kind == kind)
            m_segments.last().size += leaf.size;
        else
            m_segments.append({kind, m_record.number, leaf.offset, leaf.size, m_record.direction});
        m_end = end;
    }

    const TrafficRecord &m_record;
    QList<XraySegment> &m_segments;
    qsizetype m_end = 0; //!< of the record's bytes that are in
};

void addRecord(XrayBar &bar, const TrafficRecord &record)
{
    SegmentCollector(record, bar.segments).add(dissect(record));
    bar.isWhole = bar.isWhole && record.bytes.size() == record.size;
}

bool carries(const TrafficRecord &record, qint64 message)
{
    return record.firstMessage > 0 && record.firstMessage <= message && message <= record.lastMessage;
}

const TrafficRecord *findNumber(const QList<TrafficRecord> &records, quint64 number)
{
    const auto found = std::find_if(records.cbegin(), records.cend(),
                                    [number](const TrafficRecord &record) { return number != 0 && record.number == number; });
    return found == records.cend() ? nullptr : &*found;
}

//! Whether \a record is the answer to the request that sent \a message, which is no delivery.
bool answersSending(const TrafficRecord &record, qint64 message, const QList<TrafficRecord> &records)
{
    if (record.kind != RecordKind::Answer)
        return false;
    const TrafficRecord *const request = findNumber(records, record.request);
    return request && carries(*request, message);
}

//! An answer is nothing without the request that asked for it; an event and a frame come unasked.
XrayBar barOf(const TrafficRecord &record, const QList<TrafficRecord> &records)
{
    XrayBar bar;
    bar.isRecorded = true;
    bar.messages = record.lastMessage - record.firstMessage + 1;
    if (record.kind == RecordKind::Answer) {
        const TrafficRecord *const request = findNumber(records, record.request);
        if (request)
            addRecord(bar, *request);
        else
            bar.isWhole = false;
    }
    addRecord(bar, record);
    if (record.kind == RecordKind::Request) { // sent by a request, whose answer says that it has arrived
        const auto answer = std::find_if(records.cbegin(), records.cend(), [&record](const TrafficRecord &other) {
            return other.kind == RecordKind::Answer && other.request == record.number;
        });
        if (answer != records.cend())
            addRecord(bar, *answer);
        else
            bar.isWhole = false;
    }
    return bar;
}

XrayBar bestBar(qint64 message, protocol::Technique technique, Direction direction, const QList<TrafficRecord> &records)
{
    XrayBar best;
    for (const TrafficRecord &record : records) {
        if (record.technique != technique || record.direction != direction || !carries(record, message)
            || answersSending(record, message, records))
            continue;
        if (XrayBar bar = barOf(record, records); !best.isRecorded || bar.isWhole)
            best = std::move(bar);
        if (best.isWhole)
            break;
    }
    best.technique = technique;
    return best;
}

} // namespace

qint64 XrayBar::size() const
{
    return std::accumulate(segments.cbegin(), segments.cend(), qint64(0),
                           [](qint64 sum, const XraySegment &segment) { return sum + segment.size; });
}

qint64 XrayBar::payload() const
{
    return std::accumulate(segments.cbegin(), segments.cend(), qint64(0), [](qint64 sum, const XraySegment &segment) {
        return sum + (segment.kind == SegmentKind::Payload ? segment.size : 0);
    });
}

Xray xrayOf(qint64 message, const QList<TrafficRecord> &records)
{
    Xray xray;
    xray.message = message;
    for (const protocol::Technique technique : protocol::allTechniques) {
        xray.sent.append(bestBar(message, technique, Direction::ToHost, records));
        xray.delivered.append(bestBar(message, technique, Direction::FromHost, records));
    }
    return xray;
}

} // namespace pushlab::wire
