// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestparser.h"

#include "server/http/linescanner.h"
#include "server/http/requestbuilder.h"
#include "server/http/requestgrammar.h"
#include "server/protocol/limits.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace pushlab::http {

namespace {

constexpr int maxLeadingEmptyLines = 4; // RFC 9112 2.2 asks for one
constexpr qsizetype plainChunkLineBytes = 18; // 16 digits, CR LF: what is longer counts as extension

} // namespace

//! Splits the stream into whole lines and body bytes for Beast, which would otherwise report errors only at the end of the head,
//! and keeps what is incomplete. An "element" is what is split in one go: a head, a chunk's size line, or the last chunk with its
//! trailers.
class RequestParser::Machine
{
public:
    qsizetype feed(QByteArrayView bytes);
    qsizetype feedToHeadEnd(QByteArrayView bytes);
    [[nodiscard]] bool isHead() const { return m_isHead; }
    [[nodiscard]] bool isMidRequest() const { return m_grammar || !builder.head.isEmpty() || builder.state != State::Head; }

    RequestBuilder builder;

private:
    enum class ChunkPart : quint8 { End, Size, Trailer };

    qsizetype feedHead(QByteArrayView bytes);
    std::optional<RequestFault> scanHead(QByteArrayView window);
    void parseRequestLine(QByteArrayView line);
    void parseWholeLines(QByteArrayView window);
    void parseLastLines(QByteArrayView window);
    qsizetype feedChunked(QByteArrayView bytes);
    void scanChunkLines(QByteArrayView window);
    void parseChunkSize(QByteArrayView window, qsizetype start);

    std::optional<RequestGrammar> m_grammar; // exists from the end of the request line on
    LineScanner m_scanner;
    qsizetype m_scanned = 0; // bytes of the present element that were scanned
    qsizetype m_parsed = 0; // bytes of the head that Beast has taken
    qsizetype m_lineEnd = 0; // offset behind the last whole line of the head
    qsizetype m_chunkExtensionBytes = 0;
    QByteArray m_pending; // chunk lines that came in pieces
    int m_emptyLines = 0;
    bool m_isHead = false; // known before the request line is complete, and also when it is faulty
    ChunkPart m_chunkPart = ChunkPart::Size;
};

qsizetype RequestParser::Machine::feed(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && (builder.state == State::Head || builder.state == State::Body)) {
        const QByteArrayView rest = bytes.sliced(taken);
        if (builder.state == State::Head)
            taken += feedHead(rest);
        else
            taken += builder.isChunked() ? feedChunked(rest) : m_grammar->take(rest);
    }
    return taken;
}

qsizetype RequestParser::Machine::feedToHeadEnd(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && builder.state == State::Head)
        taken += feedHead(bytes.sliced(taken));
    return taken;
}

//! Works directly on \a bytes when they begin a head; otherwise on the head so far with \a bytes appended.
qsizetype RequestParser::Machine::feedHead(QByteArrayView bytes)
{
    QByteArray &head = builder.head;
    const qsizetype before = head.size();
    // One byte more than allowed shows that the head is too large.
    const QByteArrayView fresh = bytes.first(std::min(bytes.size(), protocol::maxHeaderBytes + 1 - before));
    if (before > 0)
        head.append(fresh);
    const QByteArrayView window = before > 0 ? QByteArrayView(head) : fresh;

    builder.setBase(window.data());
    m_isHead = window.startsWith("HEAD ");
    const auto fault = scanHead(window);
    if (fault)
        builder.fail(*fault);
    if (builder.hasFailed())
        builder.keepHead(window);
    if (builder.state != State::Head)
        return std::max<qsizetype>(std::exchange(m_scanned, 0) - before, 0);
    if (!m_grammar && m_scanned > 0 && !m_scanner.isInLine()) { // an empty line before the request
        head = QByteArray();
        return std::exchange(m_scanned, 0) - before;
    }
    if (before == 0)
        head = window.toByteArray();
    return fresh.size();
}

