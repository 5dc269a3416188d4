// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/websocket/framemeter.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace pushlab::push {

//! Reads a client's frames before QWebSocket does, and works around its faults. QWebSocket 6.4 decodes each fragment of a text
//! separately, so that it refuses a text that is split inside a character, and drops U+FEFF at a text's beginning; texts are
//! therefore shown to it as binary messages, which it joins unchanged. It refuses the close codes 1012 to 1014; a Close is
//! therefore shown to it as a pong, which it reports in order. A plain class, one per connection.
class ClientFrames
{
public:
    //! Reads the next \a bytes of the stream, and relabels frames in them. Everything up to the returned offset may have changed;
    //! 0: nothing has.
    [[nodiscard]] qsizetype take(QByteArray &bytes);
    //! Counts bytes that are not read as frames any more.
    void count(QByteArrayView bytes) { m_meter.feed(bytes); }

    //! Whether a client sent a frame that is not allowed and that QWebSocket accepts (RFC 6455 5.1).
    [[nodiscard]] bool isFaulty() const { return m_isFaulty; }
    //! Whether the next byte begins a frame, and no fragmented message is incomplete.
    [[nodiscard]] bool isBetweenMessages() const { return !m_isInFragments && m_meter.nextStart(1) == 0; }
    [[nodiscard]] const protocol::FrameDecoder &decoder() const { return m_meter.decoder(); }
    //! Payload bytes of messages so far.
    [[nodiscard]] qint64 payload() const { return m_meter.payload(); }

    //! To be called for each binary message that QWebSocket returns, in order: returns whether it was sent as text.
    [[nodiscard]] bool takeWasText() { return !m_wasText.isEmpty() && m_wasText.takeFirst(); }
    //! To be called for each pong that QWebSocket returns, in order: returns whether it was sent as a Close.
    [[nodiscard]] bool takeWasClose();

private:
    char show(char first);

    FrameMeter m_meter;
    QList<bool> m_wasText; //!< of the messages that QWebSocket will return as binary; bounded by the unread bytes
    int m_pongs = 0; //!< number of pongs that QWebSocket will return before the Close
    bool m_hasClose = false;
    bool m_isInFragments = false;
    bool m_isFaulty = false;
};

struct CloseAnswer
{
    quint16 code = 0;
    QString reason;
};
//! The answer to a Close with \a payload: its own code, or the code for its fault.
[[nodiscard]] CloseAnswer answerToClose(QByteArrayView payload);

} // namespace pushlab::push
