// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/httpanatomy.h"

#include "server/protocol/wire/chunkanatomy.h"
#include "server/protocol/wire/eventanatomy.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace pushlab::wire {

namespace {

//! What a head says of the body behind it.
struct BodyFraming
{
    int status = 0; //!< of an answer
    std::optional<quint64> length;
    bool isChunked = false;
    bool isEventStream = false;

    //! RFC 9112 6.3: an answer with such a status has none.
    [[nodiscard]] bool hasNoBody() const { return isInterim() || status == 101 || status == 204 || status == 304; }
    [[nodiscard]] bool isInterim() const { return status >= 100 && status < 200 && status != 101; }
};

bool isSame(QByteArrayView name, QByteArrayView lowerCase)
{
    return name.compare(lowerCase, Qt::CaseInsensitive) == 0;
}

void noteField(QByteArrayView name, QByteArrayView value, BodyFraming &framing)
{
    if (isSame(name, "content-length")) {
        bool isNumber = false;
        const quint64 length = value.toByteArray().toULongLong(&isNumber);
        if (isNumber && !framing.length)
            framing.length = length;
    } else if (isSame(name, "transfer-encoding")) {
        framing.isChunked = isSame(value.sliced(value.lastIndexOf(',') + 1).trimmed(), "chunked"); // the last coding
    } else if (isSame(name, "content-type")) {
        constexpr QByteArrayView eventStream = "text/event-stream";
        framing.isEventStream = value.size() >= eventStream.size() && isSame(value.first(eventStream.size()), eventStream);
    }
}

void takeTarget(PartCursor &cursor, qsizetype end, QList<Part> &parts)
{
    const QByteArrayView target = cursor.upTo(end);
    const qsizetype question = target.indexOf('?');
    if (question < 0) {
        cursor.take(parts, PartKind::Target, end);
        return;
    }
    QList<Part> own;
    cursor.take(own, PartKind::Path, cursor.at() + question);
    cursor.take(own, PartKind::Query, end);
    parts.append(groupOf(PartKind::Target, std::move(own)));
}

//! RFC 9110 5.6.2
bool isToken(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c > ' ' && c < 0x7f && !QByteArrayView("\"(),/:;<=>?@[\\]{}").contains(c); });
}

//! Where the word that begins at the cursor ends, at \a end at the latest.
qsizetype wordEnd(const PartCursor &cursor, qsizetype end)
{
    const qsizetype space = cursor.upTo(end).indexOf(' ');
    return space < 0 ? end : cursor.at() + space;
}

// RFC 9112 3
void takeRequestLine(PartCursor &cursor, PartCursor::Line line, QList<Part> &parts)
{
    QList<Part> own;
    const qsizetype methodEnd = wordEnd(cursor, line.textEnd);
    if (isToken(cursor.upTo(methodEnd))) {
        const QByteArrayView text = cursor.upTo(line.textEnd);
        const qsizetype version = text.lastIndexOf(" HTTP/");
        const qsizetype targetEnd = version < methodEnd - cursor.at() ? line.textEnd : cursor.at() + version;
        cursor.take(own, PartKind::Method, methodEnd);
        if (cursor.at() < targetEnd) {
            cursor.take(own, PartKind::Space, cursor.at() + 1);
            takeTarget(cursor, targetEnd, own);
        }
        if (cursor.at() < line.textEnd)
            cursor.take(own, PartKind::Space, cursor.at() + 1);
        cursor.take(own, PartKind::Version, line.textEnd);
    } else {
        cursor.take(own, PartKind::Unknown, line.textEnd);
    }
    cursor.take(own, PartKind::LineEnd, line.end);
    parts.append(groupOf(PartKind::RequestLine, std::move(own)));
}

// RFC 9112 4
void takeStatusLine(PartCursor &cursor, PartCursor::Line line, QList<Part> &parts, BodyFraming &framing)
{
    QList<Part> own;
    if (cursor.upTo(line.textEnd).startsWith("HTTP/")) {
        cursor.take(own, PartKind::Version, wordEnd(cursor, line.textEnd));
        if (cursor.at() < line.textEnd)
            cursor.take(own, PartKind::Space, cursor.at() + 1);
        const qsizetype codeEnd = wordEnd(cursor, line.textEnd);
        framing.status = cursor.upTo(codeEnd).toByteArray().toInt();
        cursor.take(own, PartKind::StatusCode, codeEnd);
        if (cursor.at() < line.textEnd)
            cursor.take(own, PartKind::Space, cursor.at() + 1);
        cursor.take(own, PartKind::ReasonPhrase, line.textEnd);
    } else {
        cursor.take(own, PartKind::Unknown, line.textEnd);
    }
    cursor.take(own, PartKind::LineEnd, line.end);
    parts.append(groupOf(PartKind::StatusLine, std::move(own)));
}