//! Scans up to the end of the head, an empty line before it, a fault, or the end of \a window. Faults are reported in the order
//! of their positions, however the bytes are split.
std::optional<RequestFault> RequestParser::Machine::scanHead(QByteArrayView window)
{
    using Event = LineScanner::Event;
    for (;;) {
        const bool isFirstLine = !m_grammar;
        const auto kind = isFirstLine ? LineScanner::Kind::RequestLine : LineScanner::Kind::Field;
        const Event event = m_scanner.next(window, m_scanned, kind);
        const bool isTooLarge = m_scanned > protocol::maxHeaderBytes;
        if (event == Event::Line && !isTooLarge) {
            if (isFirstLine)
                parseRequestLine(window.first(m_scanned));
            m_lineEnd = m_scanned;
            if (builder.hasFailed())
                return std::nullopt;
            continue;
        }
        if (event == Event::EmptyLine && isFirstLine)
            return ++m_emptyLines > maxLeadingEmptyLines ? std::optional(RequestFault::BadRequestLine) : std::nullopt;
        if (event == Event::EmptyLine && !isTooLarge) {
            parseLastLines(window);
            return std::nullopt;
        }
        parseWholeLines(window);
        if (builder.hasFailed())
            return std::nullopt;
        if (isTooLarge) // Accept stands behind the request line, and that may have no end: a 414 is JSON for everybody
            return isFirstLine ? RequestFault::TargetTooLong : RequestFault::HeaderTooLarge;
        return lineFault(event);
    }
}

void RequestParser::Machine::parseRequestLine(QByteArrayView line)
{
    if (const auto fault = versionFault(line.chopped(2))) {
        builder.fail(*fault);
        return;
    }
    m_grammar.emplace(builder);
    const QByteArrayView window = line;
    QByteArray asOneOne;
    if (line[line.size() - 3] > '1') { // HTTP/1.2 and on are to be read as the highest we know (RFC 9110 6.2)
        asOneOne = line.toByteArray();
        asOneOne[asOneOne.size() - 3] = '1';
        line = asOneOne;
    }
    builder.setBase(line.data());
    m_parsed = m_grammar->take(line);
    builder.setBase(window.data());
    if (!builder.hasFailed() && m_parsed != line.size())
        builder.fail(RequestFault::BadRequestLine);
}

//! Passes whole lines to Beast, without the last: Beast has to see the byte behind a field's line, because a blank would continue
//! it.
void RequestParser::Machine::parseWholeLines(QByteArrayView window)
{
    if (m_grammar && m_lineEnd > m_parsed && window.size() > m_lineEnd)
        m_parsed += m_grammar->take(window.sliced(m_parsed, m_lineEnd + 1 - m_parsed));
}

//! Passes the remaining lines and the empty line. The head becomes the builder's first, because it is needed as a whole.
void RequestParser::Machine::parseLastLines(QByteArrayView window)
{
    if (builder.head.isEmpty())
        builder.head = window.first(m_scanned).toByteArray();
    else
        builder.head.truncate(m_scanned);
    const QByteArrayView head = builder.head;
    builder.setBase(head.data());
    m_grammar->take(head.sliced(m_parsed));
    if (builder.state == State::Head)
        builder.fail(RequestFault::BadField);
}

//! Passes chunk data on as it comes; size lines and the trailer section are assembled first.
qsizetype RequestParser::Machine::feedChunked(QByteArrayView bytes)
{
    if (builder.chunkRemaining > 0)
        return m_grammar->take(bytes);

    const qsizetype before = m_pending.size();
    const bool inPlace = before == 0;
    const QByteArrayView fresh = bytes.first(std::min(bytes.size(), protocol::maxHeaderBytes + 1 - before));
    if (!inPlace)
        m_pending.append(fresh);
    const QByteArrayView window = inPlace ? fresh : QByteArrayView(m_pending);

    scanChunkLines(window);
    if (builder.state != State::Body || builder.chunkRemaining > 0) {
        m_pending = QByteArray();
        return std::max<qsizetype>(std::exchange(m_scanned, 0) - before, 0);
    }
    if (inPlace)
        m_pending = window.toByteArray();
    return fresh.size();
}

