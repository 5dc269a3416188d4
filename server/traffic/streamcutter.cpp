// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/streamcutter.h"

#include "server/protocol/paths.h"
#include "server/traffic/headreader.h"

#include <algorithm>
#include <utility>

namespace pushlab::traffic {

using wire::Direction;
using wire::RecordKind;
using wire::TrafficRecord;

namespace {

constexpr qsizetype maxHead = 256 * 1024; // far above what the host takes
constexpr QByteArrayView headEnd = "\r\n\r\n";

//! Whether a request asks for recorded traffic: kept, each look would hold all former looks.
bool asksForTraffic(QByteArrayView target)
{
    const qsizetype query = target.indexOf('?');
    QByteArrayView path = query < 0 ? target : target.first(query);
    if (path.endsWith('/'))
        path.chop(1);
    return path.contains(protocol::beforeRoom(protocol::trafficRoute)) && path.endsWith("/traffic");
}

//! The number behind \a name in a line such as "id: 12".
qint64 numberOf(QByteArrayView line, QByteArrayView name)
{
    return line.startsWith(name) ? line.sliced(name.size()).trimmed().toByteArray().toLongLong() : 0;
}

//! Whether a request or an answer can begin with \a byte.
bool mayBegin(char byte, Direction direction)
{
    if (direction == Direction::FromHost)
        return byte == 'H';
    return (byte >= 'A' && byte <= 'Z') || byte == '\r' || byte == '\n';
}

} // namespace

StreamCutter::StreamCutter(Direction direction, Sink &sink, qint64 offset) : m_sink(sink), m_offset(offset)
{
    m_record.direction = direction;
}

void StreamCutter::take(QByteArrayView bytes, qint64 now, const QByteArray *whole)
{
    m_now = now;
    while (!bytes.isEmpty()) {
        const qsizetype taken = takeSome(bytes, whole);
        bytes = bytes.sliced(taken);
        whole = nullptr; // no longer all of it
    }
}

qsizetype StreamCutter::takeSome(QByteArrayView bytes, const QByteArray *whole)
{
    switch (m_mode) {
    case Mode::Head:
        return takeHead(bytes, whole);
    case Mode::Length: {
        const auto size = qsizetype(std::min<qint64>(m_left, bytes.size()));
        grow(bytes.first(size), true);
        m_left -= size;
        if (m_left == 0)
            close(m_record.direction == Direction::ToHost ? RecordKind::Request : RecordKind::Answer);
        return size;
    }
    case Mode::Chunks:
        return takeChunks(bytes);
    case Mode::UntilEnd:
        grow(bytes, true);
        return bytes.size();
    case Mode::Events:
        return takeEvents(bytes);
    case Mode::Frames:
    case Mode::Tail:
        return takeFrames(bytes, whole);
    case Mode::Held:
        if (m_held.isEmpty())
            m_heldAt = m_now;
        m_held.append(bytes);
        return bytes.size();
    }
    Q_UNREACHABLE();
}

qsizetype StreamCutter::takeHead(QByteArrayView bytes, const QByteArray *whole)
{
    if (m_record.size == 0 && !mayBegin(bytes.front(), m_record.direction)) { // the rest of what was not seen from its beginning
        grow(bytes, false);
        close(RecordKind::Other);
        return bytes.size();
    }
    if (m_record.size == 0) { // the usual case: all of it has come at once
        const qsizetype end = bytes.indexOf(headEnd);
        if (end >= 0) {
            const QByteArrayView head = bytes.first(end + headEnd.size());
            readHead(head);
            if (whole && m_mode == Mode::Length && head.size() + m_left == bytes.size() && !m_isWithheld) {
                m_record.bytes = *whole; // shared with who sends it
                m_record.at = m_now;
                m_record.headerBytes = head.size();
                m_record.payloadBytes = m_left;
                m_record.size = bytes.size();
                close(RecordKind::Answer);
                return bytes.size();
            }
            grow(head, false);
            if (isHeadOver())
                close(m_record.kind);
            return head.size();
        }
    }
    const qsizetype before = m_record.bytes.size();
    QByteArray joined = m_record.bytes.last(std::min<qsizetype>(before, headEnd.size() - 1));
    const qsizetype overlap = joined.size();
    joined.append(bytes);
    const qsizetype end = joined.indexOf(headEnd);
    const qsizetype size = end < 0 ? bytes.size() : end + headEnd.size() - overlap;
    grow(bytes.first(size), false);
    if (end >= 0)
        readHead(m_record.bytes);
    else if (m_record.bytes.size() < maxHead)
        return size;
    if (isHeadOver())
        close(end < 0 ? RecordKind::Other : m_record.kind);
    return size;
}

//! Reads a head and decides what follows it: nothing, when isHeadOver().
void StreamCutter::readHead(QByteArrayView bytes)
{
    const bool isRequest = m_record.direction == Direction::ToHost;
    const MessageHead head = isRequest ? readRequestHead(bytes) : readAnswerHead(bytes);
    m_record.kind = !head.isValid ? RecordKind::Other : isRequest ? RecordKind::Request : RecordKind::Answer;
    m_shape.status = head.status;
    m_shape.isHead = head.isHead;
    m_shape.isUpgrade = isRequest && head.isUpgrade;
    m_shape.isWithheld = isRequest && asksForTraffic(head.target);
    if (!head.isValid)
        return;
    const Expected expected = isRequest ? Expected() : m_sink.expected();
    m_isWithheld = expected.isWithheld;
    const bool hasBody = isRequest
        ? head.isChunked || head.length > 0
        : !expected.isToHead && head.status >= 200 && head.status != 204 && head.status != 304 && head.length != 0;
    if (!hasBody)
        return;
    m_shape.isOpenEnded = !isRequest && head.isEventStream;
    if (m_shape.isOpenEnded) {
        useEvents(head.isChunked);
    } else if (head.isChunked) {
        m_mode = Mode::Chunks;
        m_chunks = {};
    } else {
        m_mode = head.length > 0 ? Mode::Length : Mode::UntilEnd;
        m_left = std::max<qint64>(head.length, 0);
    }
}

qsizetype StreamCutter::takeChunks(QByteArrayView bytes)
{
    const ChunkReader::Run run = m_chunks.next(bytes);
    grow(bytes.first(run.size), run.isData);
    if (m_chunks.isOver())
        close(m_record.direction == Direction::ToHost ? RecordKind::Request : RecordKind::Answer);
    return run.size;
}

void StreamCutter::useEvents(bool isChunked)
{
    m_mode = Mode::Events;
    m_isChunked = isChunked;
    m_chunks = {};
    m_isEventOver = false;
    m_lineBytes = 0;
}

qsizetype StreamCutter::takeEvents(QByteArrayView bytes)
{
    if (!m_isChunked)
        return takeEventBytes(bytes);
    if (m_chunks.isInData() && !m_isEventOver) {
        ChunkReader ahead = m_chunks; // an event may end within the run
        const ChunkReader::Run run = ahead.next(bytes);
        const qsizetype size = takeEventBytes(bytes.first(run.size));
        (void)m_chunks.next(bytes.first(size));
        if (m_isEventOver && m_chunks.isInData())
            closeEvent(); // another follows in the same chunk
        return size;
    }
    const ChunkReader::Run run = m_chunks.next(bytes);
    grow(bytes.first(run.size), false);
    if (m_chunks.isOver()) {
        closeEvent();
        m_mode = Mode::Head;
    } else if (m_isEventOver && m_chunks.isBetween()) {
        closeEvent();
    }
    return run.size;
}

//! Takes an event's bytes up to the empty line that ends it.
qsizetype StreamCutter::takeEventBytes(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && !m_isEventOver) {
        const qsizetype lineEnd = bytes.indexOf('\n', at);
        const qsizetype end = lineEnd < 0 ? bytes.size() : lineEnd;
        const bool endsInReturn = end > at && bytes[end - 1] == '\r';
        m_lineBytes += end - at - (endsInReturn ? 1 : 0);
        at = lineEnd < 0 ? end : end + 1;
        if (lineEnd < 0)
            break;
        m_isEventOver = m_lineBytes == 0;
        m_lineBytes = 0;
    }
    grow(bytes.first(at), false);
    if (m_isEventOver && !m_isChunked)
        closeEvent();
    return at;
}

