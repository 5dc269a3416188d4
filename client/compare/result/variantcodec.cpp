// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/variantcodec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace pushlab::compare {

namespace {

// Each field is named once, for both directions.
template <typename T>
struct Field
{
    const char16_t *key;
    T VariantResult::*member;
};

constexpr Field<qint64> counts[] = {
    {u"sent", &VariantResult::sent},
    {u"expected", &VariantResult::expected},
    {u"delivered", &VariantResult::delivered},
    {u"lost", &VariantResult::lost},
    {u"repeated", &VariantResult::repeated},
    {u"failures", &VariantResult::failures},
    {u"requests", &VariantResult::requests},
    {u"empty", &VariantResult::empty},
    {u"connections", &VariantResult::connections},
    {u"messages", &VariantResult::messages},
    {u"samples", &VariantResult::samples},
};

constexpr Field<double> numbers[] = {
    {u"seconds", &VariantResult::seconds},
    {u"rate", &VariantResult::rate},
    {u"handshakeBytes", &VariantResult::handshakeBytes},
    {u"headerBytes", &VariantResult::headerBytes},
    {u"messageBytes", &VariantResult::messageBytes},
    {u"segmentBytes", &VariantResult::segmentBytes},
    {u"bytesRatio", &VariantResult::bytesRatio},
    {u"delayRatio", &VariantResult::delayRatio},
};

constexpr Field<Figure> figures[] = {
    {u"requestsPerMinute", &VariantResult::requestsPerMinute},
    {u"emptyShare", &VariantResult::emptyShare},
    {u"bytesPerMinute", &VariantResult::bytesPerMinute},
    {u"bytesPerMessage", &VariantResult::bytesPerMessage},
    {u"meanDelay", &VariantResult::mean},
    {u"p50", &VariantResult::p50},
    {u"p95", &VariantResult::p95},
    {u"p99", &VariantResult::p99},
    {u"maxDelay", &VariantResult::max},
};

void insertNumber(QJsonObject &json, QStringView key, const std::optional<double> &number)
{
    if (number && std::isfinite(*number))
        json.insert(key, *number);
}

std::optional<double> optionalNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QJsonObject toJson(const Figure &figure)
{
    QJsonObject json;
    insertNumber(json, u"value", figure.value);
    insertNumber(json, u"theory", figure.theory);
    insertNumber(json, u"residualPercent", figure.residual()); // derived from other fields, for readers' convenience
    insertNumber(json, u"confidence95", figure.halfWidth);
    if (!figure.isComparable)
        json.insert(u"comparable", false);
    return json;
}

Figure figureFrom(const QJsonObject &json)
{
    return {json[u"value"].toDouble(), optionalNumber(json[u"theory"]), optionalNumber(json[u"confidence95"]),
            json[u"comparable"].toBool(true)};
}

QJsonObject toJson(const Bytes &bytes)
{
    return {{QStringLiteral("payload"), bytes.payload},
            {QStringLiteral("header"), bytes.header},
            {QStringLiteral("handshake"), bytes.handshake}};
}

Bytes bytesFrom(const QJsonObject &json)
{
    return {json[u"payload"].toInteger(), json[u"header"].toInteger(), json[u"handshake"].toInteger()};
}

QJsonObject toJson(const Traffic &traffic)
{
    return {{QStringLiteral("up"), toJson(traffic.up)}, {QStringLiteral("down"), toJson(traffic.down)}};
}

Traffic trafficFrom(const QJsonObject &json)
{
    return {bytesFrom(json[u"up"].toObject()), bytesFrom(json[u"down"].toObject())};
}

QJsonArray cdfToJson(const QList<protocol::CdfPoint> &points)
{
    QJsonArray array;
    for (const protocol::CdfPoint &point : points)
        array.append(QJsonArray{qint64(point.delay.count()), point.share});
    return array;
}

QJsonArray timelineToJson(const QList<SecondCounts> &timeline)
{
    QJsonArray array;
    for (const SecondCounts &second : timeline)
        array.append(QJsonArray{second.requests, second.bytes});
    return array;
}

void readLists(const QJsonObject &json, VariantResult &result)
{
    const QJsonArray points = json[u"expectedDelays"].toArray();
    for (const QJsonValueConstRef point : points)
        result.expectedDelays.append({std::chrono::nanoseconds(point[0].toInteger()), point[1].toDouble()});
    const QJsonArray seconds = json[u"timeline"].toArray();
    for (const QJsonValueConstRef second : seconds)
        result.timeline.append({second[0].toInteger(), second[1].toInteger()});
}

} // namespace

QJsonObject variantToJson(const VariantResult &result)
{
    QJsonObject json{{QStringLiteral("technique"), QString::fromLatin1(variantName(result.variant))},
                     {QStringLiteral("clients"), result.clients},
                     {QStringLiteral("repeats"), result.repeats}};
    for (const auto &field : counts)
        json.insert(QStringView(field.key), result.*field.member);
    for (const auto &field : numbers)
        json.insert(QStringView(field.key), result.*field.member);
    for (const auto &field : figures)
        json.insert(QStringView(field.key), toJson(result.*field.member));
    json.insert(u"asking", toJson(result.asking));
    json.insert(u"sending", toJson(result.sending));
    insertNumber(json, u"cpuPerMessage", result.cpuPerMessage);
    if (result.fit) {
        json.insert(u"kolmogorovSmirnov",
                    QJsonObject{{QStringLiteral("n"), result.fit->n},
                                {QStringLiteral("distance"), result.fit->distance},
                                {QStringLiteral("pValue"), result.fit->pValue}});
    }
    json.insert(u"delays", QJsonDocument::fromJson(result.delays.toJson()).object());
    json.insert(u"expectedDelays", cdfToJson(result.expectedDelays));
    json.insert(u"timeline", timelineToJson(result.timeline));
    return json;
}

std::optional<VariantResult> variantFromJson(const QJsonObject &json)
{
    const auto variant = variantFromName(json[u"technique"].toString().toLatin1());
    auto delays = protocol::DelayHistogram::fromJson(json[u"delays"].toObject());
    if (!variant || !delays)
        return std::nullopt;
    VariantResult result;
    result.variant = *variant;
    result.clients = json[u"clients"].toInt();
    result.repeats = json[u"repeats"].toInt();
    for (const auto &field : counts)
        result.*field.member = json[QStringView(field.key)].toInteger();
    for (const auto &field : numbers)
        result.*field.member = json[QStringView(field.key)].toDouble();
    for (const auto &field : figures)
        result.*field.member = figureFrom(json[QStringView(field.key)].toObject());
    result.asking = trafficFrom(json[u"asking"].toObject());
    result.sending = trafficFrom(json[u"sending"].toObject());
    result.cpuPerMessage = optionalNumber(json[u"cpuPerMessage"]);
    if (const QJsonValue fit = json[u"kolmogorovSmirnov"]; fit.isObject())
        result.fit = Fit{fit[u"n"].toInteger(), fit[u"distance"].toDouble(), fit[u"pValue"].toDouble()};
    result.delays = *std::move(delays);
    readLists(json, result);
    return result;
}

} // namespace pushlab::compare
