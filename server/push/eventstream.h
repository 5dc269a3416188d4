// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/responder.h"
#include "server/push/context.h"
#include "server/push/eventcache.h"
#include "server/room/room.h"

#include <QObject>

#include <chrono>

namespace pushlab::push {

//! A stream of server-sent events of a room, at its position in the room's log. Owned by EventStreams; server's thread.
class EventStream final : public QObject, private room::Subscriber, private http::StreamListener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStream)

public:
    //! The position from which the reader wants to continue.
    struct Start
    {
        qint64 after = 0;
        QString epoch; //!< empty: not given
        bool withControl = false; //!< the reader takes control entries
    };

    //! Enters \a room, which must stay while the stream is in it. Sends nothing before open().
    EventStream(const Context &context, room::Room &room, const room::MemberIdentity &identity, EventCache &cache);
    ~EventStream() override;

    //! Answers the request with the head of the stream.
    void open(const Start &start, http::Responder responder);

    //! Ends the stream; its reader may connect again.
    void end();
    [[nodiscard]] bool isOpen() const { return m_stream.isOpen(); }

    //! Updates the ledger to the last byte.
    void record();
    //! Checks whether a comment is due.
    void checkClocks(std::chrono::steady_clock::time_point now);
    [[nodiscard]] const room::MemberIdentity &identity() const { return m_identity; }

Q_SIGNALS:
    void closed(); //!< emitted once; the object may be deleted later

private:
    bool deliver() override;
    void onEpochChanged() override;
    void prefetch() const override { m_stream.prefetch(); }
    [[nodiscard]] const room::MemberIdentity *reader() const override { return &m_identity; }
    void evict(bool isBanned) override;
    void share(room::Member &member) override;
    void onStreamDrained() override;
    void onStreamEnded() override;

    [[nodiscard]] QByteArray welcome() const;
    void tellGap();
    void resume();
    [[nodiscard]] bool writeStretch();
    void leave();
    void tellClosed();

    http::StreamResponder m_stream;
    qint64 m_cursor = 0; //!< number of the last entry written
    qint64 m_known = 0; //!< messages up to this number may be history; the greatest value while the member's own number decides
    qint64 m_delivered = 0; //!< messages not yet added to the member's counters
    qint64 m_history = 0; //!< messages of history not yet added
    EventCache &m_cache;
    room::Room &m_room;
    const Context &m_context;
    ledger::Usage &m_counters; //!< of its account
    room::Member *m_countedAt = nullptr; //!< the member that counts it as a connection; exists until the stream has left
    ledger::UsageId m_usage = 0;
    bool m_withControl = false;
    bool m_isReplaying = true; //!< has not reached the end of the log yet
    bool m_isGoingOn = false; //!< the next step of the replay is posted
    bool m_isInRoom = false;
    bool m_isClosed = false;
    room::MemberIdentity m_identity;
    std::chrono::steady_clock::time_point m_lastComment;
};

} // namespace pushlab::push
