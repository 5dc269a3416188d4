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

//! A TCP socket that counts its payload to the byte and writes past Qt's buffer while that is empty. For one
//! connection: counters and buffers are not reset for a second one. It knows of plain text only; TLS is done below it.
//! Whoever reads from it calls noteRead() afterwards. A slot on readyRead that does so, or looks at the new bytes, must be
//! connected after construction as usual: the socket's own is the first. No slot may run a nested event loop. What write() hands
//! to the kernel at once emits no bytesWritten(); what had to be buffered does.
class CountingSocket final : public QTcpSocket, private base::StreamEndListener
{
    Q_OBJECT
    Q_INTERFACES(pushlab::base::StreamEndListener)
    Q_DISABLE_COPY_MOVE(CountingSocket)

public:
    explicit CountingSocket(QObject *parent = nullptr);
    ~CountingSocket() override;

    //! Payload bytes that arrived from the network, read or not.
    [[nodiscard]] qint64 bytesIn() const { return m_bytesIn; }

    //! Payload bytes accepted for sending: what the kernel took and what waits in Qt's buffer (bytesToWrite()). Less
    //! what was still waiting when the connection broke, it is what went out.
    [[nodiscard]] qint64 bytesOut() const { return m_bytesOut; }

    //! Payload bytes that the kernel took: exact at any time, also after the connection broke.
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }

    //! Those of them that have left the kernel's queue, because the peer's machine has them: grows as long as a reader is
    //! there, however slow. bytesSent() where the system does not tell.
    [[nodiscard]] qint64 bytesAcknowledged() const;

    //! Those of bytesOut() that have gone out for all that is known: less what a relay still holds, or lost at its end.
    [[nodiscard]] qint64 bytesPassed() const { return m_network ? m_network->bytesSent : m_bytesSent; }

    //! The TCP segments since the last call; after the connection's end those up to the last noteSegments().
    [[nodiscard]] base::TcpTraffic takeSegments();
    //! Reads them for later: to be called before the descriptor is closed.
    void noteSegments();

    //! How many of bytesAvailable() came with the latest readyRead(), at its end; 0 after noteRead().
    [[nodiscard]] qint64 newBytes() const { return m_newBytes; }
    //! Those bytes, without reading them. Costs a pass over what was left unread before them.
    [[nodiscard]] QByteArray peekNewBytes();

    //! Puts \a bytes in the place of as many at the beginning of the new ones: whoever reads next reads these. Not while a
    //! transaction is under way.
    void replaceNewBytes(QByteArrayView bytes);

    //! Takes note of what a reader left, also after rollbackTransaction().
    void noteRead();

    //! From now on \a reader is asked first when bytes have come, and may receive() them; nullptr: nobody. The socket must be
    //! connected, and \a reader outlive it. Where the event dispatcher does not know how, readyRead() comes as ever.
    void setDirectReader(base::DirectReader *reader);
    //! Takes bytes from the network past Qt's buffer, which must be empty, and counts them. 0 or less: nothing, the end or an
    //! error; Qt will find out. look() leaves them where they are, uncounted.
    [[nodiscard]] qint64 receive(char *data, qint64 size);
    [[nodiscard]] qint64 look(char *data, qint64 size) const;
    //! Puts \a bytes that were received, and counted, in front of what there is to read.
    void putBack(QByteArrayView bytes);

    //! Gives the memory of Qt's buffer back when it is empty: a socket keeps the 16 KB with which it read last.
    void releaseBuffer();

    //! write() for whole frames. As long as the kernel takes all of them it touches nothing of what Qt keeps for a socket, which
    //! has mostly left the cache by then.
    qint64 push(const QByteArray &bytes);
    //! Fetches from memory what push() and receive() take.
    void prefetch() const;
    //! As state() and bytesAvailable() tell, but mostly without what Qt keeps.
    [[nodiscard]] bool isConnected() const { return m_direct >= 0 || state() == ConnectedState; }
    [[nodiscard]] bool hasUnread() const { return m_holdsBuffer && bytesAvailable() > 0; }

    [[nodiscard]] qint64 bytesToWrite() const override { return m_direct >= 0 ? 0 : QTcpSocket::bytesToWrite(); }
    void disconnectFromHost() override;
    void endWriting(); //!< tells the peer that nothing follows, and reads on; not while something waits to be written

    //! Keeps \a lease exactly as long as the socket lives, whoever owns it by then.
    void setLease(std::shared_ptr<void> lease) { m_lease = std::move(lease); }

    //! Makes the next close() an orderly end: what waits is written, then the peer is told that nothing follows, and what
    //! still comes is counted and thrown away until it closes. To close with bytes unread would reset the connection, and
    //! the peer lose what was written last. The owner bounds the time by abort(), or a further close().
    void lingerAtNextClose() { m_lingersAtNextClose = true; }
    void close() override;

    //! The connection's descriptor, for questions to the kernel: the socket's own unless a relay stands below it. -1 when closed.
    [[nodiscard]] qintptr networkDescriptor() const { return m_network ? m_network->descriptor : outerDescriptor(); }
    [[nodiscard]] bool isRelayed() const { return m_network != nullptr; }
    //! From now on a relay stands below, which keeps \a network up to date.
    void setNetwork(std::shared_ptr<const RelayedNetwork> network) { m_network = std::move(network); }

    //! The group of connections to which this one belongs, for the network conditioner.
    [[nodiscard]] const std::shared_ptr<LinkTag> &linkTag();
    //! From now on \a layer stands below: what this socket carries and counts is plain text.
    void setTls(std::shared_ptr<const TlsLayer> layer) { m_tls = std::move(layer); }
    [[nodiscard]] bool isEncrypted() const { return m_tls && m_tls->isEncrypted; }
    //! Where what goes out leaves the last layer but a LinkRelay's; -1 when closed.
    [[nodiscard]] qintptr outerDescriptor() const { return m_tls ? m_tls->descriptor : socketDescriptor(); }
    //! How many bytes have left it.
    [[nodiscard]] qint64 outerBytesSent() const { return m_tls ? m_tls->cipherSent : m_bytesSent; }

    //! Options of a served connection: no delay for small writes, a send buffer of sendBufferBytes. When connected.
    void tuneForServing();
    //! What the kernel may hold for a reader that is slow; left to itself it takes 1.75 MB.
    static constexpr int sendBufferBytes = 256 * 1024;

