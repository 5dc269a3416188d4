// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <vector>

namespace pushlab::push {

//! How much payload is in the bytes that have gone out to a WebSocket client, to the byte, also for one that reads slowly: of
//! its frames those that still wait are kept, which are shared with the socket's buffer where they are large. A plain class.
class SentPayload
{
public:
    //! Whole frames with \a payload bytes of messages in them were written and end at \a end in the stream, of which \a sent
    //! bytes have gone out.
    void wrote(const QByteArray &frames, qint64 payload, qint64 end, qint64 sent)
    {
        if (sent >= end && m_waiting.empty())
            m_payload += payload;
        else
            m_waiting.push_back({frames, payload, end});
    }

    //! The same of frames that are to be told apart whole.
    void wroteApart(const QByteArray &frames, qint64 end, qint64 sent)
    {
        if (sent >= end && m_waiting.empty())
            m_apart += frames.size();
        else
            m_waiting.push_back({frames, apartWhole, end});
    }

    //! Of the first \a sent bytes of the stream; never fewer than before.
    [[nodiscard]] qint64 upTo(qint64 sent);
    //! The frames told apart, to the byte, in what the last upTo() was asked about.
    [[nodiscard]] qint64 apart() const { return m_apart + m_apartUnderWay; }

private:
    static constexpr qint64 apartWhole = -1;

    struct Waiting
    {
        QByteArray frames;
        qint64 payload; //!< or apartWhole
        qint64 end;
    };

    std::vector<Waiting> m_waiting; //!< in the order of writing
    qint64 m_payload = 0; //!< of what has gone out whole
    qint64 m_apart = 0; //!< likewise
    qint64 m_apartUnderWay = 0; //!< of the frames that have not
};

} // namespace pushlab::push
