// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/hostframe.h"
#include "server/protocol/message.h"
#include "server/protocol/messagecodec.h"
#include "server/protocol/roominfo.h"
#include "server/protocol/technique.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>

namespace pushlab::transport {

//! Whom a transport talks for and to.
struct Endpoint
{
    QUrl host; //!< http://ADDRESS:PORT or https://…, path ignored
    QString room;
    QString member; //!< opaque id that the client drew
    QString name; //!< the name it shows
    QByteArray fingerprint = {}; //!< SHA-256 of the host's certificate, trusted though no authority vouches for it; may be empty
    QByteArray token{}; //!< a token, for what does not go through the network manager; empty: none
};

//! Where a client stands in the room's log.
struct Cursor
{
    QString epoch; //!< empty before the first answer
    qint64 after = 0; //!< number of the last message taken
};

//! Pace that the host asks for, or the user.
struct Pace
{
    std::chrono::milliseconds pollInterval{2000};
    std::chrono::milliseconds hold{10000};
};

//! One technique on the client's side. Started once, with a cursor, and thrown away at a switch: it keeps no state that
//! must survive. It reports what came in and never decides what it means. Lives in the thread of its ChatClient.
class ChatTransport : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatTransport)

public:
    //! What it is doing, for the words that the user reads.
    enum class Phase : quint8 { Connecting, Waiting, Pausing, Connected };

    ~ChatTransport() override;

    [[nodiscard]] virtual protocol::Technique technique() const = 0;

    //! Asks for what comes after \a cursor from now on; batchReceived() follows as often as there is something.
    virtual void start(const Cursor &cursor, const Pace &pace) = 0;

    //! Asks the host to append; acknowledged(), refused() or sendFailed() follows, once, for its id,
    //! unless the transport is stopped or fails before. May be called at any time after start().
    virtual void send(const protocol::Outgoing &outgoing) = 0;

    //! How many sends may be under way at once and still arrive in their order.
    [[nodiscard]] virtual int sendWindow() const { return 1; }

    //! Drops everything under way; nothing is emitted afterwards.
    virtual void stop() = 0;

Q_SIGNALS:
    //! An answer came, perhaps without messages. The sender moves its own cursor to batch.next by itself.
    void batchReceived(const pushlab::protocol::MessageBatch &batch);
    //! WebSocket only: what the host said at the start.
    void welcomed(const pushlab::protocol::RoomInfo &info);
    void acknowledged(const pushlab::protocol::Ack &ack);
    void refused(const pushlab::protocol::Refusal &refusal); //!< final: a retry would be refused again
    void sendFailed(const QString &id); //!< no answer: to be retried
    void phaseChanged(pushlab::transport::ChatTransport::Phase phase, std::chrono::milliseconds length); //!< length: of a pause
    void requestMade(); //!< one request that asks for messages left (WebSocket: one handshake)
    //! The host refuses this client as such; as lost(), but trying again would not help.
    void accessDenied(const pushlab::protocol::Refusal &refusal);
    void lost(const QString &reason); //!< the connection failed; the transport is dead and must be replaced

protected:
    explicit ChatTransport(QObject *parent = nullptr);

    //! Started, and neither stopped nor lost.
    [[nodiscard]] virtual bool isRunning() const = 0;
    //! Hands on what has come and still waits for the rest of its batch.
    virtual void flush() {}
    //! The two endings. What came before is good and is handed on first; whoever takes it may stop the transport.
    void fail(const QString &reason); //!< with lost()
    void denyAccess(const protocol::Refusal &refusal); //!< with accessDenied()

private:
    [[nodiscard]] bool end();
};

} // namespace pushlab::transport