//! Its payload is what stands behind "data:", without one blank (HTML standard 9.2.6).
void StreamCutter::closeEvent()
{
    m_isEventOver = false;
    const QByteArrayView bytes = m_record.bytes;
    qint64 payload = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype lineEnd = bytes.indexOf('\n', at);
        QByteArrayView line = bytes.sliced(at, (lineEnd < 0 ? bytes.size() : lineEnd) - at);
        at += line.size() + 1;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.startsWith("data:"))
            payload += line.size() - (line.startsWith("data: ") ? 6 : 5);
        else if (m_shape.id == 0)
            m_shape.id = numberOf(line, "id:");
    }
    m_record.payloadBytes = payload;
    m_record.headerBytes = m_record.size - payload;
    close(RecordKind::Event);
}

void StreamCutter::useFrames(const protocol::FrameDecoder &begun)
{
    m_frames = begun;
    m_mode = begun.nextStart(1) == 0 ? Mode::Frames : Mode::Tail;
    releaseHeld();
}

qsizetype StreamCutter::takeFrames(QByteArrayView bytes, const QByteArray *whole)
{
    QByteArrayView rest = bytes;
    if (m_frames.payloadLeft() == 0) { // within a header
        const auto header = m_frames.next(rest);
        if (header) {
            m_shape.opcode = header->opcode;
            m_shape.isFinal = header->isFinal;
            if (whole && m_mode == Mode::Frames && m_record.size == 0 && quint64(rest.size()) == header->payloadLength) {
                (void)m_frames.next(rest);
                m_record.bytes = *whole; // shared with the other readers of it
                m_record.at = m_now;
                m_record.headerBytes = header->headerLength;
                m_record.payloadBytes = qint64(header->payloadLength);
                m_record.size = bytes.size();
                close(RecordKind::Frame);
                return bytes.size();
            }
        }
        grow(bytes.first(bytes.size() - rest.size()), false);
        if (!header)
            return bytes.size();
    }
    const auto size = qsizetype(std::min<quint64>(m_frames.payloadLeft(), quint64(rest.size())));
    QByteArrayView payload = rest.first(size);
    grow(payload, true);
    (void)m_frames.next(payload);
    if (m_frames.payloadLeft() == 0) {
        close(m_mode == Mode::Tail ? RecordKind::Other : RecordKind::Frame);
        m_mode = Mode::Frames;
    }
    return bytes.size() - rest.size() + size;
}

