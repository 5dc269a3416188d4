// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

//! What a chat client does in a race: it tells the host at once when it had the message.

#include "client/session/chatclient.h"

#include "server/protocol/race.h"

#include <algorithm>

namespace pushlab::session {

//! Races that were there before this client, or are over, are not run. The delay is measured and reported as that of a message.
void ChatClient::takeRaces(const QList<protocol::ControlEntry> &controls, double local)
{
    for (const protocol::ControlEntry &control : controls) {
        const std::optional<protocol::RaceCall> race = protocol::raceFromControl(control.control);
        if (!race || control.seq <= m_liveFrom)
            continue;
        RaceReceipt receipt{race->number, m_connection.technique(), std::nullopt, std::nullopt, race->open};
        std::optional<std::chrono::nanoseconds> delay;
        if (const std::optional<double> now = m_clock.hostTime(local)) {
            delay = DelayReporter::Sample{receipt.technique, *now, control.accepted, 0}.delivery();
            if (*delay >= race->open)
                continue;
            receipt.delay = toMilliseconds(*delay);
            receipt.uncertainty = m_clock.uncertainty(local);
            receipt.left -= std::chrono::duration_cast<std::chrono::milliseconds>(*delay);
            ClientCounters &counter = current();
            counter.delays.add(*delay);
            counter.uncertainty = std::max(counter.uncertainty, receipt.uncertainty);
        }
        m_reporter.addRace(race->number, receipt.technique, delay);
        Q_EMIT raceReceived(receipt);
    }
}

} // namespace pushlab::session
