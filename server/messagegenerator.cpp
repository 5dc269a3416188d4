// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/messagegenerator.h"

#include <algorithm>
#include <utility>

namespace pushlab::server {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds longestArrears = 1s; // what is due for longer, the machine has slept through

//! As many bytes as wanted: a number that tells it from the others, and dots.
QString generatedText(qint64 number, int bytes)
{
    return QString::number(number).leftJustified(bytes, u'.', true);
}

} // namespace

MessageGenerator::MessageGenerator(room::Shard &shard, QString room)
    : m_shard(shard), m_room(std::move(room)), m_random(std::random_device{}())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MessageGenerator::sayWhatIsDue);
}

void MessageGenerator::use(const protocol::Generator &settings)
{
    const protocol::Generator before = std::exchange(m_settings, settings);
    if (!settings.isOn()) {
        m_timer.stop();
        return;
    }
    if (m_timer.isActive() && before.perSecond == settings.perSecond && before.isPoisson == settings.isPoisson)
        return;
    m_due = m_shard.clock().steady() + drawGap();
    arm();
}

MessageGenerator::Duration MessageGenerator::drawGap()
{
    double seconds = 1 / m_settings.perSecond;
    if (m_settings.isPoisson)
        seconds = std::exponential_distribution<double>(m_settings.perSecond)(m_random);
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
}

// Each is due from when the one before was due, so that no lateness adds up.
void MessageGenerator::sayWhatIsDue()
{
    const base::Clock::TimePoint now = m_shard.clock().steady();
    m_due = std::max(m_due, now - longestArrears);
    for (; m_due <= now; m_due += drawGap())
        say();
    arm();
}

void MessageGenerator::say()
{
    protocol::Outgoing outgoing;
    outgoing.from = protocol::generatorName();
    outgoing.text = generatedText(++m_said, m_settings.bytes);
    outgoing.sent = m_shard.clock().wall();
    room::NoReceipt receipt; // a disk that is behind need not be told of another one
    if (room::Room *const room = m_shard.find(m_room))
        room->append(outgoing, receipt);
}

void MessageGenerator::arm()
{
    m_timer.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(m_due - m_shard.clock().steady())));
}

} // namespace pushlab::server
