// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/longpollingtransport.h"

#include "server/protocol/limits.h"

#include <algorithm>

namespace pushlab::transport {

using namespace std::chrono_literals;

namespace {

// A host, or a proxy in between, that answers at once without messages must not be flooded with requests.
constexpr std::chrono::milliseconds pauseAfterUnheld = 500ms;

} // namespace

LongPollingTransport::LongPollingTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing,
                                           QObject *parent)
    : RequestTransport(endpoint, network, timing, parent)
{
}

void LongPollingTransport::usePace(const Pace &pace)
{
    m_hold = std::min<std::chrono::milliseconds>(pace.hold, protocol::maxWait);
}

std::chrono::milliseconds LongPollingTransport::pauseAfter(const Answered &answer) const
{
    const bool isHeld = answer.wait >= std::min(m_hold / 2, pauseAfterUnheld);
    return answer.isNews || isHeld ? 0ms : pauseAfterUnheld;
}

} // namespace pushlab::transport