void StreamCutter::hold()
{
    m_mode = Mode::Held;
}

void StreamCutter::goOn()
{
    if (m_mode != Mode::Held)
        return;
    m_mode = Mode::Head;
    releaseHeld();
}

void StreamCutter::releaseHeld()
{
    const QByteArray held = std::exchange(m_held, {});
    if (!held.isEmpty())
        take(held, m_heldAt);
}

void StreamCutter::finish()
{
    if (!m_held.isEmpty()) {
        m_now = m_heldAt;
        grow(std::exchange(m_held, {}), false);
        close(RecordKind::Other);
    }
    if (m_record.size > 0)
        close(m_mode == Mode::UntilEnd ? RecordKind::Answer : RecordKind::Other);
}

void StreamCutter::grow(QByteArrayView bytes, bool isPayload)
{
    if (m_record.size == 0)
        m_record.at = m_now;
    m_record.size += bytes.size();
    (isPayload ? m_record.payloadBytes : m_record.headerBytes) += bytes.size();
    if (m_isWithheld && isPayload)
        return;
    m_record.bytes.append(bytes.first(std::min<qsizetype>(bytes.size(), TrafficRecord::maxKept - m_record.bytes.size())));
}

void StreamCutter::close(RecordKind kind)
{
    const Direction direction = m_record.direction;
    m_record.kind = kind;
    m_record.offset = std::exchange(m_offset, m_offset + m_record.size);
    m_record.duration = m_now - m_record.at;
    if (m_mode == Mode::Length || m_mode == Mode::Chunks || m_mode == Mode::UntilEnd)
        m_mode = Mode::Head; // what is told may set another
    m_isWithheld = false;
    const Shape shape = std::exchange(m_shape, {});
    m_sink.onRecord(std::move(m_record), shape);
    m_record = {};
    m_record.direction = direction;
}

} // namespace pushlab::traffic
