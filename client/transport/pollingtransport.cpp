// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/pollingtransport.h"

namespace pushlab::transport {

using namespace std::chrono_literals;

PollingTransport::PollingTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent)
    : RequestTransport(endpoint, network, timing, parent)
{
}

std::chrono::milliseconds PollingTransport::pauseAfter(const Answered &answer) const
{
    return answer.mayHaveMore ? 0ms : m_interval;
}

} // namespace pushlab::transport
