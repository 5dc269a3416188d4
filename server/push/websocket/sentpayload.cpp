// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/sentpayload.h"

#include "server/push/websocket/framemeter.h"

namespace pushlab::push {

qint64 SentPayload::upTo(qint64 sent)
{
    auto first = m_waiting.begin();
    for (; first != m_waiting.end() && first->end <= sent; ++first) {
        if (first->payload == apartWhole)
            m_apart += first->frames.size();
        else
            m_payload += first->payload;
    }
    m_waiting.erase(m_waiting.begin(), first);
    m_apartUnderWay = 0;
    if (m_waiting.empty()) {
        m_waiting = {};
        return m_payload;
    }
    const Waiting &next = m_waiting.front();
    const qint64 begin = next.end - next.frames.size();
    if (sent <= begin)
        return m_payload;
    if (next.payload == apartWhole) {
        m_apartUnderWay = sent - begin;
        return m_payload;
    }
    FrameMeter part;
    part.feed(QByteArrayView(next.frames).first(sent - begin));
    return m_payload + part.payload();
}

} // namespace pushlab::push
