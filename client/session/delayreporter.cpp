// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/delayreporter.h"

#include "client/session/clockoffset.h"
#include "client/transport/apiurl.h"
#include "client/transport/httpcall.h"
#include "server/protocol/limits.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pushlab::session {

using namespace std::chrono_literals;
using protocol::Technique;
using transport::HttpAnswer;
using transport::HttpCall;

namespace {

constexpr std::chrono::milliseconds reportTimeout = 4s;
constexpr std::chrono::milliseconds patienceAtEnd = 1s; // while the application has no window left
constexpr qint64 manySamples = protocol::maxReportSamples / 2; // from this number on, report without waiting

std::chrono::nanoseconds between(double from, double to)
{
    return std::chrono::nanoseconds(std::llround(std::clamp((to - from) * 1e6, 0., 9e18)));
}

// Whether another attempt may succeed after \a status.
bool mayPass(int status)
{
    return status == 0 || status == 408 || status == 429 || status >= 500;
}

} // namespace

std::chrono::nanoseconds DelayReporter::Sample::delivery() const
{
    return between(accepted, received);
}

std::chrono::nanoseconds DelayReporter::Sample::keypress() const
{
    return between(std::min(sent, accepted), received);
}

DelayReporter::DelayReporter(transport::Endpoint endpoint, QNetworkAccessManager &network, const ClockOffset &clock,
                             std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent), m_endpoint(std::move(endpoint)), m_network(network), m_clock(clock)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &DelayReporter::collect);
}

DelayReporter::~DelayReporter() = default;

void DelayReporter::start()
{
    m_locker.reset();
    m_timer.start();
}

void DelayReporter::stop()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    collect();
    if (!m_call)
        return;
    m_locker = std::make_unique<QEventLoopLocker>();
    QTimer::singleShot(patienceAtEnd, this, [this] { m_locker.reset(); });
}

bool DelayReporter::add(const Sample &sample)
{
    Pending &pending = m_pending[size_t(sample.technique)];
    if (sample.delivery() > protocol::maxReportedDelay || pending.delivery.count() == protocol::maxReportSamples) {
        pending.setAside = std::min(pending.setAside + 1, protocol::maxReportSamples);
        return false;
    }
    pending.delivery.add(sample.delivery());
    if (sample.sent > 0 && sample.keypress() <= protocol::maxReportedDelay)
        pending.keypress.add(sample.keypress());
    if (pending.delivery.count() == manySamples)
        collect();
    return true;
}

void DelayReporter::addRace(qint64 race, Technique technique, std::optional<std::chrono::nanoseconds> delay)
{
    if (m_unsent.size() >= 2 * protocol::allTechniques.size())
        return; // the host does not answer
    Pending only;
    if (delay)
        only.delivery.add(*delay);
    protocol::DelayReport receipt = report(technique, only);
    receipt.race = race;
    m_unsent.insert(m_unsent.begin() + (m_call ? 1 : 0), receipt); // before all but the one that is on its way
    send();
}

protocol::DelayReport DelayReporter::report(Technique technique, const Pending &pending)
{
    return {++m_number,          m_endpoint.member, m_endpoint.name,  technique,        m_clock.uncertainty(localMilliseconds()),
            m_clock.roundTrip(), pending.delivery,  pending.keypress, pending.setAside, m_missed,
            m_repeated};
}

void DelayReporter::collect()
{
    for (const Technique technique : protocol::allTechniques) {
        Pending &pending = m_pending[size_t(technique)];
        // While the host does not answer, new samples are merged and wait.
        if (pending.isEmpty() || m_unsent.size() >= protocol::allTechniques.size())
            continue;
        m_unsent.push_back(report(technique, pending));
        pending = {};
    }
    send();
}

void DelayReporter::send()
{
    if (m_call || m_unsent.empty())
        return;
    m_call = HttpCall::post(m_network, transport::reportsUrl(m_endpoint), protocol::encodeDelayReport(m_unsent.front()),
                            reportTimeout, this);
    connect(m_call, &HttpCall::finished, this, &DelayReporter::take);
}

void DelayReporter::take(const HttpAnswer &answer)
{
    std::exchange(m_call, nullptr)->deleteLater();
    if (!mayPass(answer.status)) {
        m_unsent.pop_front(); // dropped, because it would be refused again
        send();
    }
    if (m_call)
        return; // otherwise sent again with the next reports
    m_locker.reset();
    Q_EMIT finished();
}

} // namespace pushlab::session
