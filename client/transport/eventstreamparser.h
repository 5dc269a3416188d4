// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>
#include <vector>

namespace pushlab::transport {

//! One event of a stream, as a browser's EventSource would dispatch it.
struct StreamEvent
{
    QByteArray type; //!< "message" unless the stream says otherwise
    QByteArray data; //!< its lines with a line feed between them
    QByteArray id; //!< the id that was given last, by this event or one before it

    friend bool operator==(const StreamEvent &, const StreamEvent &) = default;
};

//! Takes events out of a stream (HTML Standard 9.2.6), however its bytes are cut. A plain class, one a stream.
class EventStreamParser final
{
public:
    //! Takes all of \a bytes; returns the events that they complete.
    [[nodiscard]] std::vector<StreamEvent> feed(QByteArrayView bytes);

    //! An event or a line has grown past maxEventBytes: nothing more is taken.
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }
    //! What the stream asks its reader to wait before it connects again, if it does.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }
    //! What a reader that connects again says it has read; empty when the stream has given no id.
    [[nodiscard]] const QByteArray &lastEventId() const { return m_lastId; }

    static constexpr qsizetype maxEventBytes = 1024 * 1024; //!< far above what a host sends

private:
    void takeLine(QByteArrayView line, std::vector<StreamEvent> &events);
    void takeField(QByteArrayView name, QByteArrayView value);
    void dispatch(std::vector<StreamEvent> &events);
    void skipByteOrderMark();

    QByteArray m_line; //!< of a line, what has come; with the three bytes that may be a mark, at the beginning
    QByteArray m_type;
    QByteArray m_data; //!< each line with a line feed behind it
    QByteArray m_id;
    QByteArray m_lastId;
    std::optional<std::chrono::milliseconds> m_retry;
    bool m_isAtBeginning = true; //!< of the stream: a byte order mark may come
    bool m_wasReturn = false; //!< the last line ended with a carriage return, of which a line feed may be the other half
    bool m_isTooLong = false;
};

} // namespace pushlab::transport
