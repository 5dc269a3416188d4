// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/connectiontap.h"

#include "server/io/socket/countingsocket.h"
#include "server/protocol/frame.h"
#include "server/traffic/recordtaker.h"

#include <algorithm>
#include <utility>

namespace pushlab::traffic {

using protocol::Opcode;
using wire::Direction;
using wire::RecordKind;
using wire::TrafficRecord;

namespace {

constexpr size_t maxAsked = 1000; // pipelined requests whose answers are awaited
constexpr size_t maxTexts = 1000;
constexpr qsizetype flushedAtMost = 256 * 1024; // before the queue is moved

constexpr int switchingProtocols = 101;

//! The number of the entry in a frame of the API, which begins with it; 0: it is none.
qint64 entryNumber(const TrafficRecord &frame)
{
    constexpr QByteArrayView begin = "{\"seq\":";
    const QByteArrayView payload = QByteArrayView(frame.bytes).sliced(std::min<qsizetype>(frame.headerBytes, frame.bytes.size()));
    if (!payload.startsWith(begin))
        return 0;
    qint64 number = 0;
    for (qsizetype at = begin.size(); at < payload.size() && payload[at] >= '0' && payload[at] <= '9'; ++at)
        number = 10 * number + (payload[at] - '0');
    return number;
}

} // namespace

ConnectionTap::ConnectionTap(RecordTaker &taker, io::CountingSocket &socket, quint64 number)
    : m_taker(taker)
    , m_number(number)
    , m_owner(taker.ownerOf(0, 0))
    , m_ownerGeneration(taker.ownerGeneration())
    , m_fromHost(Direction::FromHost, *this, socket.bytesOut())
    , m_toHost(Direction::ToHost, *this, socket.bytesIn())
    , m_socket(socket)
    , m_unseen(socket.bytesToWrite())
{
    socket.setTap(this);
}

ConnectionTap::~ConnectionTap()
{
    if (m_socket.tap() == this)
        m_socket.setTap(nullptr);
}

void ConnectionTap::arrived(QByteArrayView bytes)
{
    m_toHost.take(bytes, microsecondsNow());
}

void ConnectionTap::sent(QByteArrayView bytes, const QByteArray *whole)
{
    if (!whole || !m_fromHost.isBetweenFrames() || !addWholeFrame(*whole))
        m_fromHost.take(bytes, microsecondsNow(), whole);
}

//! Takes a text that is one frame on its own, as most of a fan-out are; false: it is something else.
bool ConnectionTap::addWholeFrame(const QByteArray &bytes)
{
    constexpr uchar finalText = 0x81;
    constexpr uchar shortLength = 126; // from this on, the length is written otherwise; or there is a mask
    constexpr qsizetype header = 2;
    if (bytes.size() < header || uchar(bytes[0]) != finalText || uchar(bytes[1]) > shortLength)
        return false;
    const bool isShort = uchar(bytes[1]) < shortLength;
    const qsizetype begin = isShort ? header : header + 2;
    const qsizetype length = isShort ? uchar(bytes[1]) : bytes.size() < begin ? -1 : uchar(bytes[2]) << 8 | uchar(bytes[3]);
    refreshOwner();
    if (bytes.size() != begin + length || m_owner->room.isEmpty())
        return false;
    TrafficRecord *const record = m_taker.addShared(bytes, m_owner);
    if (!record)
        return false;
    m_lastRecord = record->number;
    record->connection = m_number;
    record->at = microsecondsNow();
    record->duration = 0;
    record->request = 0;
    record->offset = m_fromHost.offset();
    record->headerBytes = begin;
    record->payloadBytes = length;
    record->tlsBytes = 0;
    record->firstMessage = 0;
    record->lastMessage = 0;
    record->direction = Direction::FromHost;
    record->kind = RecordKind::Frame;
    record->size = bytes.size();
    record->isWithdrawn = false;
    number(*record, entryNumber(*record));
    m_fromHost.skip(bytes.size());
    return true;
}

void ConnectionTap::refreshOwner()
{
    if (m_ownerGeneration == m_taker.ownerGeneration())
        return;
    m_owner = m_taker.ownerOf(m_account, m_member);
    m_ownerGeneration = m_taker.ownerGeneration();
}

void ConnectionTap::queued(QByteArrayView bytes)
{
    m_queue.append(bytes);
}

void ConnectionTap::flushed(qint64 count)
{
    const qint64 before = std::min(count, m_unseen);
    m_unseen -= before;
    const auto size = qsizetype(std::min<qint64>(count - before, m_queue.size() - m_flushed));
    if (size <= 0)
        return;
    m_fromHost.take(QByteArrayView(m_queue).sliced(m_flushed, size), microsecondsNow());
    m_flushed += size;
    if (m_flushed == m_queue.size()) {
        m_queue = {};
        m_flushed = 0;
    } else if (m_flushed > flushedAtMost) {
        m_queue.remove(0, m_flushed);
        m_flushed = 0;
    }
}

void ConnectionTap::ended()
{
    m_toHost.finish();
    m_fromHost.finish();
    m_taker.remove(*this, microsecondsNow()); // which destroys this
}

void ConnectionTap::belongsTo(quint8 account, quint32 member)
{
    m_account = account;
    m_member = member;
    m_owner = m_taker.ownerOf(account, member);
    m_ownerGeneration = m_taker.ownerGeneration();
    const quint64 request = m_asked.empty() ? m_stream : m_asked.front().number;
    if (request > 0)
        claimFrom(request, std::exchange(m_isUpgraded, false) ? m_taker.last() : request);
}

//! Says whose this connection's records are, of those from \a number on to the \a last.
void ConnectionTap::claimFrom(quint64 number, quint64 last) const
{
    for (; number <= last; ++number) {
        if (m_taker.connectionOf(number) == m_number)
            claim(*m_taker.toChange(number));
    }
}

void ConnectionTap::claim(TrafficRecord &record) const
{
    m_owner->claim(record);
    if (record.room.isEmpty())
        record.room = m_room;
}

void ConnectionTap::carries(const io::Cargo &cargo)
{
    if (cargo.isUp)
        numberArrived(cargo.first, cargo.last);
    else
        m_cargo = cargo;
}

void ConnectionTap::numberArrived(qint64 first, qint64 last)
{
    std::vector<quint64> records;
    if (!m_asked.empty()) {
        records = {m_asked.front().number};
    } else if (!m_texts.empty()) {
        records = std::move(m_texts.front());
        m_texts.pop_front();
    }
    for (const quint64 number : records) {
        if (TrafficRecord *const record = first > 0 ? m_taker.toChange(number) : nullptr) {
            record->firstMessage = first;
            record->lastMessage = last;
            m_taker.withdrawKnown(*record);
        }
    }
}

void ConnectionTap::takeUnread()
{
    const QByteArray unread = m_socket.peek(m_socket.bytesAvailable());
    m_toHost.skip(-unread.size());
    arrived(unread);
}

void ConnectionTap::addMissed(QByteArrayView request)
{
    class Single final : public StreamCutter::Sink
    {
    public:
        explicit Single(ConnectionTap &tap) : m_tap(tap) {}
        void onRecord(TrafficRecord &&record, const StreamCutter::Shape &shape) override
        {
            m_tap.onRecord(std::move(record), shape);
        }
        [[nodiscard]] StreamCutter::Expected expected() const override { return {}; }

    private:
        ConnectionTap &m_tap;
    } sink(*this);
    StreamCutter single(Direction::ToHost, sink, std::max<qint64>(m_toHost.offset() - request.size(), 0));
    single.take(request, microsecondsNow());
}

void ConnectionTap::useFrames(const protocol::FrameDecoder &toHost)
{
    m_toHost.useFrames(toHost);
    m_fromHost.useFrames();
}

StreamCutter::Expected ConnectionTap::expected() const
{
    return m_asked.empty() ? StreamCutter::Expected() : m_asked.front().expected;
}

void ConnectionTap::onRecord(TrafficRecord &&record, const StreamCutter::Shape &shape)
{
    refreshOwner();
    switch (record.kind) {
    case RecordKind::Request:
        addRequest(std::move(record), shape);
        return;
    case RecordKind::Answer:
        addAnswer(std::move(record), shape);
        return;
    case RecordKind::Event:
        record.request = m_stream;
        claim(record);
        number(record, shape.id);
        add(std::move(record));
        return;
    case RecordKind::Frame:
        addFrame(std::move(record), shape);
        return;
    case RecordKind::Other:
        add(std::move(record));
        return;
    }
}

quint64 ConnectionTap::add(TrafficRecord &&record)
{
    record.connection = m_number;
    m_lastRecord = m_taker.add(std::move(record));
    return m_lastRecord;
}

//! Whose it is, its handler will say.
void ConnectionTap::addRequest(TrafficRecord &&record, const StreamCutter::Shape &shape)
{
    const qint64 end = record.at + record.duration;
    m_asked.push_back({add(std::move(record)), end, {shape.isHead, shape.isWithheld}, shape.isUpgrade});
    if (m_asked.size() > maxAsked)
        m_asked.pop_front();
    if (shape.isUpgrade)
        m_toHost.hold();
}

void ConnectionTap::addAnswer(TrafficRecord &&record, const StreamCutter::Shape &shape)
{
    const Asked asked = m_asked.empty() ? Asked() : m_asked.front();
    record.request = asked.number;
    if (asked.number > 0)
        record.duration = std::max<qint64>(record.at + record.duration - asked.end, 0);
    claim(record);
    number(record, 0);
    add(std::move(record));
    const bool isInterim = shape.status < 200 && shape.status != switchingProtocols;
    if (isInterim)
        return;
    m_stream = shape.isOpenEnded || shape.status == switchingProtocols ? asked.number : 0;
    if (!m_asked.empty())
        m_asked.pop_front();
    if (shape.status == switchingProtocols) {
        m_isUpgraded = true;
        m_fromHost.useFrames();
        m_toHost.useFrames();
    } else if (asked.isUpgrade) {
        m_toHost.goOn();
    }
}

void ConnectionTap::addFrame(TrafficRecord &&record, const StreamCutter::Shape &shape)
{
    claim(record);
    const auto kind = Opcode(shape.opcode);
    if (record.direction == Direction::FromHost) {
        number(record, kind == Opcode::Text ? entryNumber(record) : 0);
        add(std::move(record));
        return;
    }
    const quint64 added = add(std::move(record));
    if (kind == Opcode::Text)
        m_texts.emplace_back();
    if (kind == Opcode::Text || (kind == Opcode::Continuation && m_isInText && !m_texts.empty()))
        m_texts.back().push_back(added);
    if (kind == Opcode::Text || kind == Opcode::Continuation)
        m_isInText = !shape.isFinal && (m_isInText || kind == Opcode::Text);
    if (m_texts.size() > maxTexts)
        m_texts.pop_front();
}

//! Says which messages \a record carries: its \a own, or what its sender said last.
void ConnectionTap::number(TrafficRecord &record, qint64 own)
{
    if (own > 0) {
        record.firstMessage = own;
        record.lastMessage = own;
        return;
    }
    if (m_cargo.first <= 0 || m_cargo.count <= 0)
        return;
    const bool isDense = m_cargo.last - m_cargo.first + 1 == m_cargo.count;
    const bool isSingle = record.kind == RecordKind::Frame; // one entry, and it is unknown which when some are left out
    record.firstMessage = m_cargo.first;
    record.lastMessage = isSingle && isDense ? m_cargo.first++ : m_cargo.last;
    m_cargo.count = isSingle ? m_cargo.count - 1 : 0;
}

} // namespace pushlab::traffic
