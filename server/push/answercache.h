// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/push/answers.h"
#include "server/room/roomlog.h"

#include <QByteArray>
#include <QString>

namespace pushlab::push {

//! Answers that all who are at the same place get, encoded once. Their bodies are shared, so that the HTTP server
//! frames them once, too. A plain class; server's thread.
class AnswerCache
{
public:
    //! queueAnswer() of the message \a seq, which the log must hold.
    [[nodiscard]] const QByteArray &queued(const room::RoomLog &log, qint64 seq);

    //! messagesAnswer() of the log's own epoch; the time in it may be up to maxAge ms older than \a now.
    [[nodiscard]] const Batch &messages(const room::RoomLog &log, qint64 after, double now, bool withControl);

    //! pollAnswer().
    [[nodiscard]] const Batch &polled(const room::RoomLog &log, qint64 index);

    static constexpr double maxAge = 1;

private:
    struct Queued
    {
        QString epoch;
        qint64 seq = 0;
        QByteArray body;
    };
    struct Place
    {
        QString epoch;
        qint64 after = -1;
        qint64 next = -1;
        qint64 oldest = -1;
        bool withControl = false;

        friend bool operator==(const Place &, const Place &) = default;
    };

    [[nodiscard]] static Place placeIn(const room::RoomLog &log, qint64 after, bool withControl);

    Queued m_queued;
    Place m_messagesPlace;
    double m_messagesTime = 0;
    Batch m_messages;
    Place m_polledPlace;
    Batch m_polled;
};

} // namespace pushlab::push
