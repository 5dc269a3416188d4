// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <vector>

namespace pushlab::push {

//! Counts, to the byte, how much payload of the frames written to a WebSocket client has gone out, also for a slow client. Keeps
//! the frames that still wait; large ones share memory with the socket's buffer. A plain class.
class SentPayload
{
public:
    //! Notes that whole frames with \a payload bytes of messages were written, which end at \a end in the stream; \a sent bytes
    //! of the stream have gone out.
    void wrote(const QByteArray &frames, qint64 payload, qint64 end, qint64 sent)
    {
        if (sent >= end && m_waiting.empty())
            m_payload += payload;
        else
            m_waiting.push_back({frames, payload, end});
    }

    //! As wrote(), for frames that are told apart as a whole.
    void wroteApart(const QByteArray &frames, qint64 end, qint64 sent)
    {
        if (sent >= end && m_waiting.empty())
            m_apart += frames.size();
        else
            m_waiting.push_back({frames, apartWhole, end});
    }

    //! The payload in the first \a sent bytes of the stream; \a sent never decreases.
    [[nodiscard]] qint64 upTo(qint64 sent);
    //! The bytes of the frames told apart, in what the last upTo() was asked about.
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
    qint64 m_payload = 0; //!< of the frames that have gone out completely
    qint64 m_apart = 0; //!< of the frames told apart that have gone out completely
    qint64 m_apartUnderWay = 0; //!< of a frame told apart that has gone out in part
};

} // namespace pushlab::push
