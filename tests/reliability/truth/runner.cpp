// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/truth/runner.h"

#include <chrono>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using session::ChatClient;

namespace {

double trueTime()
{
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

session::ClientOptions optionsOf(const QUrl &host, protocol::Technique technique, int number)
{
    session::ClientOptions options;
    options.host = host;
    options.name = u"Member %1"_s.arg(number);
    options.technique = technique;
    return options;
}

} // namespace

Runner::Runner(const QUrl &host, protocol::Technique technique, int number)
    : m_technique(technique), m_client(optionsOf(host, technique, number))
{
    connect(&m_client, &ChatClient::messagesReceived, this, &Runner::take);
    connect(&m_client, &ChatClient::raceReceived, this, [this](const session::RaceReceipt &receipt) { m_raced = receipt.delay; });
}

bool Runner::isReady() const
{
    using Kind = session::ClientState::Kind;
    const Kind kind = m_client.state().kind;
    return m_client.clockUncertainty() && (kind == Kind::Waiting || kind == Kind::Pausing || kind == Kind::Connected);
}

void Runner::take(const QList<session::Received> &messages)
{
    const double now = trueTime();
    for (const session::Received &received : messages) {
        if (received.delay)
            m_delays.insert(received.message.seq, {*received.delay, now - received.message.accepted});
    }
}

} // namespace pushlab::tests
