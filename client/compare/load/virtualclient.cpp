// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/virtualclient.h"

#include "client/compare/load/longpollingclient.h"
#include "client/compare/load/pollingclient.h"
#include "client/compare/load/tutorialqueueclient.h"
#include "client/compare/load/websocketclient.h"

namespace pushlab::compare {

std::unique_ptr<VirtualClient> makeVirtualClient(Variant variant, ClientContext &context, int index)
{
    const QByteArray number = QByteArray::number(index);
    switch (variant) {
    case Variant::Polling:
        return std::make_unique<PollingClient>(context, "p" + number);
    case Variant::LongPolling:
        return std::make_unique<LongPollingClient>(context, "l" + number);
    case Variant::WebSocket:
        return std::make_unique<WebSocketClient>(context, "w" + number);
    case Variant::TutorialQueue:
        return std::make_unique<TutorialQueueClient>(context, "t" + number);
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::compare
