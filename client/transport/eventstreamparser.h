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
    QByteArray type; //!< "message" unless the stream sets another one
    QByteArray data; //!< its lines, separated by line feeds
    QByteArray id; //!< the last id in the stream, set by this event or an earlier one

    friend bool operator==(const StreamEvent &, const StreamEvent &) = default;
};

//! Parses events from a stream (HTML Standard 9.2.6), however its bytes are split. A plain class, one per stream.
class EventStreamParser final
{
public:
    //! Parses all of \a bytes; returns the events that they complete.
    [[nodiscard]] std::vector<StreamEvent> feed(QByteArrayView bytes);

    //! An event or a line has exceeded maxEventBytes: further input is ignored.
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }
    //! The time that the stream asks readers to wait before they reconnect; nullopt when it does not.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }
    //! The value of Last-Event-ID for a reader that reconnects; empty when the stream has set no id.
    [[nodiscard]] const QByteArray &lastEventId() const { return m_lastId; }

    static constexpr qsizetype maxEventBytes = 1024 * 1024; //!< far above what a host sends

private:
    void takeLine(QByteArrayView line, std::vector<StreamEvent> &events);
    void takeField(QByteArrayView name, QByteArrayView value);
    void dispatch(std::vector<StreamEvent> &events);
    void skipByteOrderMark();

    QByteArray m_line; //!< the part of a line that has arrived; at the beginning, with the bytes that may be a byte order mark
    QByteArray m_type;
    QByteArray m_data; //!< each line is followed by a line feed
    QByteArray m_id;
    QByteArray m_lastId;
    std::optional<std::chrono::milliseconds> m_retry;
    bool m_isAtBeginning = true; //!< no byte was parsed after a possible byte order mark
    bool m_wasReturn = false; //!< the last line ended with a carriage return, which a line feed may follow
    bool m_isTooLong = false;
};

} // namespace pushlab::transport
