// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/chunkreader.h"

#include <algorithm>

namespace pushlab::traffic {

namespace {

constexpr qint64 mostChunk = qint64(1) << 40; // above it, a digit more would overflow before long

int hexDigit(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    const char lower = char(byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

void ChunkReader::readSize(char byte)
{
    m_isFresh = false;
    if (byte == '\n') {
        m_state = m_left > 0 ? State::Data : State::Trailer;
        m_isInExtension = false;
        m_line = 0;
        return;
    }
    const int digit = hexDigit(byte);
    m_isInExtension = m_isInExtension || digit < 0;
    if (!m_isInExtension && m_left < mostChunk)
        m_left = 16 * m_left + digit;
}

ChunkReader::Run ChunkReader::next(QByteArrayView bytes)
{
    if (m_state == State::Data) {
        const auto size = qsizetype(std::min<qint64>(m_left, bytes.size()));
        m_left -= size;
        if (m_left == 0)
            m_state = State::End;
        return {size, true};
    }
    qsizetype size = 0;
    while (size < bytes.size() && m_state != State::Data && m_state != State::Over) {
        const char byte = bytes[size++];
        if (m_state == State::Size) {
            readSize(byte);
        } else if (m_state == State::Trailer) {
            if (byte == '\n' && m_line == 0)
                m_state = State::Over;
            else if (byte == '\n')
                m_line = 0;
            else
                m_line += byte != '\r';
        } else if (byte == '\n') { // of End
            m_state = State::Size;
            m_isFresh = true;
            break; // so that the next chunk can belong to somebody else
        }
    }
    return {size, false};
}

} // namespace pushlab::traffic
