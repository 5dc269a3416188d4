// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/soakmember.h"

#include "tests/reliability/soak/soakbook.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using session::ChatClient;
using session::ClientState;

namespace {

constexpr quint32 burst = 5; // messages at once
constexpr quint32 burstEvery = 8; // times that it speaks
constexpr quint32 forgetsEvery = 8; // times that it comes back
constexpr double longestWait = 5; // means
constexpr int guessesEvery = 3; // members

} // namespace

SoakMetrics &SoakMetrics::operator+=(const SoakMetrics &other)
{
    sent += other.sent;
    delivered += other.delivered;
    controls += other.controls;
    lost += other.lost;
    repeated += other.repeated;
    races += other.races;
    guesses += other.guesses;
    refused += other.refused;
    switches += other.switches;
    reconnects += other.reconnects;
    returns += other.returns;
    newcomers += other.newcomers;
    return *this;
}

SoakMember::SoakMember(const QUrl &host, int number, quint32 seed, const SoakHabits &habits, SoakBook &book)
    : m_host(host), m_number(number), m_random(seed), m_habits(habits), m_book(book)
{
    for (QTimer *timer : {&m_sending, &m_switching, &m_presence})
        timer->setSingleShot(true);
    connect(&m_sending, &QTimer::timeout, this, &SoakMember::speak);
    connect(&m_switching, &QTimer::timeout, this, &SoakMember::change);
    connect(&m_presence, &QTimer::timeout, this, [this] { m_isAway ? enter() : leave(); });
    makeClient();
}

SoakMember::~SoakMember() = default;

void SoakMember::makeClient()
{
    session::ClientOptions options;
    options.host = m_host;
    options.name = soakName(m_number);
    options.technique = protocol::allTechniques[size_t(m_number) % protocol::allTechniques.size()];
    m_client = std::make_unique<ChatClient>(options);
    connect(m_client.get(), &ChatClient::controlsReceived, this, &SoakMember::pass);
    connect(m_client.get(), &ChatClient::messagesReceived, this, &SoakMember::take);
    connect(m_client.get(), &ChatClient::stateChanged, this, &SoakMember::noteState);
    connect(m_client.get(), &ChatClient::gapFound, this, [this] { ++m_metrics.refused; });
    connect(m_client.get(), &ChatClient::sendRejected, this, [this] { ++m_metrics.refused; });
    connect(m_client.get(), &ChatClient::raceReceived, this, [this] { ++m_metrics.races; });
    connect(&m_client->prediction(), &session::ClassPrediction::changed, this, &SoakMember::guess);
    connect(m_client.get(), &ChatClient::sendConfirmed, this, [this](const QString &id, qint64 seq) {
        if (const int count = m_unconfirmed.take(id))
            m_book.confirm(m_number, count, seq);
    });
}

void SoakMember::start()
{
    m_client->start();
    m_sending.start(sampleTime(m_habits.sends));
    m_switching.start(sampleTime(m_habits.switches));
    m_presence.start(sampleTime(m_habits.leaves));
}

void SoakMember::fallSilent()
{
    for (QTimer *timer : {&m_sending, &m_switching, &m_presence})
        timer->stop();
    comeBack();
}

void SoakMember::rest()
{
    m_client->stop();
    m_isAway = true;
}

void SoakMember::comeBack()
{
    if (std::exchange(m_isAway, false))
        m_client->start();
    else
        m_client->retryNow();
}

SoakMetrics SoakMember::metrics() const
{
    SoakMetrics metrics = m_metrics;
    metrics.repeated += repeatedByHost();
    return metrics;
}

QString SoakMember::condition() const
{
    return u"member %1 by %2 at %3: %4 received up to %5, %6 unacknowledged, state %7 %8"_s.arg(m_number)
        .arg(QString::fromLatin1(protocol::techniqueName(m_client->technique())), m_host.authority())
        .arg(m_metrics.delivered)
        .arg(m_last)
        .arg(m_unconfirmed.size())
        .arg(int(m_client->state().kind))
        .arg(m_client->state().reason);
}

void SoakMember::take(const QList<session::Received> &messages)
{
    for (const session::Received &received : messages) {
        const protocol::Message &message = received.message;
        m_book.take(message);
        if (message.seq <= m_last) {
            ++m_metrics.repeated;
            continue;
        }
        for (qint64 seq = m_last + 1; seq < message.seq; ++seq)
            m_metrics.lost += !m_controls.remove(seq);
        m_last = message.seq;
    }
    m_metrics.delivered += messages.size();
}

void SoakMember::pass(const QList<protocol::ControlEntry> &controls)
{
    for (const protocol::ControlEntry &control : controls) {
        m_book.pass(control.seq);
        if (control.seq > m_last && !m_controls.contains(control.seq))
            m_controls.insert(control.seq);
        else
            ++m_metrics.repeated;
    }
    m_metrics.controls += controls.size();
}

void SoakMember::noteState(const ClientState &state)
{
    if (state.kind == ClientState::Kind::AccessDenied)
        ++m_metrics.refused;
    if (state.kind != ClientState::Kind::Retrying)
        return;
    ++m_metrics.reconnects;
    if (state.reason.contains(u"passed over messages"_s)) // the client asks again, so that nothing is missing in the end
        ++m_metrics.lost;
}

void SoakMember::speak()
{
    const quint32 times = m_random.bounded(burstEvery) == 0 ? burst : 1;
    for (quint32 i = 0; i < times && !m_isAway; ++i) {
        const QString id = m_client->send(soakText(m_number, m_count + 1));
        if (id.isEmpty())
            break; // too much waits already
        m_unconfirmed.insert(id, ++m_count);
        ++m_metrics.sent;
    }
    m_sending.start(sampleTime(m_habits.sends));
}

void SoakMember::change()
{
    const auto step = 1 + m_random.bounded(2U); // always another one
    const auto next = (size_t(m_client->technique()) + step) % protocol::allTechniques.size();
    if (m_client->setTechnique(protocol::allTechniques[next]))
        ++m_metrics.switches;
    m_switching.start(sampleTime(m_habits.switches));
}

//! A member in three answers the class's question, once it hears of it.
void SoakMember::guess()
{
    const std::optional<protocol::AskedQuestion> &asked = m_client->prediction().asked();
    if (!asked || m_number % guessesEvery != 0)
        return;
    if (asked->guess)
        ++m_metrics.guesses;
    else if (asked->isOpen)
        m_client->prediction().guess(m_random.bounded(1000));
}

void SoakMember::leave()
{
    rest();
    m_presence.start(sampleTime(m_habits.isAway));
}

void SoakMember::enter()
{
    if (m_habits.mayForget && m_unconfirmed.isEmpty() && m_random.bounded(forgetsEvery) == 0) {
        m_metrics.repeated += repeatedByHost();
        makeClient();
        m_last = 0;
        m_controls.clear();
        ++m_metrics.newcomers;
    } else {
        ++m_metrics.returns;
    }
    comeBack();
    m_presence.start(sampleTime(m_habits.leaves));
}

qint64 SoakMember::repeatedByHost() const
{
    qint64 repeated = 0;
    for (const protocol::Technique technique : protocol::allTechniques)
        repeated += m_client->counters(technique).repeated;
    return repeated;
}

// Exponentially distributed, so that events are as frequent in the first minute as later; long waits are cut.
std::chrono::milliseconds SoakMember::sampleTime(std::chrono::milliseconds mean)
{
    const double times = std::min(-std::log(1 - m_random.generateDouble()), longestWait);
    return std::chrono::ceil<std::chrono::milliseconds>(times * mean);
}

} // namespace pushlab::tests
