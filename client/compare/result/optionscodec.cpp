// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/optionscodec.h"

#include <QJsonArray>

namespace pushlab::compare {

namespace {

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

constexpr double longest = 366 * 86400; // seconds; longer runs are not accepted

//! The duration in \a value; negative when it is none.
std::chrono::milliseconds fromSeconds(const QJsonValue &value)
{
    const double seconds = value.toDouble(-1);
    return std::chrono::milliseconds(seconds >= 0 && seconds <= longest ? qRound64(seconds * 1000) : -1);
}

bool isSane(const RunOptions &options)
{
    return !options.variants.isEmpty() && options.clients >= 1 && options.clients <= maxClients && options.rate >= minRate
        && options.rate <= maxRate && options.size >= minSize && options.size <= protocol::maxTextBytes && options.repeats >= 1
        && options.repeats <= maxRepeats && options.pollInterval.count() > 0 && options.hold.count() > 0
        && options.duration.count() > 0 && options.warmUp.count() >= 0 && options.delay.count() >= 0
        && options.jitter.count() >= 0 && options.rateBitsPerSecond >= 0;
}

} // namespace

QJsonObject optionsToJson(const RunOptions &options)
{
    QJsonArray variants;
    for (const Variant variant : options.variants)
        variants.append(QString::fromLatin1(variantName(variant)));
    return {{QStringLiteral("techniques"), variants},
            {QStringLiteral("clients"), options.clients},
            {QStringLiteral("rate"), options.rate},
            {QStringLiteral("constant"), options.isConstant},
            {QStringLiteral("size"), options.size},
            {QStringLiteral("pollInterval"), seconds(options.pollInterval)},
            {QStringLiteral("hold"), seconds(options.hold)},
            {QStringLiteral("duration"), seconds(options.duration)},
            {QStringLiteral("warmUp"), seconds(options.warmUp)},
            {QStringLiteral("repeats"), options.repeats},
            {QStringLiteral("simultaneous"), options.isSimultaneous},
            {QStringLiteral("keepAlive"), options.keepAlive},
            {QStringLiteral("seed"), QString::number(options.seed)}, // 64 bits: more than a JSON number holds
            {QStringLiteral("host"), options.host.toString()},
            {QStringLiteral("delay"), seconds(options.delay)},
            {QStringLiteral("jitter"), seconds(options.jitter)},
            {QStringLiteral("rateBitsPerSecond"), options.rateBitsPerSecond},
            {QStringLiteral("preset"), options.preset}};
}

std::optional<RunOptions> optionsFromJson(const QJsonObject &json)
{
    RunOptions options;
    options.variants.clear();
    const QJsonArray variants = json[u"techniques"].toArray();
    for (const auto name : variants) {
        const auto variant = variantFromName(name.toString().toLatin1());
        if (!variant)
            return std::nullopt;
        options.variants.append(*variant);
    }
    options.clients = json[u"clients"].toInt();
    options.rate = json[u"rate"].toDouble();
    options.isConstant = json[u"constant"].toBool();
    options.size = json[u"size"].toInt();
    options.pollInterval = fromSeconds(json[u"pollInterval"]);
    options.hold = fromSeconds(json[u"hold"]);
    options.duration = fromSeconds(json[u"duration"]);
    options.warmUp = fromSeconds(json[u"warmUp"]);
    options.repeats = json[u"repeats"].toInt();
    options.isSimultaneous = json[u"simultaneous"].toBool();
    options.keepAlive = json[u"keepAlive"].toBool(true);
    options.seed = json[u"seed"].toString().toULongLong();
    options.host = QUrl(json[u"host"].toString());
    options.delay = fromSeconds(json[u"delay"]);
    options.jitter = fromSeconds(json[u"jitter"]);
    options.rateBitsPerSecond = json[u"rateBitsPerSecond"].toInteger(-1);
    options.preset = json[u"preset"].toString();
    return isSane(options) ? std::optional(options) : std::nullopt;
}

} // namespace pushlab::compare
