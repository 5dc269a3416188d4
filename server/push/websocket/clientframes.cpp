// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/clientframes.h"

#include <QtEndian>

#include <utility>

namespace pushlab::push {

using namespace Qt::Literals::StringLiterals;

namespace {

// The first byte of a frame (RFC 6455 5.2): FIN, the reserved bits, the opcode.
constexpr char finBit = char(0x80);
constexpr char continuation = char(protocol::Opcode::Continuation);
constexpr char textKind = char(protocol::Opcode::Text);
constexpr char binaryKind = char(protocol::Opcode::Binary);
constexpr char closing = char(protocol::Opcode::Close);
constexpr char pong = char(protocol::Opcode::Pong);

// RFC 6455 7.4.1
constexpr quint16 closeNormal = 1000;
constexpr quint16 closeProtocolError = 1002;
constexpr quint16 closeNotUtf8 = 1007;

// RFC 6455 7.4, and 1012 to 1014, which were registered later.
bool mayBeSent(quint16 code)
{
    return (code >= 1000 && code <= 1014 && (code < 1004 || code > 1006)) || (code >= 3000 && code <= 4999);
}

} // namespace

qsizetype ClientFrames::take(QByteArray &bytes)
{
    qsizetype changed = 0;
    char *const begin = bytes.data();
    QByteArrayView rest(begin, bytes.size());
    while (!rest.isEmpty()) {
        if (const auto start = m_meter.nextStart(rest.size())) {
            // QWebSocket reads a header as soon as it has two bytes, so the first byte is changed at once.
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

//! The first byte of a frame as QWebSocket is to see it.
char ClientFrames::show(char first)
{
    const char fin = char(first & finBit);
    const char kind = char(first ^ fin); // reserved bits make it none of these
    if (kind == continuation)
        m_isInFragments = m_isInFragments && fin == 0;
    if (kind == textKind || kind == binaryKind) {
        m_isInFragments = fin == 0;
        m_wasText.append(kind == textKind);
        return char(fin | binaryKind);
    }
    if (kind == pong && !m_hasClose)
        ++m_pongs;
    if (kind != closing)
        return first;
    m_hasClose = true;
    return char(fin | pong);
}

bool ClientFrames::takeWasClose()
{
    if (m_pongs == 0)
        return m_hasClose;
    --m_pongs;
    return false;
}

CloseAnswer answerToClose(QByteArrayView payload)
{
    if (payload.isEmpty())
        return {closeNormal, {}};
    if (payload.size() == 1)
        return {closeProtocolError, u"A close code has two bytes (RFC 6455 5.5.1)."_s};
    const auto code = qFromBigEndian<quint16>(payload.data());
    if (!mayBeSent(code))
        return {closeProtocolError, u"A close code that may not be sent (RFC 6455 7.4)."_s};
    if (!payload.sliced(2).isValidUtf8())
        return {closeNotUtf8, u"A close reason must be UTF-8 (RFC 6455 5.5.1)."_s};
    return {code, {}};
}

} // namespace pushlab::push
