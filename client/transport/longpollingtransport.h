// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/requesttransport.h"

namespace pushlab::transport {

//! Long polling: asks, and the host holds the request until it has a message or the hold is over; then asks again at
//! once. It pauses only when the host does not hold.
class LongPollingTransport final : public RequestTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LongPollingTransport)

public:
    //! \a network is borrowed and must outlive the transport.
    LongPollingTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent = nullptr);

    [[nodiscard]] protocol::Technique technique() const override { return protocol::Technique::LongPolling; }

private:
    void usePace(const Pace &pace) override;
    [[nodiscard]] std::chrono::milliseconds hold() const override { return m_hold; }
    [[nodiscard]] std::chrono::milliseconds pauseAfter(const Answered &answer) const override;

    std::chrono::milliseconds m_hold{};
};

} // namespace pushlab::transport
