// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/framemeter.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushlab::push {

//! Goes over the frames of a client before QWebSocket reads them. QWebSocket 6.4 decodes each fragment of a text by itself,
//! so that it refuses a text that is split inside a character, and drops U+FEFF at a text's beginning. Texts are therefore
//! shown to it as binary, which it joins as it is. A plain class, one a connection.
class ClientFrames
{
public:
    //! Takes the next \a bytes of the stream, and relabels in them what QWebSocket is to take for something else: everything
    //! up to the number returned may have changed; 0: nothing has.
    [[nodiscard]] qsizetype take(QByteArray &bytes);
    //! Takes bytes that nobody will read as frames any more.
    void count(QByteArrayView bytes) { m_meter.feed(bytes); }

    //! Whether there was a frame that a client may not send, where QWebSocket does not look (RFC 6455 5.1).
    [[nodiscard]] bool isFaulty() const { return m_isFaulty; }
    //! Bytes of messages so far.
    [[nodiscard]] qint64 payload() const { return m_meter.payload(); }

    //! To be called for each binary message that comes out of QWebSocket, in order: whether it was sent as text.
    [[nodiscard]] bool takeWasText() { return !m_wasText.isEmpty() && m_wasText.takeFirst(); }

private:
    char show(char first);

    FrameMeter m_meter;
    QList<bool> m_wasText; //!< of the messages that QWebSocket will give out as binary; what waits unread bounds them
    bool m_isFaulty = false;
};

} // namespace pushlab::push
