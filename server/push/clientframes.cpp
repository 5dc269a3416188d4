// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/clientframes.h"

#include <utility>

namespace pushlab::push {

namespace {

// The first byte of a frame (RFC 6455 5.2): FIN, the reserved bits, the opcode.
constexpr char finBit = char(0x80);
constexpr char text = char(protocol::Opcode::Text);
constexpr char binary = char(protocol::Opcode::Binary);

} // namespace

qsizetype ClientFrames::take(QByteArray &bytes)
{
    qsizetype changed = 0;
    char *const begin = bytes.data();
    QByteArrayView rest(begin, bytes.size());
    while (!rest.isEmpty()) {
        if (const auto start = m_meter.nextStart(rest.size())) {
            // At its first byte: QWebSocket reads a header as soon as it has two.
            const qsizetype at = bytes.size() - rest.size() + *start;
            const char shown = show(begin[at]);
            if (std::exchange(begin[at], shown) != shown)
                changed = at + 1;
        }
        const auto header = m_meter.next(rest);
        m_isFaulty = m_isFaulty || (header && !header->isMasked); // QWebSocket 6.4 takes unmasked frames
    }
    return changed;
}

//! What QWebSocket is to see in the place of a frame's first byte.
char ClientFrames::show(char first)
{
    const char fin = char(first & finBit);
    const char kind = char(first ^ fin); // with a reserved bit it is none of these
    if (kind != text && kind != binary)
        return first;
    m_wasText.append(kind == text);
    return char(fin | binary);
}

} // namespace pushlab::push
