// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/socket/countingsocket.h"
#include "server/io/socket/traffictap.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>

#ifdef Q_OS_LINUX
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using pushlab::io::CountingSocket;
using pushlab::io::TrafficTap;

namespace {

//! Accepts connections as CountingSockets.
class Acceptor final : public QTcpServer
{
public:
    std::unique_ptr<CountingSocket> socket;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        socket = std::make_unique<CountingSocket>();
        socket->setSocketDescriptor(descriptor);
        socket->tuneForServing();
    }
};

//! Keeps what it is shown.
class Tap final : public TrafficTap
{
public:
    void arrived(QByteArrayView bytes) override { in += bytes; }
    void sent(QByteArrayView bytes, const QByteArray *whole) override
    {
        QVERIFY(!whole || QByteArrayView(*whole) == bytes);
        QVERIFY(waiting.isEmpty());
        out += bytes;
    }
    void queued(QByteArrayView bytes) override { waiting += bytes; }
    void flushed(qint64 count) override
    {
        out += waiting.first(count);
        waiting.remove(0, count);
    }
    void ended() override { hasEnded = true; }
    void belongsTo(quint8, quint32) override {}
    void carries(const pushlab::io::Cargo &) override {}

    QByteArray in;
    QByteArray out;
    QByteArray waiting;
    bool hasEnded = false;
};

//! Bytes that show their position in the stream.
QByteArray pattern(qint64 begin, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char((begin + i) * 31 % 251);
    return bytes;
}

} // namespace