Q_SIGNALS:
    //! The new bytes are thrown away once this returns: an orderly end is under way.
    void discarding();

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    void aboutToReadEnd() override { noteSegments(); }
    void countArrived();
    void countWritten(qint64 bytes);
    void unread(QByteArrayView bytes);
    [[nodiscard]] qint64 receiveNow(char *data, qint64 size, int flags) const;
    qint64 sendNow(int descriptor, const char *data, qint64 size);

    int m_direct = -1; // the descriptor while it is connected and nothing waits in Qt's buffer, else -1; -1 is always safe
    bool m_holdsBuffer = false; // Qt's buffer was used since it was released
    bool m_lingersAtNextClose = false;
    bool m_isLingering = false;
    bool m_isBroken = false; // an error has been told of
    qint64 m_bytesOut = 0;
    qint64 m_bytesSent = 0;
    std::shared_ptr<const RelayedNetwork> m_network;
    qint64 m_bytesIn = 0;
    qint64 m_known = 0; // of bytesAvailable(), counted already
    qint64 m_newBytes = 0;
    base::TcpSegments m_segments; // as read last
    quint32 m_takenIn = 0; // of them
    quint32 m_takenOut = 0;
    std::shared_ptr<void> m_lease;
    std::shared_ptr<LinkTag> m_linkTag; // made when it is first asked for
    std::shared_ptr<const TlsLayer> m_tls;
};

} // namespace pushlab::io
