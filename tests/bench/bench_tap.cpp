// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/socket/countingsocket.h"
#include "server/protocol/frame.h"
#include "server/traffic/connectiontap.h"
#include "server/traffic/recorder.h"

#include <benchmark/benchmark.h>

#include <array>
#include <memory>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

//! What recording costs a delivery: frames to a hundred readers on loopback, the kernel's part included.
namespace {

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;

constexpr int readers = 100;

//! A connection whose other end is read by drain().
class Connection final
{
public:
    explicit Connection(int listening)
    {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        ::getsockname(listening, reinterpret_cast<sockaddr *>(&address), &size);
        m_far = ::socket(AF_INET, SOCK_STREAM, 0);
        if (::connect(m_far, reinterpret_cast<const sockaddr *>(&address), size) == 0)
            socket.setSocketDescriptor(::accept4(listening, nullptr, nullptr, SOCK_NONBLOCK));
        socket.tuneForServing();
    }
    ~Connection() { ::close(m_far); }
    Q_DISABLE_COPY_MOVE(Connection)

    void drain()
    {
        std::array<char, 65536> bytes;
        while (::recv(m_far, bytes.data(), bytes.size(), MSG_DONTWAIT) == ssize_t(bytes.size())) {}
    }

    io::CountingSocket socket;

private:
    int m_far = -1;
};

std::vector<std::unique_ptr<Connection>> connections()
{
    const int listening = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::vector<std::unique_ptr<Connection>> all;
    if (::bind(listening, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 && ::listen(listening, readers) == 0) {
        for (int i = 0; i < readers; ++i)
            all.push_back(std::make_unique<Connection>(listening));
    }
    ::close(listening);
    return all;
}

void deliver(benchmark::State &state)
{
    traffic::Recorder recorder([](quint8, quint32) {
        return traffic::Owner{protocol::Technique::WebSocket, u"lobby"_s, u"Ann"_s, "m:1"};
    });
    const auto all = connections();
    for (const auto &one : all) {
        if (state.range(0) == 0)
            continue;
        traffic::ConnectionTap &tap = recorder.attach(one->socket);
        tap.useFrames({});
        tap.belongsTo(3, 1);
    }
    qint64 sent = 0;
    qint64 number = 0;
    for (auto _ : state) {
        QByteArray frame; // encoded once for all of them
        const QByteArray json = "{\"seq\":" + QByteArray::number(++number) + QByteArray(120, 'x') + '}';
        protocol::appendFrame(frame, protocol::Opcode::Text, json);
        for (const auto &one : all)
            sent += one->socket.push(frame);
        if (number % 100 == 0) {
            for (const auto &one : all)
                one->drain();
        }
    }
    if (sent == 0 || (state.range(0) > 0 && recorder.ring().count() == 0))
        state.SkipWithError("nothing was delivered");
    state.SetItemsProcessed(state.iterations() * readers);
}
BENCHMARK(deliver)->ArgName("recorded")->Arg(0)->Arg(1);

} // namespace