//! The name and value of the field line that \a part is.
void noteFieldLine(const Part &part, QByteArrayView bytes, BodyFraming &framing)
{
    QByteArrayView name;
    QByteArrayView value;
    for (const Part &own : part.parts) {
        if (own.kind == PartKind::FieldName)
            name = bytes.sliced(own.offset, own.size);
        else if (own.kind == PartKind::FieldValue)
            value = bytes.sliced(own.offset, own.size);
    }
    noteField(name, value, framing);
}

//! The fields up to and with the empty line; false when that is missing.
bool takeFields(PartCursor &cursor, QByteArrayView bytes, QList<Part> &parts, BodyFraming &framing)
{
    while (!cursor.isAtEnd() && !cursor.isFull()) {
        const PartCursor::Line line = cursor.line(cursor.end());
        if (line.textEnd == cursor.at()) {
            cursor.take(parts, PartKind::EndOfHead, line.end);
            return true;
        }
        takeFieldLine(cursor, line, parts);
        noteFieldLine(parts.last(), bytes, framing);
    }
    return false;
}

void takeBody(PartCursor &cursor, qsizetype end, const BodyFraming &framing, QList<Part> &parts)
{
    if (!framing.isEventStream) {
        cursor.takePayload(parts, PartKind::Body, end);
        return;
    }
    QList<Part> events;
    dissectEvents(cursor, end, events);
    if (!events.isEmpty())
        parts.append(groupOf(PartKind::Body, std::move(events)));
}

// RFC 9112 6.3
void takeMessageBody(PartCursor &cursor, const BodyFraming &framing, bool isAnswer, QList<Part> &parts)
{
    if (framing.isChunked) {
        dissectChunks(cursor, framing.isEventStream ? ChunkContent::Events : ChunkContent::Bytes, parts);
        return;
    }
    if (framing.length)
        takeBody(cursor, cursor.at() + qsizetype(std::min(*framing.length, quint64(cursor.rest().size()))), framing, parts);
    else if (isAnswer)
        takeBody(cursor, cursor.end(), framing, parts); // until the connection closes
}

// RFC 9112 2.2: empty lines before a request line are to be ignored.
void takeEmptyLines(PartCursor &cursor, QList<Part> &parts)
{
    while (!cursor.isAtEnd() && !cursor.isFull()) {
        const PartCursor::Line line = cursor.line(cursor.end());
        if (line.textEnd != cursor.at())
            return;
        cursor.take(parts, PartKind::LineEnd, line.end);
    }
}

} // namespace

QList<Part> dissectRequest(QByteArrayView bytes)
{
    PartCursor cursor(bytes);
    QList<Part> parts;
    takeEmptyLines(cursor, parts);
    BodyFraming framing;
    if (!cursor.isAtEnd() && !cursor.isFull())
        takeRequestLine(cursor, cursor.line(cursor.end()), parts);
    if (takeFields(cursor, bytes, parts, framing))
        takeMessageBody(cursor, framing, false, parts);
    cursor.takeRest(parts);
    return parts;
}

QList<Part> dissectAnswer(QByteArrayView bytes)
{
    PartCursor cursor(bytes);
    QList<Part> parts;
    BodyFraming framing;
    do { // RFC 9110 15.2: interim answers come before the final one
        framing = {};
        if (!cursor.isAtEnd() && !cursor.isFull())
            takeStatusLine(cursor, cursor.line(cursor.end()), parts, framing);
        if (takeFields(cursor, bytes, parts, framing) && !framing.hasNoBody())
            takeMessageBody(cursor, framing, true, parts);
    } while (framing.isInterim() && !cursor.isFull() && cursor.rest().startsWith("HTTP/"));
    cursor.takeRest(parts);
    return parts;
}

} // namespace pushlab::wire
