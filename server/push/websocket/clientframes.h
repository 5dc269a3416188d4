// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/websocket/framemeter.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace pushlab::push {

//! Goes over the frames of a client before QWebSocket reads them. QWebSocket 6.4 decodes each fragment of a text by itself,
//! so that it refuses a text that is split inside a character, and drops U+FEFF at a text's beginning: texts are shown to it
//! as binary, which it joins as it is. It refuses the close codes 1012 to 1014: a Close is shown to it as a pong, of which it
//! tells in its turn. A plain class, one per connection.
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
    //! Whether what comes next begins a frame, and no message is under way in fragments.
    [[nodiscard]] bool isBetweenMessages() const { return !m_isInFragments && m_meter.nextStart(1) == 0; }
    //! Bytes of messages so far.
    [[nodiscard]] qint64 payload() const { return m_meter.payload(); }

    //! To be called for each binary message that comes out of QWebSocket, in order: whether it was sent as text.
    [[nodiscard]] bool takeWasText() { return !m_wasText.isEmpty() && m_wasText.takeFirst(); }
    //! The same for each pong: whether it was sent as a Close.
    [[nodiscard]] bool takeWasClose();

private:
    char show(char first);

    FrameMeter m_meter;
    QList<bool> m_wasText; //!< of the messages that QWebSocket will give out as binary; what waits unread bounds them
    int m_pongs = 0; //!< that QWebSocket will give out before the Close
    bool m_hasClose = false;
    bool m_isInFragments = false;
    bool m_isFaulty = false;
};

struct CloseAnswer
{
    quint16 code = 0;
    QString reason;
};
//! How a Close with \a payload is answered: by its own code, or for what is wrong with it.
[[nodiscard]] CloseAnswer answerToClose(QByteArrayView payload);

} // namespace pushlab::push
