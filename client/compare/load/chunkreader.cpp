// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/chunkreader.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace pushlab::compare {

namespace {

constexpr qsizetype lineEnd = 2;
constexpr qsizetype maxSizeLine = 64;

} // namespace

ChunkReader::State ChunkReader::feed(QByteArrayView &bytes)
{
    if (std::exchange(m_isNew, false)) {
        m_chunk.resize(0);
        m_wireBytes = 0;
    }
    while (!bytes.isEmpty()) {
        if (!m_isInChunk) {
            const qsizetype end = bytes.indexOf('\n');
            const qsizetype taken = end < 0 ? bytes.size() : end + 1;
            m_line.append(bytes.first(taken));
            m_wireBytes += taken;
            bytes = bytes.sliced(taken);
            if (m_line.size() > maxSizeLine)
                return State::Malformed;
            if (end < 0)
                break;
            if (!takeSize())
                return State::Malformed;
            continue;
        }
        const qsizetype taken = std::min(m_left, bytes.size());
        m_chunk.append(bytes.first(taken));
        m_wireBytes += taken;
        m_left -= taken;
        bytes = bytes.sliced(taken);
        if (m_left > 0)
            break;
        m_isInChunk = false;
        m_isNew = true;
        if (!m_chunk.endsWith("\r\n"))
            return State::Malformed;
        m_chunk.chop(lineEnd);
        return m_chunk.isEmpty() ? State::Last : State::Chunk;
    }
    return State::NeedMore;
}

//! Extensions, behind a semicolon, are ignored (RFC 9112 7.1.1).
bool ChunkReader::takeSize()
{
    const qsizetype extension = m_line.indexOf(';');
    const QByteArray size = m_line.first(extension < 0 ? m_line.size() : extension).trimmed();
    m_line.resize(0);
    const bool isHex = std::all_of(size.begin(), size.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)); });
    bool isNumber = false;
    const qlonglong count = size.toLongLong(&isNumber, 16);
    if (!isHex || !isNumber || count > maxChunkBytes)
        return false;
    m_left = qsizetype(count) + lineEnd;
    m_isInChunk = true;
    return true;
}

} // namespace pushlab::compare
