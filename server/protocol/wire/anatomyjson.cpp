// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/anatomyjson.h"

#include "server/protocol/wire/anatomytext.h"

#include <algorithm>
#include <iterator>

namespace pushlab::wire {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype shownValue = 64 * 1024; // bytes
constexpr qsizetype shownSteps = 256; // of unmasking
constexpr qsizetype shownSummary = 200; // characters

struct KindKey
{
    PartKind kind;
    const char *key;
};

//! Stable names, as tests and style sheets have them.
constexpr KindKey kindKeys[] = {
    {PartKind::RequestLine, "request-line"},
    {PartKind::Method, "method"},
    {PartKind::Target, "target"},
    {PartKind::Path, "path"},
    {PartKind::Query, "query"},
    {PartKind::Version, "version"},
    {PartKind::StatusLine, "status-line"},
    {PartKind::StatusCode, "status-code"},
    {PartKind::ReasonPhrase, "reason-phrase"},
    {PartKind::FieldLine, "field-line"},
    {PartKind::FieldName, "field-name"},
    {PartKind::FieldValue, "field-value"},
    {PartKind::EndOfHead, "end-of-head"},
    {PartKind::Chunk, "chunk"},
    {PartKind::ChunkSize, "chunk-size"},
    {PartKind::ChunkExtension, "chunk-extension"},
    {PartKind::ChunkData, "chunk-data"},
    {PartKind::ChunkEnd, "chunk-end"},
    {PartKind::LastChunk, "last-chunk"},
    {PartKind::Trailer, "trailer"},
    {PartKind::EndOfChunks, "end-of-chunks"},
    {PartKind::Body, "body"},
    {PartKind::EventField, "event-field"},
    {PartKind::EventFieldName, "event-field-name"},
    {PartKind::EventFieldValue, "event-field-value"},
    {PartKind::EventComment, "event-comment"},
    {PartKind::CommentText, "comment-text"},
    {PartKind::EventEnd, "event-end"},
    {PartKind::Fin, "fin"},
    {PartKind::Reserved1, "rsv1"},
    {PartKind::Reserved2, "rsv2"},
    {PartKind::Reserved3, "rsv3"},
    {PartKind::Opcode, "opcode"},
    {PartKind::MaskBit, "mask"},
    {PartKind::Length7, "length-7"},
    {PartKind::Length16, "length-16"},
    {PartKind::Length64, "length-64"},
    {PartKind::MaskingKey, "masking-key"},
    {PartKind::FramePayload, "payload"},
    {PartKind::CloseCode, "close-code"},
    {PartKind::CloseReason, "close-reason"},
    {PartKind::Separator, "separator"},
    {PartKind::Space, "space"},
    {PartKind::LineEnd, "line-end"},
    {PartKind::Unknown, "unknown"},
};

static_assert(std::size(kindKeys) == partKinds, "a kind lacks its key");

QString keyOf(PartKind kind)
{
    for (const KindKey &row : kindKeys) {
        if (row.kind == kind)
            return QString::fromLatin1(row.key);
    }
    return {};
}

QJsonObject encodePart(const Part &part, QByteArrayView bytes, bool isChinese)
{
    const PartText text = textOf(part, bytes);
    QJsonObject object{
        {u"kind"_s, keyOf(part.kind)},    {u"offset"_s, part.offset},           {u"size"_s, part.size},
        {u"overhead"_s, part.isOverhead}, {u"name"_s, text.name.in(isChinese)}, {u"purpose"_s, text.purpose.in(isChinese)},
        {u"section"_s, text.section}};
    if (part.bits > 0) {
        object.insert(u"firstBit"_s, part.firstBit);
        object.insert(u"bits"_s, part.bits);
    }
    if (!part.value.isEmpty())
        object.insert(u"value"_s, QString::fromUtf8(part.value.first(std::min(part.value.size(), shownValue))));
    if (!part.parts.isEmpty())
        object.insert(u"parts"_s, encodeAnatomy(part.parts, bytes, isChinese));
    return object;
}

QJsonArray encodeSteps(const QList<XorStep> &steps)
{
    QJsonArray array;
    for (const XorStep &step : steps)
        array.append(QJsonArray{step.masked, step.key, step.plain});
    return array;
}

QJsonObject encodeAccept(const AcceptSteps &steps)
{
    return {{u"key"_s, QString::fromLatin1(steps.key)},
            {u"joined"_s, QString::fromLatin1(steps.joined)},
            {u"sha1"_s, QString::fromLatin1(steps.sha1.toHex(' '))},
            {u"accept"_s, QString::fromLatin1(steps.accept)}};
}

//! "Text, 120 B": the opcode in words and the size of the payload.
QString frameSummary(const QList<Part> &parts)
{
    QString words;
    qsizetype payload = 0;
    for (const Part &part : parts) {
        if (part.kind == PartKind::Opcode)
            words = opcodeText(part.value.toInt()).name.english.section(u' ', 1);
        else if (part.kind == PartKind::FramePayload) {
            payload = part.size;
            if (!part.parts.isEmpty())
                words += u' ' + QString::fromLatin1(part.parts.first().value); // a Close's code
        }
    }
    return words + u", "_s + QString::number(payload) + u" B"_s;
}

//! "id 12": the first field but the data, or the comment.
QString eventSummary(const QList<Part> &leaves, QByteArrayView bytes)
{
    QString name;
    for (const Part &leaf : leaves) {
        const QString text = QString::fromUtf8(bytes.sliced(leaf.offset, std::min(leaf.size, shownSummary)));
        if (leaf.kind == PartKind::EventFieldName)
            name = text;
        else if (leaf.kind == PartKind::EventFieldValue && name != u"data")
            return name + u' ' + text;
        else if (leaf.kind == PartKind::CommentText)
            return u": "_s + text;
    }
    return name;
}

//! The leaves of a start line that are no secrets.
QString startLineSummary(const QList<Part> &leaves, QByteArrayView bytes)
{
    QStringList words;
    for (const Part &leaf : leaves) {
        if (leaf.kind == PartKind::Method || leaf.kind == PartKind::Target || leaf.kind == PartKind::Path
            || leaf.kind == PartKind::StatusCode || leaf.kind == PartKind::ReasonPhrase)
            words.append(QString::fromUtf8(bytes.sliced(leaf.offset, std::min(leaf.size, shownSummary))));
        else if (leaf.kind == PartKind::LineEnd && !words.isEmpty())
            break;
    }
    return words.join(u' ');
}

QString wholeSummary(const TrafficRecord &record)
{
    constexpr qsizetype head = 4096; // what is wanted stands at the beginning
    TrafficRecord start = record;
    if (record.kind != RecordKind::Frame)
        start.bytes = record.bytes.first(std::min(record.bytes.size(), head));
    const QList<Part> parts = dissect(start);
    switch (record.kind) {
    case RecordKind::Frame:
        return frameSummary(parts);
    case RecordKind::Event:
        return eventSummary(leavesOf(parts), start.bytes);
    case RecordKind::Request:
    case RecordKind::Answer:
        return startLineSummary(leavesOf(parts), start.bytes);
    case RecordKind::Other:
        break;
    }
    return {};
}

} // namespace

QJsonArray encodeAnatomy(const QList<Part> &parts, QByteArrayView bytes, bool isChinese)
{
    QJsonArray array;
    for (const Part &part : parts)
        array.append(encodePart(part, bytes, isChinese));
    return array;
}

QJsonObject encodeRecord(const TrafficRecord &record, bool isChinese)
{
    const QList<Part> parts = dissect(record);
    QJsonObject object{{u"number"_s, qint64(record.number)},
                       {u"bytes"_s, QString::fromLatin1(record.bytes.toBase64())},
                       {u"parts"_s, encodeAnatomy(parts, record.bytes, isChinese)}};
    if (record.kind == RecordKind::Frame) {
        if (const QList<XorStep> steps = xorSteps(parts, record.bytes, 0, shownSteps); !steps.isEmpty())
            object.insert(u"xor"_s, encodeSteps(steps));
    } else if (record.kind == RecordKind::Request) {
        if (const AcceptSteps steps = acceptSteps(record.bytes); !steps.key.isEmpty())
            object.insert(u"accept"_s, encodeAccept(steps));
    }
    return object;
}

QString summary(const TrafficRecord &record)
{
    return wholeSummary(record).left(shownSummary);
}

} // namespace pushlab::wire
