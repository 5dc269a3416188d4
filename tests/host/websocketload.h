// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace pushlab::tests {

//! Several readers and one sender in a room, over plain sockets in a thread of its own. It needs no event loop and is unaffected
//! by Qt's state in other threads.
class WebSocketLoad final
{
public:
    //! \a count messages, one every \a interval, to \a readers WebSockets.
    struct Plan
    {
        int readers = 0;
        int count = 0;
        std::chrono::milliseconds interval{};
        std::chrono::milliseconds patience{}; //!< how long to wait for deliveries after the last message
    };

    //! Opens the WebSockets; isOpen() says whether that succeeded.
    WebSocketLoad(quint16 port, const Plan &plan);
    ~WebSocketLoad(); //!< waits for the thread
    Q_DISABLE_COPY_MOVE(WebSocketLoad)

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void start();
    void join();

    //! Deliveries up to now; any thread.
    [[nodiscard]] int received() const { return m_received; }

    // To be called after join().
    [[nodiscard]] bool isInOrder() const { return m_isInOrder; } //!< each reader has received exactly 1, 2, 3, …
    //! The time from sending to receipt that a share \a share (0 to 1) of the deliveries did not exceed.
    [[nodiscard]] std::chrono::microseconds percentile(double share) const;

private:
    using Clock = std::chrono::steady_clock;

    struct Reader
    {
        int socket = -1;
        QByteArray buffer; //!< an incomplete frame
        int last = 0; //!< number of the last message received
    };

    void run();
    void send(int number);
    void read(Reader &reader);
    void take(Reader &reader, const QByteArray &payload, Clock::time_point now);

    Plan m_plan;
    std::vector<Reader> m_readers; //!< the last one sends
    std::vector<std::chrono::microseconds> m_delays;
    std::thread m_thread;
    std::atomic<int> m_received = 0;
    bool m_isOpen = true;
    bool m_isInOrder = true;
};

} // namespace pushlab::tests
