// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/virtualclient.h"

#include "client/compare/load/longpollingclient.h"
#include "client/compare/load/pollingclient.h"
#include "client/compare/load/tutorialqueueclient.h"
#include "client/compare/load/websocketclient.h"

namespace pushlab::compare {

std::unique_ptr<VirtualClient> makeVirtualClient(Contestant contestant, ClientContext &context, int index)
{
    const QByteArray number = QByteArray::number(index);
    switch (contestant) {
    case Contestant::Polling:
        return std::make_unique<PollingClient>(context, "p" + number);
    case Contestant::LongPolling:
        return std::make_unique<LongPollingClient>(context, "l" + number);
    case Contestant::WebSocket:
        return std::make_unique<WebSocketClient>(context, "w" + number);
    case Contestant::TutorialQueue:
        return std::make_unique<TutorialQueueClient>(context, "t" + number);
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::compare
