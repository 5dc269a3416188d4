// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QSocketNotifier>

#include <memory>

namespace pushlab::compare {

//! The user of a LoadSocket, which may close or open it from within each call.
class SocketUser
{
public:
    virtual void onOpen() = 0;
    virtual void onBytes(QByteArrayView bytes) = 0; //!< valid during the call only
    virtual void onClosed() = 0; //!< refused, closed by the host, or broken; never after close()

protected:
    ~SocketUser() = default;
};

//! What has passed a LoadSocket since it was made, over all its connections.
struct SocketTotals
{
    qint64 bytes = 0; //!< TCP payload, both directions
    qint64 segments = 0; //!< both directions, retransmissions included
    qint64 segmentBytes = 0; //!< estimated: IP, TCP and time stamps, without the options of the opening
    qint64 connections = 0; //!< established

    SocketTotals &operator+=(const SocketTotals &other);
};

//! A plain non-blocking TCP socket with TCP_NODELAY. About 500 bytes, nothing buffered when idle. Owned by a virtual client, in
//! the load's thread.
class LoadSocket final
{
    Q_DISABLE_COPY_MOVE(LoadSocket)

public:
    explicit LoadSocket(SocketUser &user) : m_user(user) {}
    ~LoadSocket();

    //! Begins to connect; onOpen() or onClosed() follows from the event loop. Closes what was there.
    void open(const QHostAddress &address, quint16 port);
    void close();
    void send(QByteArrayView bytes); //!< when open; what the kernel does not take waits

    [[nodiscard]] bool isClosed() const { return m_descriptor < 0; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] SocketTotals totals() const; //!< asks the kernel when open

private:
    // A notifier may not be deleted within its own signal.
    struct DeleteLater
    {
        void operator()(QSocketNotifier *notifier) const;
    };
    using Notifier = std::unique_ptr<QSocketNotifier, DeleteLater>;

    void onReadable();
    void onWritable();
    void fail();

    SocketUser &m_user;
    Notifier m_reading;
    Notifier m_writing; // while connecting, or something waits
    QByteArray m_waiting;
    SocketTotals m_closed; // of connections that are no more; the bytes of all
    int m_descriptor = -1;
    bool m_isOpen = false;
};

} // namespace pushlab::compare
