// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/classmeasure.h"

#include "server/room/memberstate.h"

#include <algorithm>
#include <cmath>

namespace pushlab::server {

using namespace std::chrono_literals;
using protocol::Technique;

namespace {

constexpr std::chrono::seconds reportTime = 6s; // members report their delays every 5 s
constexpr double leastPointMinutes = 0.25; // of one rate of messages, so that a request more or less is no matter
constexpr qsizetype mostPoints = 50;

double inMilliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double minutesSince(base::Clock::TimePoint start, base::Clock::TimePoint now)
{
    return std::chrono::duration<double, std::ratio<60>>(now - start).count();
}

//! What \a now has in addition to \a before, an earlier state of it.
protocol::DelaySamples samplesSince(const protocol::DelayHistogram &before, const protocol::DelayHistogram &now)
{
    protocol::DelaySamples samples;
    samples.n = now.count() - before.count();
    if (samples.n <= 0)
        return {};
    samples.mean = inMilliseconds(now.sum() - before.sum()) / double(samples.n);
    QHash<qsizetype, qint64> former;
    for (const protocol::BucketCount &bucket : before.buckets())
        former.insert(bucket.bucket, bucket.times);
    double squares = 0;
    for (const protocol::BucketCount &bucket : now.buckets()) {
        const qint64 times = bucket.times - former.value(bucket.bucket);
        if (times <= 0)
            continue;
        const double delay = inMilliseconds(protocol::DelayHistogram::middleOf(bucket.bucket));
        samples.greatest = std::max(samples.greatest, delay);
        squares += double(times) * (delay - samples.mean) * (delay - samples.mean);
    }
    if (samples.n > 1)
        samples.deviation = std::sqrt(squares / double(samples.n - 1));
    return samples;
}

double meanOf(const QList<protocol::MemberSample> &members, Technique technique, double protocol::MemberSample::*what)
{
    double sum = 0;
    int count = 0;
    for (const protocol::MemberSample &member : members) {
        if (member.technique != technique || member.minutes < leastPointMinutes)
            continue;
        sum += member.*what / member.minutes;
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

} // namespace

void ClassMeasure::begin()
{
    m_settled.reset();
    m_points.clear();
    m_start = startNow();
    m_pointStart = m_start;
}

void ClassMeasure::end()
{
    m_settled.reset();
    m_points.clear();
    m_start.reset();
    m_pointStart.reset();
}

void ClassMeasure::noteChange(const protocol::ClassSettings &now, const protocol::ClassSettings &before)
{
    if (!m_start)
        return;
    const bool isOtherClass = now.pollInterval != before.pollInterval || now.hold != before.hold
        || now.conditioner != before.conditioner || now.roomConditioners != before.roomConditioners
        || now.generator.bytes != before.generator.bytes || now.generator.isPoisson != before.generator.isPoisson;
    if (isOtherClass) {
        settle();
        m_points.clear();
        return;
    }
    if (now.generator == before.generator)
        return;
    const auto point = pointSince(*m_pointStart);
    if (point && m_points.size() < mostPoints)
        m_points.append(*point);
    m_pointStart = startNow();
}

void ClassMeasure::settle()
{
    m_settled = m_shard.clock().steady() + reportTime;
}

bool ClassMeasure::isSettled() const
{
    return m_settled && m_shard.clock().steady() >= *m_settled;
}

protocol::ClassMeasurement ClassMeasure::take() const
{
    protocol::ClassMeasurement measured;
    if (!m_start || m_settled)
        return measured;
    for (const Technique technique : protocol::allTechniques) {
        protocol::DelaySamples &samples = measured.delays[size_t(technique)];
        samples = samplesSince(m_start->delays[size_t(technique)], m_ledger.delays().of(technique).deliveries);
        samples.clockUncertainty = clockUncertainty(technique);
    }
    measured.members = membersSince(*m_start);
    measured.points = m_points;
    if (const auto point = pointSince(*m_pointStart))
        measured.points.append(*point);
    return measured;
}

void ClassMeasure::follow()
{
    if (isSettled())
        begin();
    else if (m_start && !m_settled) {
        addMembers(*m_start);
        addMembers(*m_pointStart);
    }
}

ClassMeasure::Start ClassMeasure::startNow() const
{
    Start start;
    for (const Technique technique : protocol::allTechniques)
        start.delays[size_t(technique)] = m_ledger.delays().of(technique).deliveries;
    addMembers(start);
    return start;
}

//! Those that are not in it, and those that use another technique now.
void ClassMeasure::addMembers(Start &start) const
{
    const base::Clock::TimePoint now = m_shard.clock().steady();
    for (const auto &[name, room] : m_shard.rooms()) {
        for (const auto &[key, member] : room->members()) {
            const auto known = start.members.constFind({name, key});
            const bool isNew = known == start.members.cend();
            if (!member.isPerson() || (isNew && start.members.size() >= room::maxListedMembers))
                continue;
            if (isNew || known->technique != member.technique) {
                const ledger::Usage usage = memberState(m_shard, *room, key, member).usage[size_t(member.technique)];
                start.members.insert({name, key}, {now, member.technique, usage});
            }
        }
    }
}

//! Of the members that still use the technique that they had when they were taken in.
QList<protocol::MemberSample> ClassMeasure::membersSince(const Start &start) const
{
    QList<protocol::MemberSample> samples;
    for (auto it = start.members.cbegin(); it != start.members.cend(); ++it) {
        const room::Room *const room = m_shard.find(it.key().room);
        const auto found = room ? room->members().find(it.key().member) : decltype(room->members().end())();
        if (!room || found == room->members().end() || found->second.technique != it->technique)
            continue;
        const double minutes = minutesSince(it->time, m_shard.clock().steady());
        ledger::Usage done = memberState(m_shard, *room, found->first, found->second).usage[size_t(it->technique)];
        done -= it->usage;
        if (minutes > 0)
            samples.append({it->technique, minutes, double(done.requests), double(done.delivered), double(done.bytesOfDelivery()),
                            done.sends > 0});
    }
    return samples;
}

std::optional<protocol::RatePoint> ClassMeasure::pointSince(const Start &start) const
{
    if (m_settled)
        return std::nullopt;
    const QList<protocol::MemberSample> members = membersSince(start);
    using Sample = protocol::MemberSample;
    const protocol::RatePoint point{meanOf(members, Technique::LongPolling, &Sample::delivered),
                                    meanOf(members, Technique::LongPolling, &Sample::requests),
                                    meanOf(members, Technique::Polling, &Sample::requests)};
    return point.longPolling > 0 ? std::optional(point) : std::nullopt;
}

//! The mean of what the members know of the host's clock, ± ms.
double ClassMeasure::clockUncertainty(Technique technique) const
{
    double sum = 0;
    int count = 0;
    for (const auto &[name, room] : m_shard.rooms()) {
        for (const auto &[key, member] : room->members()) {
            if (count == room::maxListedMembers || member.technique != technique || !member.isPerson())
                continue;
            const auto uncertainty = m_ledger.delays().member({name, key}, technique).uncertainty;
            sum += uncertainty.value_or(0);
            count += uncertainty.has_value();
        }
    }
    return count > 0 ? sum / count : 0;
}

} // namespace pushlab::server
