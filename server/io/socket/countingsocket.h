// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/loop/directreader.h"
#include "server/base/loop/streamendlistener.h"
#include "server/base/tcpsegments.h"
#include "server/io/socket/socketlayers.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QTcpSocket>

#include <memory>

namespace pushlab::io {

struct LinkTag;
class TrafficTap;

//! A TCP socket that counts its payload to the byte, and writes past Qt's buffer while that is empty. It serves one connection:
//! counters and buffers are not reset for another. It sees plain text only; TLS is done below it. A reader has to call noteRead()
//! after it has read. A slot on readyRead that does so, or looks at the new bytes, must be connected after construction, as
//! usual, because the socket's own slot comes first. No slot may run a nested event loop. Bytes that write() hands to the kernel
//! at once emit no bytesWritten(); buffered bytes do.
class CountingSocket final : public QTcpSocket, private base::StreamEndListener
{
    Q_OBJECT
    Q_INTERFACES(pushlab::base::StreamEndListener)
    Q_DISABLE_COPY_MOVE(CountingSocket)

public:
    explicit CountingSocket(QObject *parent = nullptr);
    ~CountingSocket() override;

    //! Payload bytes that arrived from the network, read or unread.
    [[nodiscard]] qint64 bytesIn() const { return m_bytesIn; }
    //! Payload bytes accepted for sending: those that the kernel took and those in Qt's buffer (bytesToWrite()). Minus what was
    //! still waiting when the connection broke, this is what went out.
    [[nodiscard]] qint64 bytesOut() const { return m_bytesOut; }
    //! Payload bytes that the kernel took; exact at any time, also after the connection broke.
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }
    //! The part of bytesSent() that the peer's machine has acknowledged: grows as long as a reader exists, however slow it is.
    //! Equal to bytesSent() where the system does not tell.
    [[nodiscard]] qint64 bytesAcknowledged() const;

    //! The part of bytesOut() that has gone out for certain, without what a relay still holds or lost at its end.
    [[nodiscard]] qint64 bytesPassed() const { return m_network ? m_network->bytesSent : m_bytesSent; }

    //! The TCP segments since the last call; after the connection's end, those up to the last noteSegments().
    [[nodiscard]] base::TcpTraffic takeSegments();
    //! Reads the kernel's counts for later; to be called before the descriptor is closed.
    void noteSegments();

    //! How many of bytesAvailable() came with the latest readyRead(), at the end of the buffer; 0 after noteRead().
    [[nodiscard]] qint64 newBytes() const { return m_newBytes; }
    //! The new bytes, without reading them. Copies what was left unread before them.
    [[nodiscard]] QByteArray peekNewBytes();

    //! Replaces the first of the new bytes by \a bytes: the next reader reads these instead. Not allowed during a transaction.
    void replaceNewBytes(QByteArrayView bytes);

    //! To be called after reading, also after rollbackTransaction(): notes what was left unread.
    void noteRead();

    //! From now on \a reader is called first when bytes have come, and may receive() them; nullptr removes it. The socket must be
    //! connected, and \a reader must outlive it. Where the event dispatcher does not support it, readyRead() is emitted as usual.
    void setDirectReader(base::DirectReader *reader);
    //! Reads from the network past Qt's buffer, which must be empty, and counts the bytes. Returns 0 or less when there is
    //! nothing, at the end, or on an error, which Qt will then report. look() leaves the bytes unread and uncounted.
    [[nodiscard]] qint64 receive(char *data, qint64 size);
    [[nodiscard]] qint64 look(char *data, qint64 size) const;
    //! Puts \a bytes that were received, and counted, back in front of what there is to read.
    void putBack(QByteArrayView bytes);

    //! Releases the memory of Qt's buffer when it is empty: a socket otherwise keeps the 16 KB of its last read.
    void releaseBuffer();

    //! As write(), for whole frames. While the kernel takes all of them, this touches none of Qt's own data of the socket.
    qint64 push(const QByteArray &bytes);
    //! Prefetches the memory that push() and receive() use.
    void prefetch() const;
    //! As state() and bytesAvailable() say, but mostly without touching Qt's own data.
    [[nodiscard]] bool isConnected() const { return m_direct >= 0 || state() == ConnectedState; }
    [[nodiscard]] bool hasUnread() const { return m_holdsBuffer && bytesAvailable() > 0; }

