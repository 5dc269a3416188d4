// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/content.h"

#include "server/protocol/frame.h"

#include <algorithm>

namespace pushlab::wire {

namespace {

bool saysChunked(QByteArrayView head)
{
    const QByteArray lower = head.toByteArray().toLower();
    const qsizetype field = lower.indexOf("\r\ntransfer-encoding:");
    if (field < 0)
        return false;
    const qsizetype end = lower.indexOf("\r\n", field + 2);
    return QByteArrayView(lower).sliced(field, (end < 0 ? lower.size() : end) - field).contains("chunked");
}

} // namespace

qsizetype headSize(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? bytes.size() : end + 4;
}

Content::Content(const TrafficRecord &record)
{
    const QByteArrayView all = record.bytes;
    switch (record.kind) {
    case RecordKind::Frame:
        readFrame(all);
        return;
    case RecordKind::Request:
    case RecordKind::Answer:
        m_begin = headSize(all);
        if (saysChunked(all.first(m_begin))) {
            readChunks(all);
            return;
        }
        break;
    case RecordKind::Event:
    case RecordKind::Other:
        break;
    }
    add(all, m_begin, all.size() - m_begin);
}

void Content::add(QByteArrayView all, qsizetype from, qsizetype size)
{
    if (size <= 0)
        return;
    m_pieces.append({from, size});
    m_bytes.append(all.sliced(from, size));
}

void Content::readChunks(QByteArrayView all)
{
    qsizetype at = m_begin;
    while (at < all.size()) {
        const qsizetype line = all.indexOf("\r\n", at);
        if (line < 0)
            return;
        QByteArrayView size = all.sliced(at, line - at);
        if (const qsizetype extension = size.indexOf(';'); extension >= 0)
            size = size.first(extension);
        bool isNumber = false;
        const qlonglong chunk = size.trimmed().toByteArray().toLongLong(&isNumber, 16);
        at = line + 2;
        if (!isNumber || chunk < 0) {
            add(all, at, all.size() - at);
            return;
        }
        if (chunk == 0)
            return;
        const auto there = qsizetype(std::min<qlonglong>(chunk, all.size() - at));
        add(all, at, there);
        at += there + 2;
    }
}

void Content::readFrame(QByteArrayView all)
{
    protocol::FrameDecoder decoder;
    QByteArrayView rest = all;
    const auto header = decoder.next(rest);
    if (!header) {
        m_begin = all.size();
        return;
    }
    m_begin = header->headerLength;
    m_mask = header->maskingKey;
    add(all, m_begin, all.size() - m_begin);
    applyMask(m_bytes);
}

void Content::applyMask(QByteArray &bytes) const
{
    if (m_mask == std::array<char, 4>{})
        return;
    char *const data = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        data[i] = char(data[i] ^ m_mask[size_t(i % 4)]);
}

void Content::writeTo(QByteArray &record) const
{
    QByteArray wire = m_bytes;
    applyMask(wire);
    qsizetype from = 0;
    for (const Piece &piece : m_pieces) {
        std::copy_n(wire.constData() + from, piece.size, record.data() + piece.from);
        from += piece.size;
    }
}

} // namespace pushlab::wire
