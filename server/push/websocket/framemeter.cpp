// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/framemeter.h"

#include <algorithm>

namespace pushlab::push {

bool FrameMeter::feed(QByteArrayView bytes)
{
    bool isAllowed = true;
    while (!bytes.isEmpty()) {
        const auto header = next(bytes);
        isAllowed = isAllowed && (!header || header->isMasked); // QWebSocket 6.4 takes unmasked frames
    }
    return isAllowed;
}

std::optional<protocol::FrameHeader> FrameMeter::next(QByteArrayView &bytes)
{
    if (m_isData)
        m_payload += qint64(std::min(m_decoder.payloadLeft(), quint64(bytes.size())));
    const auto header = m_decoder.next(bytes);
    if (header)
        m_isData = header->opcode < quint8(protocol::Opcode::Close);
    return header;
}

} // namespace pushlab::push
