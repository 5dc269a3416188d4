// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/io/socket/traffictap.h"
#include "server/traffic/owner.h"
#include "server/traffic/streamcutter.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <memory>
#include <vector>

namespace pushlab::io {
class CountingSocket;
}

namespace pushlab::traffic {

class RecordTaker;

//! The tap of one connection: joins its two directions, knows which answer is to which request, and whose they are. Owned by the
//! recorder; server's thread.
class ConnectionTap final : public io::TrafficTap, private StreamCutter::Sink
{
    Q_DISABLE_COPY_MOVE(ConnectionTap)

public:
    ConnectionTap(RecordTaker &taker, io::CountingSocket &socket, quint64 number);
    ~ConnectionTap();

    void arrived(QByteArrayView bytes) override;
    void sent(QByteArrayView bytes, const QByteArray *whole) override;
    void queued(QByteArrayView bytes) override;
    void flushed(qint64 count) override;
    void ended() override;
    void belongsTo(quint8 account, quint32 member) override;
    void carries(const io::Cargo &cargo) override;

    //! Whether a request that is handled now arrived before this tap was there.
    [[nodiscard]] bool lacksRequest() const { return m_asked.empty(); }
    void addMissed(QByteArrayView request); //!< that one, as the last that arrived
    void takeUnread(); //!< what arrived before this tap was there, and nobody has read
    void setRoom(const QString &room) { m_room = room; } //!< of the exchange in hand, when that is nobody's in particular

    // The state of a connection that was there before.
    void useFrames(const protocol::FrameDecoder &toHost);
    void useEvents(bool isChunked) { m_fromHost.useEvents(isChunked); }

    [[nodiscard]] quint64 number() const { return m_number; }
    [[nodiscard]] quint64 lastRecord() const { return m_lastRecord; } //!< number; 0: there is none
    [[nodiscard]] const Owner &owner() const { return *m_owner; }
    [[nodiscard]] io::CountingSocket &socket() const { return m_socket; }

private:
    //! A request without its answer.
    struct Asked
    {
        quint64 number = 0;
        qint64 end = 0; //!< when its last byte came
        StreamCutter::Expected expected;
        bool isUpgrade = false;
    };

    void onRecord(wire::TrafficRecord &&record, const StreamCutter::Shape &shape) override;
    [[nodiscard]] StreamCutter::Expected expected() const override;
    void addRequest(wire::TrafficRecord &&record, const StreamCutter::Shape &shape);
    void addAnswer(wire::TrafficRecord &&record, const StreamCutter::Shape &shape);
    void addFrame(wire::TrafficRecord &&record, const StreamCutter::Shape &shape);
    [[nodiscard]] bool addWholeFrame(const QByteArray &bytes);
    void refreshOwner();
    void claim(wire::TrafficRecord &record) const;
    void claimFrom(quint64 number, quint64 last) const;
    void number(wire::TrafficRecord &record, qint64 own);
    void numberArrived(qint64 first, qint64 last);
    quint64 add(wire::TrafficRecord &&record);

    // What each frame of a fan-out touches is together.
    RecordTaker &m_taker;
    const quint64 m_number;
    quint64 m_lastRecord = 0;
    std::shared_ptr<const Owner> m_owner; //!< of the exchange in hand
    int m_ownerGeneration = 0;
    io::Cargo m_cargo; //!< of what is sent next
    StreamCutter m_fromHost;

    StreamCutter m_toHost;
    io::CountingSocket &m_socket;
    std::deque<Asked> m_asked; //!< the front one is in hand
    quint64 m_stream = 0; //!< the request whose answer is open
    bool m_isUpgraded = false; //!< just now: whose the WebSocket is, is said afterwards
    std::deque<std::vector<quint64>> m_texts; //!< the frames of each message that arrived and is not numbered yet
    bool m_isInText = false; //!< further fragments of the last of these follow
    QString m_room;
    quint32 m_member = 0;
    quint8 m_account = 0;
    QByteArray m_queue; //!< what waits in the socket's buffer
    qsizetype m_flushed = 0; //!< the part of it that has gone out
    qint64 m_unseen = 0; //!< bytes that waited there before
};

} // namespace pushlab::traffic
