// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/answers.h"
#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace pushlab::push {

//! Encoded answers for all requests at the same position, each encoded once. Their bodies are shared, so that the HTTP server
//! frames them once, too. A plain class; server's thread.
class AnswerCache
{
public:
    //! queueAnswer() of the message \a seq, which must be in the log.
    [[nodiscard]] const QByteArray &queued(const room::RoomLog &log, qint64 seq);

    //! messagesAnswer() for the log's present epoch; the time in it may be up to maxAge ms older than \a now.
    [[nodiscard]] const Batch &messages(const room::RoomLog &log, qint64 after, double now, bool withControl);

    //! The result of pollAnswer().
    [[nodiscard]] const Batch &polled(const room::RoomLog &log, qint64 index);

    static constexpr double maxAge = 1;

    void forget() { *this = {}; } //!< a message that may be in it was withdrawn

private:
    struct Queued
    {
        QString epoch;
        qint64 seq = 0;
        QByteArray body;
    };
    //! An answer for one position of one log in a certain state.
    struct Placed
    {
        QString epoch;
        qint64 after = -1;
        qint64 next = -1;
        qint64 oldest = -1;
        double time = 0;
        Batch batch;

        [[nodiscard]] bool isOf(const room::RoomLog &log, qint64 place) const;
        void set(const room::RoomLog &log, qint64 place, Batch &&answer);
    };

    Queued m_queued;
    std::array<Placed, 2> m_messages; //!< index 0: without control entries, 1: with them
    Placed m_polled;
};

} // namespace pushlab::push
