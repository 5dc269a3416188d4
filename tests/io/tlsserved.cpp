// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/io/tlsserved.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include <dirent.h>
#endif

namespace pushlab::tests {

using namespace io;

QByteArray pattern(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char(i * 31 % 251);
    return bytes;
}

int openDescriptors()
{
#ifdef Q_OS_LINUX
    int count = 0;
    DIR *const directory = ::opendir("/proc/self/fd");
    while (::readdir(directory))
        ++count;
    ::closedir(directory);
    return count;
#else
    return 0;
#endif
}

TlsServed::TlsServed(const tls::TlsIdentity &identity, const TlsTerminator::Limits &limits)
    : server([this](std::unique_ptr<CountingSocket> socket) { take(std::move(socket)); })
{
    const auto made = TlsContext::make(identity.chain, identity.key);
    auto terminator = std::make_unique<TlsTerminator>(
        std::get<std::shared_ptr<const TlsContext>>(made), [this](const TlsCosts &more) { count(more); }, limits);
    m_terminator = terminator.get();
    server.setTls(std::move(terminator));
    const bool isListening = server.listen(QHostAddress::LocalHost);
    QVERIFY(isListening);
}

void TlsServed::take(std::unique_ptr<CountingSocket> socket)
{
    QObject::connect(socket.get(), &QIODevice::readyRead, socket.get(), &CountingSocket::noteRead);
    sockets.push_back(std::move(socket));
}

void TlsServed::count(const TlsCosts &more)
{
    QVERIFY(more.bytesUp >= 0 && more.bytesDown >= 0);
    costs.bytesUp += more.bytesUp;
    costs.bytesDown += more.bytesDown;
    costs.handshakes += more.handshakes;
    costs.failures += more.failures;
}

} // namespace pushlab::tests
