// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/techniquefigures.h"

#include "app/classroom/classtheory.h"
#include "client/theory/models.h"
#include "client/theory/statistics.h"
#include "server/protocol/messagecodec.h"
#include "server/protocol/techniquetraits.h"

#include <algorithm>
#include <cmath>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::ClassMeasurement;
using protocol::MeasuredAnswer;
using protocol::MemberSample;
using protocol::Technique;
using protocol::WorksheetTechnique;

namespace {

constexpr qint64 fewestDelays = 10;
constexpr double fewestMessages = 5; // that a member received
constexpr double shortestMinutes = 0.25;

//! Those of which there is something to say: others have gone.
QList<MemberSample> membersBy(Technique technique, const ClassMeasurement &measured)
{
    QList<MemberSample> members;
    std::ranges::copy_if(measured.members, std::back_inserter(members), [technique](const MemberSample &one) {
        return one.technique == technique && one.minutes >= shortestMinutes && (one.requests > 0 || one.delivered > 0);
    });
    return members;
}

//! The mean over members ± half of Student's interval, or at least \a resolution, which is all that one member tells.
std::optional<MeasuredAnswer> meanOver(const QList<double> &values, double resolution)
{
    if (values.isEmpty())
        return std::nullopt;
    const theory::Summary summary = theory::summarize(values);
    const auto interval = theory::confidenceInterval(summary);
    const double least = resolution / std::sqrt(double(summary.n));
    return MeasuredAnswer{summary.mean, std::max(interval ? interval->halfWidth : 0, least), summary.n, {}};
}

std::optional<MeasuredAnswer> meanDelayBy(Technique technique, const ClassMeasurement &measured)
{
    const protocol::DelaySamples &delays = measured.delays[size_t(technique)];
    const auto interval = theory::confidenceInterval({delays.n, delays.mean, delays.deviation});
    if (!interval || delays.n < fewestDelays)
        return std::nullopt;
    return MeasuredAnswer{delays.mean, interval->halfWidth + delays.clockUncertainty, delays.n, {}};
}

std::optional<MeasuredAnswer> requestsOf(const QList<MemberSample> &members)
{
    QList<double> rates;
    double most = 0; // requests of one member
    for (const MemberSample &member : members) {
        rates.append(member.requests / member.minutes);
        most = std::max(most, member.requests);
    }
    return meanOver(rates, most > 0 ? 1 / members.first().minutes : 0);
}

std::optional<MeasuredAnswer> bytesOf(const QList<MemberSample> &members)
{
    QList<double> bytes;
    for (const MemberSample &member : members) {
        if (!member.hasSent && member.delivered >= fewestMessages)
            bytes.append(member.bytes / member.delivered);
    }
    return meanOver(bytes, 0);
}

//! As members got them, or where nobody was there for long enough as the host's generator sends them.
double messagesAMinute(const QList<MemberSample> &members, const protocol::ClassSettings &settings)
{
    double messages = 0;
    double minutes = 0;
    for (const MemberSample &member : members) {
        messages += member.delivered;
        minutes += member.minutes;
    }
    return minutes > 0 ? messages / minutes : settings.generator.perSecond * 60;
}

//! Of a message of the generator, with what is around it in the JSON.
double generatedBytes(Technique technique, const protocol::ClassSettings &settings)
{
    const QString text(settings.generator.bytes, u'x');
    const protocol::EncodedEntry entry = protocol::encodeMessage({1000, protocol::generatorName(), text, 1.7e12, 1.7e12, technique});
    return double(protocol::traitsOf(technique).sendsInBand ? protocol::messageFrame(entry).size() : entry.json.size());
}

std::optional<double> expectedBytes(const WorksheetTechnique &figures, const protocol::ClassSettings &settings)
{
    if (!settings.generator.isOn() || figures.perMinute <= 0)
        return std::nullopt;
    theory::Parameters parameters;
    parameters.rate = figures.perMinute / 60;
    parameters.oneWay = localTransit + settings.conditioner.delay;
    parameters.pollInterval = settings.pollInterval;
    parameters.hold = settings.hold;
    parameters.messageBytes = generatedBytes(figures.technique, settings);
    return theory::isValid(parameters) ? std::optional(theory::bytesPerMessage(figures.technique, parameters)) : std::nullopt;
}

} // namespace

WorksheetTechnique techniqueFiguresOf(Technique technique, const ClassMeasurement &measured, const protocol::ClassSettings &settings)
{
    WorksheetTechnique figures{technique};
    figures.pollInterval = settings.pollInterval;
    figures.hold = settings.hold;
    figures.networkDelay = std::chrono::duration_cast<std::chrono::milliseconds>(settings.conditioner.delay);
    const QList<MemberSample> members = membersBy(technique, measured);
    figures.perMinute = messagesAMinute(members, settings);
    figures.delay.measured = meanDelayBy(technique, measured);
    figures.requests.measured = requestsOf(members);
    figures.bytes.measured = bytesOf(members);
    if (figures.perMinute > 0) {
        const protocol::Expectation expected = expectationOf(technique, figures.perMinute / 60, settings);
        figures.delay.theory = expected.meanDelay.count();
        figures.requests.theory = expected.requestsPerMinute;
        figures.bytes.theory = expectedBytes(figures, settings);
    }
    return figures;
}

} // namespace pushlab::app
