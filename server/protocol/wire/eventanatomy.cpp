// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/eventanatomy.h"

#include <algorithm>

namespace pushlab::wire {

namespace {

//! An event stream's lines end in CR LF, LF or CR (HTML standard 9.2.5).
PartCursor::Line eventLine(const PartCursor &cursor, qsizetype end)
{
    const QByteArrayView text = cursor.upTo(end);
    const auto *const found = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    const qsizetype length = found - text.begin();
    const qsizetype textEnd = cursor.at() + length;
    if (length == text.size())
        return {textEnd, textEnd};
    const bool isPair = text[length] == '\r' && length + 1 < text.size() && text[length + 1] == '\n';
    return {textEnd, textEnd + (isPair ? 2 : 1)};
}

void takeComment(PartCursor &cursor, PartCursor::Line line, QList<Part> &parts)
{
    QList<Part> own;
    cursor.take(own, PartKind::Separator, cursor.at() + 1);
    if (cursor.upTo(line.textEnd).startsWith(' '))
        cursor.take(own, PartKind::Space, cursor.at() + 1);
    cursor.take(own, PartKind::CommentText, line.textEnd);
    cursor.take(own, PartKind::LineEnd, line.end);
    parts.append(groupOf(PartKind::EventComment, own));
}

// HTML standard 9.2.6: one space behind the colon does not belong to the value; a line without a colon is a name.
void takeField(PartCursor &cursor, PartCursor::Line line, QList<Part> &parts)
{
    QList<Part> own;
    const QByteArrayView text = cursor.upTo(line.textEnd);
    const qsizetype colon = text.indexOf(':');
    const QByteArrayView name = colon < 0 ? text : text.first(colon);
    cursor.take(own, PartKind::EventFieldName, cursor.at() + name.size());
    if (colon >= 0)
        cursor.take(own, PartKind::Separator, cursor.at() + 1);
    if (cursor.upTo(line.textEnd).startsWith(' '))
        cursor.take(own, PartKind::Space, cursor.at() + 1);
    if (name == QByteArrayView("data"))
        cursor.takePayload(own, PartKind::EventFieldValue, line.textEnd);
    else
        cursor.take(own, PartKind::EventFieldValue, line.textEnd);
    cursor.take(own, PartKind::LineEnd, line.end);
    parts.append(groupOf(PartKind::EventField, own));
}

} // namespace

void dissectEvents(PartCursor &cursor, qsizetype end, QList<Part> &parts)
{
    while (cursor.at() < end && !cursor.isFull()) {
        const PartCursor::Line line = eventLine(cursor, end);
        if (line.textEnd == cursor.at())
            cursor.take(parts, PartKind::EventEnd, line.end);
        else if (cursor.rest().startsWith(':'))
            takeComment(cursor, line, parts);
        else
            takeField(cursor, line, parts);
    }
    cursor.take(parts, PartKind::Unknown, end);
}

} // namespace pushlab::wire
