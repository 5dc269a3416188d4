// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/partcursor.h"

#include <algorithm>
#include <utility>

namespace pushlab::wire {

PartCursor::Line PartCursor::line(qsizetype limit) const
{
    const QByteArrayView text = upTo(limit);
    const qsizetype lineFeed = text.indexOf('\n');
    if (lineFeed < 0) {
        const bool isCut = limit == m_bytes.size() && text.endsWith('\r');
        return {limit - (isCut ? 1 : 0), limit};
    }
    const bool hasReturn = lineFeed > 0 && text[lineFeed - 1] == '\r';
    return {m_at + lineFeed - (hasReturn ? 1 : 0), m_at + lineFeed + 1};
}

void PartCursor::take(QList<Part> &parts, PartKind kind, qsizetype end, const QByteArray &value)
{
    if (end <= m_at)
        return;
    Part part;
    part.kind = kind;
    part.offset = m_at;
    part.size = end - m_at;
    part.value = value;
    parts.append(std::move(part));
    m_at = end;
    ++m_made;
}

void PartCursor::takePayload(QList<Part> &parts, PartKind kind, qsizetype end, const QByteArray &value)
{
    if (end <= m_at)
        return;
    take(parts, kind, end, value);
    parts.last().isOverhead = false;
}

void PartCursor::takeBlanks(QList<Part> &parts, qsizetype end)
{
    qsizetype blanksEnd = m_at;
    while (blanksEnd < end && (m_bytes[blanksEnd] == ' ' || m_bytes[blanksEnd] == '\t'))
        ++blanksEnd;
    take(parts, PartKind::Space, blanksEnd);
}

void PartCursor::takeRest(QList<Part> &parts)
{
    take(parts, PartKind::Unknown, m_bytes.size());
}

Part groupOf(PartKind kind, QList<Part> parts, const QByteArray &value)
{
    Part group;
    group.kind = kind;
    group.offset = parts.first().offset;
    group.size = parts.last().offset + parts.last().size - group.offset;
    group.isOverhead = std::all_of(parts.cbegin(), parts.cend(), [](const Part &part) { return part.isOverhead; });
    group.value = value;
    group.parts = std::move(parts);
    return group;
}

} // namespace pushlab::wire
