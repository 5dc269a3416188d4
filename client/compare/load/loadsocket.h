// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QSocketNotifier>

#include <memory>

namespace pushlab::compare {

//! The owner of a LoadSocket, which may close or open the socket from within each call.
class SocketUser
{
public:
    virtual void onOpen() = 0;
    virtual void onBytes(QByteArrayView bytes) = 0; //!< valid only during the call
    virtual void onClosed() = 0; //!< the connection was refused, closed by the host, or broken; never called after close()

protected:
    ~SocketUser() = default;
};

//! The totals of a LoadSocket over all its connections.
struct SocketTotals
{
    qint64 bytes = 0; //!< TCP payload, both directions
    qint64 segments = 0; //!< both directions, retransmissions included
    qint64 segmentBytes = 0; //!< an estimate of IP and TCP headers with time stamps, without the options of opening segments
    qint64 connections = 0; //!< established

    SocketTotals &operator+=(const SocketTotals &other);
};

//! A non-blocking TCP socket with TCP_NODELAY. Takes about 500 bytes and buffers nothing while idle. Owned by a virtual client,
//! in the load's thread.
class LoadSocket final
{
    Q_DISABLE_COPY_MOVE(LoadSocket)

public:
    explicit LoadSocket(SocketUser &user) : m_user(user) {}
    ~LoadSocket();

    //! Begins to connect; onOpen() or onClosed() follows from the event loop. Closes the present connection first.
    void open(const QHostAddress &address, quint16 port);
    void close();
    void send(QByteArrayView bytes); //!< when open; buffers what the kernel does not take

    [[nodiscard]] bool isClosed() const { return m_descriptor < 0; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] SocketTotals totals() const; //!< asks the kernel when open

private:
    // A notifier must not be deleted while its own signal is emitted.
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
    Notifier m_writing; // exists while connecting, or while bytes wait
    QByteArray m_waiting;
    SocketTotals m_closed; // segments of closed connections, and bytes of all
    int m_descriptor = -1;
    bool m_isOpen = false;
};

} // namespace pushlab::compare
