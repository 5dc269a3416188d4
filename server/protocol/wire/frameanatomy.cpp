// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/frameanatomy.h"

#include "server/protocol/frame.h"

#include <QtEndian>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace pushlab::wire {

namespace {

//! Bits of one byte: the first counts from the most significant.
struct BitField
{
    PartKind kind;
    int first;
    int count;
};

void takeBits(PartCursor &cursor, std::initializer_list<BitField> fields, QList<Part> &parts)
{
    const qsizetype at = cursor.at();
    const auto byte = uchar(cursor.rest().front());
    QList<Part> whole; // moves the cursor
    cursor.take(whole, PartKind::Unknown, at + 1);
    for (const auto [kind, first, count] : fields) {
        Part part;
        part.kind = kind;
        part.offset = at;
        part.size = 1;
        part.firstBit = first;
        part.bits = count;
        part.value = QByteArray::number(byte >> (8 - first - count) & ((1 << count) - 1));
        parts.append(std::move(part));
    }
}

//! RFC 6455 5.3
QByteArray unmasked(QByteArrayView payload, QByteArrayView key)
{
    QByteArray plain = payload.toByteArray();
    for (qsizetype i = 0; i < plain.size(); ++i)
        plain[i] = char(plain[i] ^ key[i % key.size()]);
    return plain;
}

//! Takes an extended length, cut or whole; \a length is changed when it is whole.
void takeLength(PartCursor &cursor, PartKind kind, qsizetype size, quint64 &length, QList<Part> &parts)
{
    const QByteArrayView bytes = cursor.rest().first(std::min(size, cursor.rest().size()));
    QByteArray value;
    if (bytes.size() == size) {
        length = size == 2 ? qFromBigEndian<quint16>(bytes.data()) : qFromBigEndian<quint64>(bytes.data());
        value = QByteArray::number(length);
    }
    cursor.take(parts, kind, cursor.at() + bytes.size(), value);
}

//! The payload up to \a end; \a key is empty where there is no mask.
void takeFramePayload(PartCursor &cursor, qsizetype end, QByteArrayView key, bool isClose, QList<Part> &parts)
{
    const QByteArrayView payload = cursor.upTo(end);
    const QByteArray plain = key.isEmpty() ? payload.toByteArray() : unmasked(payload, key);
    const QByteArray value = key.isEmpty() ? QByteArray() : plain;
    constexpr qsizetype codeSize = 2;
    if (!isClose || payload.size() < codeSize) {
        cursor.takePayload(parts, PartKind::FramePayload, end, value);
        return;
    }
    QList<Part> own; // RFC 6455 5.5.1
    cursor.takePayload(own, PartKind::CloseCode, cursor.at() + codeSize, QByteArray::number(qFromBigEndian<quint16>(plain.data())));
    cursor.takePayload(own, PartKind::CloseReason, end, key.isEmpty() ? QByteArray() : plain.sliced(codeSize));
    parts.append(groupOf(PartKind::FramePayload, std::move(own), value));
}

} // namespace

QList<Part> dissectFrame(QByteArrayView bytes)
{
    PartCursor cursor(bytes);
    QList<Part> parts;
    if (cursor.isAtEnd())
        return parts;
    takeBits(cursor,
             {{PartKind::Fin, 0, 1},
              {PartKind::Reserved1, 1, 1},
              {PartKind::Reserved2, 2, 1},
              {PartKind::Reserved3, 3, 1},
              {PartKind::Opcode, 4, 4}},
             parts);
    if (cursor.isAtEnd())
        return parts;
    const auto second = uchar(bytes[1]);
    takeBits(cursor, {{PartKind::MaskBit, 0, 1}, {PartKind::Length7, 1, 7}}, parts);
    quint64 length = second & 0x7f;
    if (length == 126)
        takeLength(cursor, PartKind::Length16, 2, length, parts);
    else if (length == 127)
        takeLength(cursor, PartKind::Length64, 8, length, parts);
    constexpr qsizetype keySize = 4;
    QByteArrayView key;
    if (second & 0x80) {
        key = cursor.rest().first(std::min(keySize, cursor.rest().size()));
        cursor.take(parts, PartKind::MaskingKey, cursor.at() + key.size());
    }
    const qsizetype end = cursor.at() + qsizetype(std::min(length, quint64(cursor.rest().size())));
    const bool isClose = (uchar(bytes[0]) & 0x0f) == quint8(protocol::Opcode::Close);
    if (end > cursor.at())
        takeFramePayload(cursor, end, key, isClose, parts);
    cursor.takeRest(parts);
    return parts;
}

} // namespace pushlab::wire
