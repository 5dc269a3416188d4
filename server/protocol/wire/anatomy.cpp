// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/anatomy.h"

#include "server/protocol/wire/chunkanatomy.h"
#include "server/protocol/wire/eventanatomy.h"
#include "server/protocol/wire/frameanatomy.h"
#include "server/protocol/wire/httpanatomy.h"

#include <QCryptographicHash>

#include <algorithm>

namespace pushlab::wire {

namespace {

constexpr QByteArrayView webSocketGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455 1.3

const Part *findPart(const QList<Part> &parts, PartKind kind)
{
    const auto found = std::find_if(parts.cbegin(), parts.cend(), [kind](const Part &part) { return part.kind == kind; });
    return found == parts.cend() ? nullptr : &*found;
}

QByteArrayView bytesOfPart(const QList<Part> &parts, PartKind kind, QByteArrayView bytes)
{
    const Part *const part = findPart(parts, kind);
    return part ? bytes.sliced(part->offset, part->size) : QByteArrayView();
}

//! A record that is one event or comment, with the framing of its chunk. Several events may share one: then the first has the
//! chunk's size and the last its end.
QList<Part> dissectEventRecord(QByteArrayView bytes)
{
    PartCursor cursor(bytes);
    QList<Part> parts;
    if (isChunkStart(cursor)) {
        dissectChunks(cursor, ChunkContent::Events, parts);
        return parts;
    }
    const bool endsChunk = bytes.endsWith("\n\n\r\n") || bytes.endsWith("\n\r\n\r\n") || bytes.endsWith("\r\r\r\n");
    const qsizetype end = bytes.size() - (endsChunk ? 2 : 0);
    dissectEvents(cursor, end, parts);
    cursor.take(parts, PartKind::ChunkEnd, bytes.size());
    return parts;
}

} // namespace

QList<Part> dissect(const TrafficRecord &record)
{
    switch (record.kind) {
    case RecordKind::Request:
        return dissectRequest(record.bytes);
    case RecordKind::Answer:
        return dissectAnswer(record.bytes);
    case RecordKind::Event:
        return dissectEventRecord(record.bytes);
    case RecordKind::Frame:
        return dissectFrame(record.bytes);
    case RecordKind::Other:
        break;
    }
    QList<Part> parts;
    PartCursor(record.bytes).takeRest(parts);
    return parts;
}

QList<XorStep> xorSteps(const QList<Part> &parts, QByteArrayView bytes, qsizetype from, qsizetype most)
{
    const QByteArrayView key = bytesOfPart(parts, PartKind::MaskingKey, bytes);
    const QByteArrayView payload = bytesOfPart(parts, PartKind::FramePayload, bytes);
    QList<XorStep> steps;
    if (key.isEmpty() || from < 0)
        return steps;
    for (qsizetype i = from; i < payload.size() && steps.size() < most; ++i) {
        const auto masked = quint8(payload[i]);
        const auto keyByte = quint8(key[i % key.size()]);
        steps.append({masked, keyByte, quint8(masked ^ keyByte)});
    }
    return steps;
}

AcceptSteps acceptSteps(QByteArrayView request)
{
    AcceptSteps steps;
    for (const Part &part : dissectRequest(request)) {
        if (part.kind != PartKind::FieldLine
            || bytesOfPart(part.parts, PartKind::FieldName, request).compare("sec-websocket-key", Qt::CaseInsensitive) != 0)
            continue;
        steps.key = bytesOfPart(part.parts, PartKind::FieldValue, request).toByteArray();
        steps.joined = steps.key + webSocketGuid.toByteArray();
        steps.sha1 = QCryptographicHash::hash(steps.joined, QCryptographicHash::Sha1);
        steps.accept = steps.sha1.toBase64();
        break;
    }
    return steps;
}

} // namespace pushlab::wire