//! Scans up to the data of the next chunk, the end of the request, a fault, or the end of \a window.
void RequestParser::Machine::scanChunkLines(QByteArrayView window)
{
    using Event = LineScanner::Event;
    if (m_chunkPart == ChunkPart::End && window.front() != '\r') {
        builder.fail(RequestFault::BadChunk);
        return;
    }
    while (builder.state == State::Body && builder.chunkRemaining == 0) {
        const qsizetype start = m_chunkPart == ChunkPart::Size && window.startsWith("\r\n") ? 2 : 0;
        const Event event = m_scanner.next(window, m_scanned, LineScanner::Kind::Field);
        const bool isTrailer = m_chunkPart == ChunkPart::Trailer;
        if (m_scanned > protocol::maxHeaderBytes)
            builder.fail(isTrailer ? RequestFault::HeaderTooLarge : RequestFault::ChunkTooWordy);
        else if (event == Event::NeedMore)
            return;
        else if (event == Event::EmptyLine && m_chunkPart == ChunkPart::End)
            m_chunkPart = ChunkPart::Size;
        else if (event == Event::Line && m_chunkPart == ChunkPart::Size)
            parseChunkSize(window, start);
        else if (event == Event::EmptyLine && isTrailer)
            m_grammar->take(window.first(m_scanned));
        else if (event != Event::Line || !isTrailer)
            builder.fail(isTrailer ? lineFault(event).value_or(RequestFault::BadChunk) : RequestFault::BadChunk);
        if (event == Event::EmptyLine && isTrailer && builder.state == State::Body)
            builder.fail(RequestFault::BadChunk);
    }
}

//! Parses the line from \a start up to the scanner's position. Beast reads the last chunk only with its trailer section.
void RequestParser::Machine::parseChunkSize(QByteArrayView window, qsizetype start)
{
    const QByteArrayView line = window.sliced(start, m_scanned - start);
    m_chunkExtensionBytes += std::max<qsizetype>(line.size() - plainChunkLineBytes, 0);
    if (m_chunkExtensionBytes > protocol::maxHeaderBytes) { // RFC 9112 7.1.1: to be limited over all chunks
        builder.fail(RequestFault::ChunkTooWordy);
        return;
    }
    const auto *afterZeros = std::find_if(line.begin(), line.end(), [](char c) { return c != '0'; });
    if (afterZeros != line.begin() && QByteArrayView(" \t;\r").contains(*afterZeros)) {
        m_chunkPart = ChunkPart::Trailer;
        builder.beginTrailer();
        return;
    }
    const qsizetype taken = m_grammar->take(window.first(m_scanned));
    if (builder.state == State::Body && (taken != m_scanned || builder.chunkRemaining == 0))
        builder.fail(RequestFault::BadChunk);
    m_chunkPart = ChunkPart::End;
}

RequestParser::RequestParser() : m_machine(std::make_unique<Machine>()) {}

RequestParser::~RequestParser() = default;

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    return m_machine->feed(bytes);
}

qsizetype RequestParser::feedHead(QByteArrayView bytes)
{
    return m_machine->feedToHeadEnd(bytes);
}

RequestParser::State RequestParser::state() const
{
    return m_machine->builder.state;
}

const Request &RequestParser::request() const
{
    Q_ASSERT(state() == State::Body || state() == State::Complete);
    return m_machine->builder.request();
}

void RequestParser::markSecure()
{
    m_machine->builder.markSecure();
}

void RequestParser::takeForwarded()
{
    m_machine->builder.takeForwarded();
}

Request RequestParser::takeRequest()
{
    Q_ASSERT(state() == State::Complete);
    Request request = m_machine->builder.takeRequest();
    reset();
    return request;
}

const ParseError &RequestParser::error() const
{
    Q_ASSERT(state() == State::Error);
    return m_machine->builder.error;
}

Request RequestParser::partialRequest() const
{
    return m_machine->builder.partialRequest();
}

bool RequestParser::isHead() const
{
    return m_machine->isHead();
}

bool RequestParser::isMidRequest() const
{
    return m_machine->isMidRequest();
}

qsizetype RequestParser::bodySize() const
{
    return m_machine->builder.request().body().size();
}

void RequestParser::reset()
{
    // Constructed again in the same memory: a connection has one parser for all its requests.
    std::destroy_at(m_machine.get());
    std::construct_at(m_machine.get());
}

} // namespace pushlab::http
