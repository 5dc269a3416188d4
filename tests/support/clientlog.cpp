// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clientlog.h"

namespace pushlab::tests {

using session::ChatClient;

ClientLog::ClientLog(ChatClient &client)
{
    connect(&client, &ChatClient::messagesReceived, this,
            [this](const QList<session::Received> &messages) { received += messages; });
    connect(&client, &ChatClient::gapFound, this, [this](const session::Gap &gap) { gaps.append(gap); });
    connect(&client, &ChatClient::stateChanged, this, [this](const session::ClientState &state) { states.append(state.kind); });
    connect(&client, &ChatClient::sendConfirmed, this, [this](const QString &id, qint64 seq) {
        confirmed.insert(id, seq);
        ++confirmations;
    });
    connect(&client, &ChatClient::sendRejected, this,
            [this](const QString &id, const QString &reason) { rejected.insert(id, reason); });
}

bool ClientLog::isGapless(qint64 first) const
{
    for (qsizetype i = 0; i < received.size(); ++i) {
        if (received[i].message.seq != first + i)
            return false;
    }
    return true;
}

} // namespace pushlab::tests