class TestCountingSocket final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression()); }

    void init()
    {
        m_acceptor = std::make_unique<Acceptor>();
        QVERIFY(m_acceptor->listen(QHostAddress::LocalHost));
        m_client = std::make_unique<QTcpSocket>();
        m_client->connectToHost(QHostAddress::LocalHost, m_acceptor->serverPort());
        QTRY_VERIFY(m_acceptor->socket && m_client->state() == QAbstractSocket::ConnectedState);
        m_socket = m_acceptor->socket.get();
    }

    void cleanup()
    {
        m_client.reset();
        m_acceptor.reset();
    }

    void countsWhatArrives_data()
    {
        QTest::addColumn<int>("chunk");
        QTest::newRow("all") << 1'000'000;
        QTest::newRow("seven at a time") << 7;
        QTest::newRow("a thousand at a time") << 1000;
    }

    void countsWhatArrives()
    {
        QFETCH(const int, chunk); // a reader that leaves bytes behind
        constexpr qint64 total = 150'000;
        QByteArray read;
        connect(m_socket, &QIODevice::readyRead, this, [&] {
            read += m_socket->read(chunk);
            m_socket->noteRead();
            QCOMPARE(m_socket->newBytes(), 0);
        });
        for (qint64 begin = 0; begin < total; begin += 30'000) {
            m_client->write(pattern(begin, 30'000));
            QTRY_COMPARE(m_socket->bytesIn(), begin + 30'000);
        }
        read += m_socket->readAll();
        m_socket->noteRead();
        QCOMPARE(m_socket->bytesIn(), total);
        QCOMPARE(read, pattern(0, total));
    }

    void replacesNewBytesBehindWhatIsUnread_data() { countsWhatArrives_data(); }
    void replacesNewBytesBehindWhatIsUnread()
    {
        QFETCH(const int, chunk);
        constexpr qint64 total = 150'000;
        QByteArray read;
        QByteArray expected;
        connect(m_socket, &QIODevice::readyRead, this, [&] {
            const qint64 available = m_socket->bytesAvailable();
            const QByteArray fresh = m_socket->peekNewBytes();
            const QByteArray mark(std::min<qsizetype>(3, fresh.size()), '!');
            m_socket->replaceNewBytes(mark);
            expected += mark + fresh.sliced(mark.size());
            QCOMPARE(m_socket->bytesAvailable(), available);
            QCOMPARE(m_socket->newBytes(), fresh.size());
            read += m_socket->read(chunk);
            m_socket->noteRead();
        });
        for (qint64 begin = 0; begin < total; begin += 30'000) {
            m_client->write(pattern(begin, 30'000));
            QTRY_COMPARE(m_socket->bytesIn(), begin + 30'000);
        }
        read += m_socket->readAll();
        QCOMPARE(read.size(), total);
        QCOMPARE(read, expected);
    }

    //! Whatever is relabelled or put back: the wire's bytes, each once.
    void theTapIsShownWhatArrives_data() { countsWhatArrives_data(); }
    void theTapIsShownWhatArrives()
    {
        QFETCH(const int, chunk);
        constexpr qint64 total = 150'000;
        Tap tap;
        m_socket->setTap(&tap);
        connect(m_socket, &QIODevice::readyRead, this, [&] {
            m_socket->replaceNewBytes(QByteArray(std::min<qsizetype>(3, m_socket->newBytes()), '!'));
            const QByteArray read = m_socket->read(chunk);
            m_socket->noteRead();
            if (read.size() == 7)
                m_socket->putBack(read.first(2));
        });
        for (qint64 begin = 0; begin < total; begin += 30'000) {
            m_client->write(pattern(begin, 30'000));
            QTRY_COMPARE(m_socket->bytesIn(), begin + 30'000);
        }
        QCOMPARE(tap.in, pattern(0, total));
        m_acceptor->socket.reset();
        QVERIFY(tap.hasEnded);
    }

    //! What went out at once, what waited for a slow reader, and nothing that never went out.
    void theTapIsShownWhatGoesOut()
    {
        Tap tap;
        m_socket->setTap(&tap);
        m_client->setReadBufferSize(4096); // so that the kernel takes no more
        constexpr qint64 total = 6'000'000;
        for (qint64 begin = 0; begin < total; begin += 60'000)
            QCOMPARE(m_socket->push(pattern(begin, 60'000)), 60'000);
        QVERIFY(!tap.waiting.isEmpty());
        QCOMPARE(tap.out.size(), m_socket->bytesSent());
        QCOMPARE(QByteArray(tap.out + tap.waiting), pattern(0, total));
        QByteArray read;
        while (read.size() < total / 2) {
            QTRY_VERIFY(m_client->bytesAvailable() > 0);
            read += m_client->readAll();
        }
        QCOMPARE(tap.out.size(), m_socket->bytesSent());
        m_client->abort();
        QTRY_COMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(tap.out, pattern(0, m_socket->bytesSent()));
        QVERIFY(tap.out.size() >= read.size());
        m_socket->setTap(nullptr);
    }

    void tapSeesExactlyTheNewBytes()
    {
        QByteArray tapped;
        QByteArray read;
        int arrivals = 0;
        connect(m_socket, &QIODevice::readyRead, this, [&] {
            QCOMPARE(m_socket->peekNewBytes().size(), m_socket->newBytes());
            tapped += m_socket->peekNewBytes();
        });
        connect(m_socket, &QIODevice::readyRead, this, [&] {
            switch (++arrivals % 4) { // reads some, rolls back, reads nothing and says so, or is not interested
            case 0:
                read += m_socket->read(5);
                m_socket->noteRead();
                break;
            case 1:
                m_socket->startTransaction();
                (void)m_socket->read(9);
                m_socket->rollbackTransaction();
                m_socket->noteRead();
                break;
            case 2:
                m_socket->noteRead();
                break;
            default:
                break;
            }
        });
        qint64 sent = 0;
        for (int i = 1; i <= 40; ++i) {
            m_client->write(pattern(sent, i * 11));
            sent += i * 11;
            QTRY_COMPARE(m_socket->bytesIn(), sent);
        }
        QCOMPARE(tapped, pattern(0, sent));
        read += m_socket->readAll();
        QCOMPARE(read, pattern(0, sent));
    }

    void countsTheLastBytesBeforeAClose()
    {
        connect(m_socket, &QIODevice::readyRead, this, [&] {
            (void)m_socket->read(1);
            m_socket->noteRead();
        });
        QSignalSpy disconnected(m_socket, &QAbstractSocket::disconnected);
        m_client->write(pattern(0, 100'000));
        m_client->disconnectFromHost();
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(m_socket->bytesIn(), 100'000);
    }

    void smallWritesDoNotWaitForTheLoop()
    {
        QSignalSpy written(m_socket, &QIODevice::bytesWritten);
        QCOMPARE(m_socket->write("hello"), 5);
        QCOMPARE(m_socket->bytesToWrite(), 0);
        QCOMPARE(m_socket->bytesOut(), 5);
        QCOMPARE(m_socket->write(QByteArray()), 0);
        QTRY_COMPARE(m_client->bytesAvailable(), 5);
        QCOMPARE(m_client->readAll(), QByteArray("hello"));
        QCOMPARE(written.size(), 0);
    }

    void orderHoldsWithASlowReader()
    {
        // The buffers of reader and kernel fill up, so that direct and buffered writes alternate.
        constexpr qint64 total = 12'000'000;
        m_client->setReadBufferSize(64 * 1024);
        qint64 sent = 0;
        qint64 received = 0;
        bool isInOrder = true;
        int direct = 0;
        int buffered = 0;
        while (received < total) {
            while (sent < total && m_socket->bytesToWrite() < 1'000'000) {
                const qint64 size = std::min(total - sent, 1 + sent % 40'009);
                ++(m_socket->bytesToWrite() == 0 ? direct : buffered);
                const QByteArray bytes = pattern(sent, size);
                QCOMPARE(sent % 3 == 0 ? m_socket->write(bytes) : m_socket->push(bytes), size);
                sent += size;
                QCOMPARE(m_socket->bytesOut(), sent);
                QCOMPARE(m_socket->bytesSent() + m_socket->bytesToWrite(), sent);
            }
            QTest::qWait(0);
            const QByteArray bytes = m_client->read(50'000);
            isInOrder = isInOrder && bytes == pattern(received, bytes.size());
            received += bytes.size();
        }
        QVERIFY(isInOrder);
        QCOMPARE(received, total);
        QCOMPARE(m_socket->bytesToWrite(), 0);
        QVERIFY(direct > 10);
        QVERIFY(buffered > 10);
    }

    void oneBigWriteArrivesWhole()
    {
        constexpr qint64 total = 20'000'000;
        const QByteArray bytes = pattern(0, total);
        QCOMPARE(m_socket->write(bytes), total);
        QCOMPARE(m_socket->bytesOut(), total);
        QVERIFY(m_socket->bytesToWrite() > 0);
        QCOMPARE(m_socket->write("end"), 3); // behind it
        QTRY_COMPARE_WITH_TIMEOUT(m_client->bytesAvailable(), total + 3, 20'000);
        QCOMPARE(m_client->readAll(), bytes + "end");
    }

    void disconnectingSendsWhatWaits()
    {
        constexpr qint64 total = 5'000'000;
        QSignalSpy disconnected(m_client.get(), &QAbstractSocket::disconnected);
        m_socket->write(pattern(0, total));
        m_socket->disconnectFromHost();
        QTRY_COMPARE_WITH_TIMEOUT(disconnected.size(), 1, 20'000);
        QCOMPARE(m_client->readAll(), pattern(0, total));
    }

    void nothingIsSentAfterAClose()
    {
        m_socket->write("before");
        m_socket->close();
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (pushlab::io::CountingSocket): device not open");
        QCOMPARE(m_socket->write("after"), -1);
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (pushlab::io::CountingSocket): device not open");
        QCOMPARE(m_socket->push("after"), -1);
        QCOMPARE(m_socket->bytesOut(), 6);
        QSignalSpy disconnected(m_client.get(), &QAbstractSocket::disconnected);
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(m_client->readAll(), QByteArray("before"));
    }

    void aBrokenConnectionIsReportedAsEver()
    {
        QSignalSpy errors(m_socket, &QAbstractSocket::errorOccurred);
        QSignalSpy disconnected(m_socket, &QAbstractSocket::disconnected);
        m_socket->write(pattern(0, 100));
        QTRY_COMPARE(m_client->bytesAvailable(), 100);
        m_client->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 1000);
        m_client->abort();
        // The peer answers the first write with a reset, which the next writes meet before the event loop runs.
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_socket->write("more"), 4);
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(errors.size(), 1);
        QCOMPARE(m_socket->error(), QAbstractSocket::RemoteHostClosedError);
        QCOMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
    }

#ifdef Q_OS_LINUX
    void nothingIsPushedIntoAClosedDescriptor_data()
    {
        QTest::addColumn<bool>("isReset");
        QTest::newRow("the peer closes") << false;
        QTest::newRow("the peer resets") << true;
    }

    //! Qt reports the end when the descriptor is closed already, and may be reused.
    void nothingIsPushedIntoAClosedDescriptor()
    {
        QFETCH(const bool, isReset);
        std::array<int, 2> others{-1, -1};
        int tried = 0;
        connect(m_socket, &QAbstractSocket::errorOccurred, this, [&] {
            ++tried;
            QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, others.data()), 0);
            QTest::ignoreMessage(QtWarningMsg, "QSocketNotifier: Invalid socket specified");
            m_socket->push("late");
        });
        QCOMPARE(m_socket->push("before"), 6);
        QTRY_COMPARE(m_client->bytesAvailable(), 6);
        const int descriptor = int(m_socket->socketDescriptor());
        isReset ? m_client->abort() : m_client->disconnectFromHost();
        QTRY_COMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(tried, 1);
        QVERIFY(descriptor == others[0] || descriptor == others[1]);
        for (const int other : others) {
            char byte = 0;
            QCOMPARE(::recv(other, &byte, 1, 0), -1);
        }
        ::close(others[0]);
        ::close(others[1]);
        QCOMPARE(m_socket->bytesSent(), 6);
    }

    void agreesWithTheKernel()
    {
        connect(m_socket, &QIODevice::readyRead, this, [&] {
            m_socket->write(m_socket->read(10'000));
            m_socket->noteRead();
        });
        m_client->write(pattern(0, 777'777));
        QTRY_COMPARE(m_socket->bytesIn(), 777'777);
        m_socket->write(m_socket->readAll());
        m_socket->noteRead();
        QTRY_COMPARE(m_client->bytesAvailable(), 777'777);

        tcp_info info{};
        socklen_t size = sizeof info;
        QCOMPARE(::getsockopt(int(m_socket->socketDescriptor()), IPPROTO_TCP, TCP_INFO, &info, &size), 0);
        QCOMPARE(m_socket->bytesIn(), qint64(info.tcpi_bytes_received));
        QCOMPARE(m_socket->bytesOut(), qint64(info.tcpi_bytes_sent - info.tcpi_bytes_retrans));
    }
#endif

private:
    std::unique_ptr<Acceptor> m_acceptor;
    std::unique_ptr<QTcpSocket> m_client;
    CountingSocket *m_socket = nullptr;
};

QTEST_GUILESS_MAIN(TestCountingSocket)
#include "tst_countingsocket.moc"
