// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace pushlab::tests {

//! Some readers and one sender in a room, over plain sockets in a thread of its own: it needs no event loop, and Qt's
//! state in other threads does not touch it.
class WebSocketLoad final
{
public:
    //! \a count messages, one every \a interval, to \a readers WebSockets.
    struct Plan
    {
        int readers = 0;
        int count = 0;
        std::chrono::milliseconds interval{};
        std::chrono::milliseconds patience{}; //!< for what is still to come after the last was sent
    };

    //! Opens the WebSockets; see isOpen().
    WebSocketLoad(quint16 port, const Plan &plan);
    ~WebSocketLoad(); //!< waits for the end
    Q_DISABLE_COPY_MOVE(WebSocketLoad)

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void start();
    void join();

    //! Deliveries up to now; any thread.
    [[nodiscard]] int received() const { return m_received; }

    // After join().
    [[nodiscard]] bool isInOrder() const { return m_isInOrder; } //!< each reader had 1, 2, 3, … and nothing else
    //! The time from sending to receipt that \a share (0 to 1) of the deliveries kept within.
    [[nodiscard]] std::chrono::microseconds percentile(double share) const;

private:
    using Clock = std::chrono::steady_clock;

    struct Reader
    {
        int socket = -1;
        QByteArray buffer; //!< frames that are not complete
        int last = 0; //!< number of the message it had last
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
