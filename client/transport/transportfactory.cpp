// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/transportfactory.h"

#include "client/transport/eventstreamtransport.h"
#include "client/transport/longpollingtransport.h"
#include "client/transport/pollingtransport.h"
#include "client/transport/websockettransport.h"

namespace pushlab::transport {

std::unique_ptr<ChatTransport> makeTransport(protocol::Technique technique, const Endpoint &endpoint,
                                             QNetworkAccessManager &network, const Timing &timing)
{
    switch (technique) {
    case protocol::Technique::Polling:
        return std::make_unique<PollingTransport>(endpoint, network, timing);
    case protocol::Technique::LongPolling:
        return std::make_unique<LongPollingTransport>(endpoint, network, timing);
    case protocol::Technique::WebSocket:
        return std::make_unique<WebSocketTransport>(endpoint, timing);
    case protocol::Technique::Sse:
        return std::make_unique<EventStreamTransport>(endpoint, network, timing);
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::transport
