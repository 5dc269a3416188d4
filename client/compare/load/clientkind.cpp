// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/clientkind.h"

#include "client/compare/load/longpollingclient.h"
#include "client/compare/load/pollingclient.h"
#include "client/compare/load/serversentclient.h"
#include "client/compare/load/tutorialqueueclient.h"
#include "client/compare/load/websocketclient.h"
#include "server/protocol/comparisonroom.h"
#include "server/protocol/messagecodec.h"

#include <array>

namespace pushlab::compare {

namespace {

qsizetype objectBytes(const protocol::EncodedEntry &message)
{
    return message.json.size();
}

//! Bytes of a message in a queue's answer: {"status":true,"data":"T","msg":"T"} minus the empty one,
//! {"status":false,"data":null,"msg":""}.
qsizetype queueBytes(const protocol::EncodedEntry &message)
{
    return 2 * (message.textLength - 2) - 3;
}

qsizetype frameBytes(const protocol::EncodedEntry &message)
{
    return protocol::messageFrame(message).size();
}

template <typename Client>
std::unique_ptr<VirtualClient> make(ClientContext &context, const QByteArray &member)
{
    return std::make_unique<Client>(context, member);
}

//! Indexed by Variant.
constexpr auto kinds = std::to_array<ClientKind>({
    {'p', 574, 0, objectBytes, make<PollingClient>},
    {'l', 574, 0, objectBytes, make<LongPollingClient>},
    {'w', 0, 1201, frameBytes, make<WebSocketClient>},
    {'s', 0, 907, objectBytes, make<ServerSentClient>},
    {'t', 506, 5353, queueBytes, make<TutorialQueueClient>},
});
static_assert(kinds.size() == allVariants.size());

} // namespace

const ClientKind &clientKind(Variant variant)
{
    return kinds[size_t(variant)];
}

std::unique_ptr<VirtualClient> makeVirtualClient(Variant variant, ClientContext &context, int index)
{
    const ClientKind &kind = clientKind(variant);
    return kind.make(context, protocol::virtualClientId(kind.letter, index));
}

} // namespace pushlab::compare
