// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/requesttransport.h"

namespace pushlab::transport {

//! Short polling: asks, is answered at once, and pauses before it asks again. The pause begins with the answer, so that
//! a slow host is never asked faster than it answers.
class PollingTransport final : public RequestTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PollingTransport)

public:
    //! \a network is borrowed and must outlive the transport.
    PollingTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent = nullptr);

    [[nodiscard]] protocol::Technique technique() const override { return protocol::Technique::Polling; }

private:
    void usePace(const Pace &pace) override { m_interval = pace.pollInterval; }
    [[nodiscard]] std::chrono::milliseconds hold() const override { return {}; }
    [[nodiscard]] std::chrono::milliseconds pauseAfter(const Answered &answer) const override;

    std::chrono::milliseconds m_interval{};
};

} // namespace pushlab::transport
