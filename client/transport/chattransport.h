// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/hostframe.h"
#include "server/protocol/message.h"
#include "server/protocol/messagebatch.h"
#include "server/protocol/roominfo.h"
#include "server/protocol/technique.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>

namespace pushlab::transport {

//! The host and room of a transport, and the member that uses it.
struct Endpoint
{
    QUrl host; //!< http://ADDRESS:PORT or https://…, path ignored
    QString room;
    QString member; //!< the client's id
    QString name; //!< the member's shown name
    QByteArray fingerprint = {}; //!< SHA-256 of a host's certificate that the user trusts without an authority; may be empty
    QByteArray token{}; //!< for connections that do not use the network manager; empty: none
};

//! A client's position in the room's log.
struct Cursor
{
    QString epoch; //!< empty before the first answer
    qint64 after = 0; //!< number of the last entry received
};

//! The pace that the host or the user asks for.
struct Pace
{
    std::chrono::milliseconds pollInterval{2000};
    std::chrono::milliseconds hold{10000};
};

//! One technique on the client's side. It is started once, with a cursor, and discarded when the technique changes, so it keeps
//! no state that must survive. It reports what it receives without interpreting it. Lives in the thread of its ChatClient.
class ChatTransport : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatTransport)

public:
    //! What it is doing, to be shown to the user.
    enum class Phase : quint8 { Connecting, Waiting, Pausing, Connected };

    ~ChatTransport() override;

    [[nodiscard]] virtual protocol::Technique technique() const = 0;

    //! Requests what follows \a cursor from now on; batchReceived() is emitted whenever there is something.
    virtual void start(const Cursor &cursor, const Pace &pace) = 0;

    //! Asks the host to append a message. One of acknowledged(), refused() and sendFailed() follows for its id, once, unless the
    //! transport is stopped or fails earlier. May be called at any time after start().
    virtual void send(const protocol::Outgoing &outgoing) = 0;

    //! The number of messages that may be sent without waiting for answers and still arrive in order.
    [[nodiscard]] virtual int sendWindow() const { return 1; }

    //! Drops everything that is open; emits nothing afterwards.
    virtual void stop() = 0;

Q_SIGNALS:
    //! An answer has come, possibly without messages. The emitter moves its own cursor to batch.next.
    void batchReceived(const pushlab::protocol::MessageBatch &batch);
    //! Server-sent events and WebSocket only: the room's state at the beginning.
    void welcomed(const pushlab::protocol::RoomInfo &info);
    void acknowledged(const pushlab::protocol::Ack &ack);
    void refused(const pushlab::protocol::Refusal &refusal); //!< final: it would be refused again
    void sendFailed(const QString &id); //!< there was no answer: to be sent again
    //! \a length: the duration of a pause.
    void phaseChanged(pushlab::transport::ChatTransport::Phase phase, std::chrono::milliseconds length);
    void requestMade(); //!< a request for messages was sent (WebSocket: a handshake)
    //! Bodies of a request and its answer, or contents of frames and events, as a page can count them, too.
    void payloadCarried(qint64 up, qint64 down);
    //! The host refuses this client; as lost(), but another attempt would not help.
    void accessDenied(const pushlab::protocol::Refusal &refusal);
    void lost(const QString &reason); //!< the connection failed; the transport must be replaced

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
