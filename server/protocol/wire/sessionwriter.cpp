// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/sessionwriter.h"

#include "server/protocol/wire/sessionblocks.h"
#include "server/protocol/wire/sessioncodec.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace pushlab::wire {

namespace {

constexpr std::size_t maxOpenConnections = 16'384; // more than a host has

} // namespace

SessionWriter::SessionWriter(QIODevice &out, const SessionHead &head) : m_sink(out), m_disguise(head.hasNames, head.hasSecrets)
{
    m_sink.pending() = encodeSessionHead(sessionVersion, sessionHeadJson(head));
    m_sink.flush();
}

bool SessionWriter::append(const SessionMoment &moment)
{
    if (m_sink.isBroken())
        return false;
    SessionMoment piece = moment;
    piece.traffic.records.clear();
    piece.notes.clear();
    for (const SessionNote &note : moment.notes)
        piece.notes.append(m_disguise.disguised(note));
    qsizetype size = 0;
    for (const TrafficRecord &record : moment.traffic.records) {
        piece.traffic.records.append(m_disguise.disguised(record));
        size += record.bytes.size();
        if (size >= blockSize) { // what is said at one time may be much
            appendPiece(piece);
            piece.traffic.records.clear();
            piece.traffic.connections.clear();
            piece.notes.clear();
            size = 0;
        }
    }
    appendPiece(piece);
    return !m_sink.isBroken();
}

void SessionWriter::appendPiece(const SessionMoment &piece)
{
    if (m_begin != 0 && (m_content.size() >= blockSize || piece.at - m_begin >= blockTime))
        static_cast<void>(flush());
    if (m_begin == 0)
        begin(piece.at);
    QDataStream stream(&m_content, QIODevice::Append);
    setUpSessionStream(stream);
    writeSessionMoment(stream, piece);
    m_end = std::max(m_end, piece.at);
    learn(piece);
}

//! Begins a block with all that is needed to play it without those before.
void SessionWriter::begin(qint64 at)
{
    m_begin = std::max(at, m_end);
    m_end = m_begin;
    for (const auto &[number, connection] : m_open)
        m_state.connections.append(connection);
    QDataStream stream(&m_content, QIODevice::WriteOnly);
    setUpSessionStream(stream);
    writeSessionState(stream, m_state);
    m_state.connections.clear();
}

void SessionWriter::learn(const SessionMoment &piece)
{
    for (const TrafficConnection &connection : piece.traffic.connections) {
        if (connection.closed > 0)
            m_open.erase(connection.number);
        else
            m_open.insert_or_assign(connection.number, connection);
    }
    while (m_open.size() > maxOpenConnections) // ones of whose end nothing was said
        m_open.erase(m_open.begin());
    for (const SessionNote &note : piece.notes) {
        switch (note.kind) {
        case SessionNote::Kind::Settings:
            m_state.settings = note.json;
            break;
        case SessionNote::Kind::Members:
            m_state.members = note.json;
            break;
        case SessionNote::Kind::Figures:
            m_state.figures = note.json;
            break;
        case SessionNote::Kind::Mark:
            m_state.marks.append(note.json);
            if (m_state.marks.size() > SessionState::maxMarks)
                m_state.marks.removeFirst();
            break;
        }
    }
}

bool SessionWriter::flush()
{
    if (m_begin != 0) {
        m_sink.pending().append(encodeSessionBlock({.kind = SessionBlock::Kind::Part, .begin = m_begin, .end = m_end}, m_content));
        m_content.clear();
        m_begin = 0;
    }
    return m_sink.flush();
}

bool SessionWriter::finish()
{
    if (!flush())
        return false;
    m_sink.pending().append(encodeSessionBlock({.kind = SessionBlock::Kind::End, .begin = m_end, .end = m_end}, {}));
    return m_sink.flush();
}

} // namespace pushlab::wire
