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

//! A stream of server-sent events out of a room: a place in the room's log that is kept at its end. Owned by EventStreams;
//! server's thread.
class EventStream final : public QObject, private room::Subscriber, private http::StreamListener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStream)

public:
    //! From where its reader wants to go on.
    struct Start
    {
        qint64 after = 0;
        QString epoch; //!< empty: not named
        bool withControl = false; //!< takes control entries, which are left out else
    };

    //! Enters \a room, which stays while it is in it. Nothing is sent before open().
    EventStream(const Context &context, room::Room &room, const room::MemberIdentity &identity, EventCache &cache);
    ~EventStream() override;

    //! Answers the request: begins the stream.
    void open(const Start &start, http::Responder responder);

    //! Ends it; whoever reads it may come back.
    void end();
    [[nodiscard]] bool isOpen() const { return m_stream.isOpen(); }

    //! Brings the ledger up to the last byte.
    void record();
    //! Looks whether a comment is due.
    void checkClocks(std::chrono::steady_clock::time_point now);
    [[nodiscard]] const room::MemberIdentity &identity() const { return m_identity; }

Q_SIGNALS:
    void closed(); //!< once; it may be deleted later

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
    qint64 m_cursor = 0; //!< how far it has been written
    qint64 m_known = 0; //!< messages up to this number may be history; the greatest while the member's own counts
    qint64 m_delivered = 0; //!< not told to the member's counters yet
    qint64 m_history = 0; //!< likewise
    EventCache &m_cache;
    room::Room &m_room;
    const Context &m_context;
    room::Member *m_countedAt = nullptr; //!< among whose connections it is: stays until it has left them
    ledger::UsageId m_usage = 0;
    bool m_withControl = false;
    bool m_isReplaying = true; //!< has not been at the end of the log yet
    bool m_isGoingOn = false; //!< the next turn of the replay is posted
    bool m_isInRoom = false;
    bool m_isClosed = false;
    room::MemberIdentity m_identity;
    std::chrono::steady_clock::time_point m_lastComment;
};

} // namespace pushlab::push
