// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/sessionreader.h"

#include "server/protocol/wire/sessioncodec.h"

#include <QIODevice>

#include <algorithm>

namespace pushlab::wire {

std::variant<std::unique_ptr<SessionReader>, SessionFault> SessionReader::open(QIODevice &in)
{
    std::unique_ptr<SessionReader> reader(new SessionReader(in));
    if (auto fault = reader->readHead())
        return *fault;
    reader->readIndex();
    return reader;
}

std::optional<SessionFault> SessionReader::readHead()
{
    if (!m_in.seek(0))
        return SessionFault{SessionFault::Kind::Unreadable, 0, m_in.errorString()};
    const QByteArray beginning = m_in.read(sessionPreludeSize);
    if (beginning.isEmpty() && !m_in.atEnd())
        return SessionFault{SessionFault::Kind::Unreadable, 0, m_in.errorString()};
    const auto prelude = readSessionPrelude(beginning);
    if (!prelude)
        return SessionFault{};
    if (prelude->version > sessionVersion)
        return SessionFault{SessionFault::Kind::Newer, prelude->version, {}};
    if (prelude->jsonSize > maxSessionHead)
        return SessionFault{};
    const QByteArray json = m_in.read(prelude->jsonSize);
    const auto head = sessionHeadFromJson(json);
    if (json.size() != qsizetype(prelude->jsonSize) || sessionChecksum(json) != prelude->checksum || !head)
        return SessionFault{};
    m_head = *head;
    return std::nullopt;
}

void SessionReader::readIndex()
{
    for (;;) {
        const QByteArray head = m_in.read(SessionBlock::headSize);
        if (head.size() < SessionBlock::headSize)
            return; // cut
        const auto block = readSessionBlock(head);
        const qint64 at = m_in.pos();
        if (!block || block->begin < m_ending.at) {
            m_ending.kind = SessionEnding::Kind::Damaged;
            return;
        }
        if (at + qint64(block->packedSize) > m_in.size())
            return; // cut
        if (!isIntact(*block)) {
            m_ending.kind = SessionEnding::Kind::Damaged;
            return;
        }
        if (block->kind == SessionBlock::Kind::End) {
            m_ending.kind = SessionEnding::Kind::Whole;
            return;
        }
        m_blocks.push_back({*block, at});
        m_ending.at = block->end;
    }
}

//! Reads the bytes that follow a block's head in small pieces.
bool SessionReader::isIntact(const SessionBlock &block)
{
    constexpr qint64 pieceSize = 64 * 1024;
    quint32 checksum = 0;
    for (qint64 left = block.packedSize; left > 0;) {
        const QByteArray piece = m_in.read(std::min(left, pieceSize));
        if (piece.isEmpty())
            return false;
        checksum = sessionChecksum(piece, checksum);
        left -= piece.size();
    }
    return checksum == block.checksum;
}

qint64 SessionReader::begin() const
{
    return m_blocks.empty() ? 0 : m_blocks.front().block.begin;
}

qsizetype SessionReader::partAt(qint64 at) const
{
    const auto later = std::upper_bound(m_blocks.begin(), m_blocks.end(), at,
                                        [](qint64 time, const Place &place) { return time < place.block.begin; });
    return std::max<qsizetype>(0, later - m_blocks.begin() - 1);
}

std::optional<SessionPart> SessionReader::part(qsizetype index)
{
    if (index < 0 || index >= partCount())
        return std::nullopt;
    const Place &place = m_blocks[size_t(index)];
    if (!m_in.seek(place.at))
        return std::nullopt;
    const auto content = unpackSessionBlock(place.block, m_in.read(place.block.packedSize));
    return content ? readSessionPart(*content) : std::nullopt;
}

} // namespace pushlab::wire
