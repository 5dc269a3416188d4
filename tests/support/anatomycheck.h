// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/anatomy.h"

#include <algorithm>
#include <optional>

namespace pushlab::tests {

//! The bytes that the leaves of \a parts are, put together again; bits are put together to bytes.
[[nodiscard]] inline QByteArray rebuilt(const QList<wire::Part> &parts, QByteArrayView bytes)
{
    QByteArray whole;
    int bitsIn = 0; // of the byte that is being put together
    for (const wire::Part &leaf : wire::leavesOf(parts)) {
        if (leaf.bits == 0) {
            whole += bytes.sliced(leaf.offset, leaf.size);
            continue;
        }
        if (bitsIn == 0)
            whole += '\0';
        if (leaf.firstBit != bitsIn)
            return "bits are missing or there twice";
        const int shift = 8 - leaf.firstBit - leaf.bits;
        whole.back() = char(whole.back() | (leaf.value.toInt() << shift));
        bitsIn = (bitsIn + leaf.bits) % 8;
    }
    return whole;
}

//! What is wrong with the tree over \a size bytes that begins at \a from; nullptr when nothing is.
[[nodiscard]] inline const char *faultOf(const QList<wire::Part> &parts, qsizetype from, qsizetype size)
{
    qsizetype at = from;
    for (const wire::Part &part : parts) {
        if (part.size <= 0)
            return "a part is empty";
        const bool sharesByte = part.bits > 0 && part.firstBit > 0;
        if (part.offset != at - (sharesByte ? 1 : 0))
            return "a part does not begin where the one before it ends";
        if (!part.parts.isEmpty()) {
            if (const char *const fault = faultOf(part.parts, part.offset, part.size))
                return fault;
        }
        at = part.offset + part.size;
    }
    return at == from + size ? nullptr : "the parts do not end where the bytes do";
}

//! The same of the bytes of a record of this \a kind; nullptr when the parts together are the bytes.
[[nodiscard]] inline const char *faultOf(wire::RecordKind kind, const QByteArray &bytes)
{
    wire::TrafficRecord record;
    record.kind = kind;
    record.bytes = bytes.first(std::min(bytes.size(), wire::TrafficRecord::maxKept));
    const QList<wire::Part> parts = wire::dissect(record);
    if (const char *const fault = faultOf(parts, 0, record.bytes.size()))
        return fault;
    return rebuilt(parts, record.bytes) == record.bytes ? nullptr : "the parts are other bytes";
}

//! The payload that the anatomy finds in a record of this \a kind, unmasked and without chunks; nullopt when there is too much of it.
[[nodiscard]] inline std::optional<QByteArray> payloadIn(wire::RecordKind kind, const QByteArray &bytes)
{
    wire::TrafficRecord record;
    record.kind = kind;
    record.bytes = bytes;
    const QList<wire::Part> parts = wire::dissect(record);
    if (wire::leavesOf(parts).size() >= wire::maxParts)
        return std::nullopt;
    QByteArray payload;
    for (const wire::Part &part : parts) {
        if (part.kind == wire::PartKind::FramePayload && !part.value.isEmpty())
            payload += part.value;
        else if (part.kind == wire::PartKind::FramePayload || part.kind == wire::PartKind::Body)
            payload += bytes.sliced(part.offset, part.size);
        for (const wire::Part &own : part.parts) {
            if (own.kind == wire::PartKind::ChunkData)
                payload += bytes.sliced(own.offset, own.size);
        }
    }
    return payload;
}

} // namespace pushlab::tests