    [[nodiscard]] qint64 bytesToWrite() const override { return m_direct >= 0 ? 0 : QTcpSocket::bytesToWrite(); }
    void disconnectFromHost() override;
    void endWriting(); //!< half-closes: tells the peer that nothing follows, and still reads; nothing may wait to be written

    //! Keeps \a lease until the socket is destroyed, whatever its owner then is.
    void setLease(std::shared_ptr<void> lease) { m_lease = std::move(lease); }

    //! Makes the next close() an orderly end: buffered bytes are written, then the peer is told that nothing follows, and further
    //! input is counted and discarded until the peer closes. Closing with unread input would reset the connection, and the peer
    //! would lose what was written last. The owner limits the time by abort(), or by another close().
    void lingerAtNextClose() { m_lingersAtNextClose = true; }
    void close() override;

    //! The descriptor of the real connection: the socket's own unless a relay stands below it; -1 when closed.
    [[nodiscard]] qintptr networkDescriptor() const { return m_network ? m_network->descriptor : outerDescriptor(); }
    [[nodiscard]] bool isRelayed() const { return m_network != nullptr; }
    //! To be called when a relay was put below; the relay keeps \a network up to date.
    void setNetwork(std::shared_ptr<const RelayedNetwork> network) { m_network = std::move(network); }

    [[nodiscard]] const std::shared_ptr<LinkTag> &linkTag(); //!< the group of connections, for the network conditioner
    //! To be called when a TLS \a layer was put below: what this socket carries and counts is plain text.
    void setTls(std::shared_ptr<const TlsLayer> layer) { m_tls = std::move(layer); }
    [[nodiscard]] bool isEncrypted() const { return m_tls && m_tls->isEncrypted; }
    //! The descriptor at which bytes leave the last layer above a LinkRelay; -1 when closed.
    [[nodiscard]] qintptr outerDescriptor() const { return m_tls ? m_tls->descriptor : socketDescriptor(); }
    //! The number of bytes that have left that descriptor.
    [[nodiscard]] qint64 outerBytesSent() const { return m_tls ? m_tls->cipherSent : m_bytesSent; }

    //! From now on \a tap is shown the bytes, but for those that wait already; nullptr removes it. It must outlive the socket.
    void setTap(TrafficTap *tap);
    [[nodiscard]] TrafficTap *tap() const { return m_tap; }
    //! Sets the options of a served connection: no delay for small writes, a send buffer of sendBufferBytes. When connected.
    void tuneForServing();
    static constexpr int sendBufferBytes = 256 * 1024; //!< that the kernel holds for a slow reader; by default up to 1.75 MB

Q_SIGNALS:
    void discarding(); //!< the new bytes are about to be discarded, during an orderly end

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    void aboutToReadEnd() override { noteSegments(); }
    void countArrived();
    void countWritten(qint64 bytes);
    void unread(QByteArrayView bytes);
    [[nodiscard]] qint64 receiveNow(char *data, qint64 size, int flags) const;
    qint64 sendNow(int descriptor, const char *data, qint64 size);
    qint64 pushElsewise(const QByteArray &bytes);
    void leaveDirect() { m_direct = m_tapped = -1; }

    int m_direct = -1; // the descriptor while connected with nothing in Qt's buffer, otherwise -1; -1 is always safe
    int m_tapped = -1; // the same while there is a tap, and m_direct is -1: without one, a delivery does not even ask
    bool m_holdsBuffer = false; // Qt's buffer was used since it was released
    bool m_lingersAtNextClose = false;
    bool m_isLingering = false;
    bool m_isBroken = false; // an error was reported
    qint64 m_bytesOut = 0;
    qint64 m_bytesSent = 0;
    TrafficTap *m_tap = nullptr;
    std::shared_ptr<const RelayedNetwork> m_network;
    qint64 m_bytesIn = 0;
    qint64 m_known = 0; // the part of bytesAvailable() that is counted already
    qint64 m_newBytes = 0;
    base::TcpSegments m_segments; // the counts of the last reading
    quint32 m_takenIn = 0; // the part of m_segments that takeSegments() has returned
    quint32 m_takenOut = 0;
    std::shared_ptr<void> m_lease;
    std::shared_ptr<LinkTag> m_linkTag; // created when first asked for
    std::shared_ptr<const TlsLayer> m_tls;
};

} // namespace pushlab::io
