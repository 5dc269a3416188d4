// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/chunkanatomy.h"

#include "server/protocol/wire/eventanatomy.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace pushlab::wire {

namespace {

//! The digits of a chunk's size at the beginning of a size line, and what they say; nullopt: the line is none.
struct ChunkLine
{
    qsizetype digits = 0;
    quint64 size = 0;
};

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::optional<ChunkLine> chunkLineOf(QByteArrayView text)
{
    constexpr qsizetype mostDigits = 16; // of 64 bits
    const qsizetype digits = std::find_if_not(text.begin(), text.end(), isHexDigit) - text.begin();
    if (digits == 0 || digits > mostDigits)
        return std::nullopt;
    // RFC 9112 7.1.1: an extension begins with a semicolon, before which there may be blanks
    if (digits < text.size() && text[digits] != ';' && text[digits] != ' ' && text[digits] != '\t')
        return std::nullopt;
    return ChunkLine{digits, text.first(digits).toByteArray().toULongLong(nullptr, 16)};
}

void takeSizeLine(PartCursor &cursor, PartCursor::Line line, const ChunkLine &size, QList<Part> &parts)
{
    cursor.take(parts, PartKind::ChunkSize, cursor.at() + size.digits, QByteArray::number(size.size));
    cursor.take(parts, PartKind::ChunkExtension, line.textEnd);
    cursor.take(parts, PartKind::LineEnd, line.end);
}

void takeData(PartCursor &cursor, quint64 size, ChunkContent content, QList<Part> &parts)
{
    const qsizetype end = cursor.at() + qsizetype(std::min<quint64>(size, quint64(cursor.rest().size())));
    if (content == ChunkContent::Bytes) {
        cursor.takePayload(parts, PartKind::ChunkData, end);
        return;
    }
    QList<Part> events;
    dissectEvents(cursor, end, events);
    if (!events.isEmpty())
        parts.append(groupOf(PartKind::ChunkData, std::move(events)));
}

//! The trailer section and the empty line behind it.
void takeTrailer(PartCursor &cursor, QList<Part> &parts)
{
    QList<Part> fields;
    while (!cursor.isAtEnd() && !cursor.isFull()) {
        const PartCursor::Line line = cursor.line(cursor.end());
        if (line.textEnd == cursor.at())
            break;
        takeFieldLine(cursor, line, fields);
    }
    if (!fields.isEmpty())
        parts.append(groupOf(PartKind::Trailer, std::move(fields)));
    if (!cursor.isAtEnd() && !cursor.isFull())
        cursor.take(parts, PartKind::EndOfChunks, cursor.line(cursor.end()).end);
}

} // namespace

bool isChunkStart(const PartCursor &cursor)
{
    const PartCursor::Line line = cursor.line(cursor.end());
    return line.end - line.textEnd == 2 && chunkLineOf(cursor.upTo(line.textEnd)).has_value();
}

void dissectChunks(PartCursor &cursor, ChunkContent content, QList<Part> &parts)
{
    while (!cursor.isAtEnd() && !cursor.isFull()) {
        const PartCursor::Line line = cursor.line(cursor.end());
        const std::optional<ChunkLine> size = chunkLineOf(cursor.upTo(line.textEnd));
        if (!size)
            break;
        QList<Part> own;
        takeSizeLine(cursor, line, *size, own);
        if (size->size == 0) {
            parts.append(groupOf(PartKind::LastChunk, std::move(own)));
            takeTrailer(cursor, parts);
            break;
        }
        takeData(cursor, size->size, content, own);
        const QByteArrayView rest = cursor.rest();
        const bool isEnded = rest.startsWith("\r\n") || rest == QByteArrayView("\r");
        if (isEnded)
            cursor.take(own, PartKind::ChunkEnd, cursor.at() + std::min<qsizetype>(rest.size(), 2));
        parts.append(groupOf(PartKind::Chunk, std::move(own)));
        if (!isEnded)
            break;
    }
    cursor.takeRest(parts);
}

void takeFieldLine(PartCursor &cursor, PartCursor::Line line, QList<Part> &parts)
{
    QList<Part> own;
    const QByteArrayView text = cursor.upTo(line.textEnd);
    const qsizetype colon = text.indexOf(':');
    const bool isFolded = text.startsWith(' ') || text.startsWith('\t'); // RFC 9112 5.2: obs-fold goes on with a value
    if (colon < 0 && !isFolded) {
        cursor.take(own, PartKind::Unknown, line.textEnd);
    } else {
        if (!isFolded) {
            cursor.take(own, PartKind::FieldName, cursor.at() + colon);
            cursor.take(own, PartKind::Separator, cursor.at() + 1);
        }
        cursor.takeBlanks(own, line.textEnd);
        const QByteArrayView value = cursor.upTo(line.textEnd);
        qsizetype length = value.size(); // without the blanks behind it
        while (length > 0 && (value[length - 1] == ' ' || value[length - 1] == '\t'))
            --length;
        cursor.take(own, PartKind::FieldValue, cursor.at() + length);
        cursor.take(own, PartKind::Space, line.textEnd);
    }
    cursor.take(own, PartKind::LineEnd, line.end);
    parts.append(groupOf(PartKind::FieldLine, std::move(own)));
}

} // namespace pushlab::wire
