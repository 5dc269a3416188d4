// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/delayreport.h"

#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/techniquetraits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace pushlab::protocol {

namespace {

constexpr double longest = double(std::chrono::milliseconds(maxReportedDelay).count());
constexpr qint64 mostMessages = 1'000'000'000;

void appendNumber(QByteArray &json, QByteArrayView key, qint64 value)
{
    json.append(",\"").append(key).append("\":").append(QByteArray::number(value));
}

void appendMilliseconds(QByteArray &json, QByteArrayView key, std::optional<double> value)
{
    if (!value)
        return;
    json.append(",\"").append(key).append("\":");
    appendJsonTime(json, *value);
}

bool isMissing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

//! Reads an optional field. Returns false when it is present but no string, or too long.
bool readString(const QJsonValue &value, QString &string)
{
    string = wholeText(value.toString());
    return (isMissing(value) || value.isString()) && string.toUtf8().size() <= maxNameBytes;
}

bool readMilliseconds(const QJsonValue &value, std::optional<double> &milliseconds)
{
    if (isMissing(value))
        return true;
    milliseconds = value.toDouble(-1);
    return *milliseconds >= 0 && *milliseconds <= longest;
}

bool readCount(const QJsonValue &value, qint64 most, qint64 &count)
{
    count = isMissing(value) ? 0 : value.toInteger(-1);
    return count >= 0 && count <= most;
}

bool readHistogram(const QJsonValue &value, DelayHistogram &histogram)
{
    if (isMissing(value))
        return true;
    const std::optional<DelayHistogram> read = DelayHistogram::fromJson(value.toObject());
    if (!read || read->count() > maxReportSamples || read->min().count() < 0 || read->max() > maxReportedDelay)
        return false;
    histogram = *read;
    return true;
}

//! Returns the key of the first count that is wrong; empty when all are well.
QByteArray readCounts(const QJsonObject &object, DelayReport &report)
{
    if (!readCount(object[u"setAside"], maxReportSamples, report.setAside))
        return "setAside";
    if (!readCount(object[u"missed"], mostMessages, report.missed))
        return "missed";
    if (!readCount(object[u"repeated"], mostMessages, report.repeated))
        return "repeated";
    return readCount(object[u"race"], mostMessages, report.race) ? QByteArray() : QByteArray("race");
}

DelayReportResult refusedReport(const QByteArray &code, const QByteArray &error)
{
    return {std::nullopt, code, error};
}

DelayReportResult badHistogram(QByteArrayView key)
{
    return refusedReport("bad-" + key.toByteArray(),
                   key.toByteArray()
                       + " must be {\"v\":1,\"n\",\"sum\",\"min\",\"max\",\"counts\":[[bucket,count],\xe2\x80\xa6]} in whole nanoseconds from "
                         "0 to 1 hour, with buckets from 0 to 2089 in ascending order and at most 100000 samples");
}

} // namespace

QByteArray encodeDelayReport(const DelayReport &report)
{
    QByteArray json = "{\"number\":" + QByteArray::number(report.number) + ",\"member\":";
    appendJsonString(json, report.member.toUtf8());
    if (!report.name.isEmpty()) {
        json += ",\"name\":";
        appendJsonString(json, report.name.toUtf8());
    }
    json += ",\"technique\":";
    appendJsonString(json, techniqueName(report.technique));
    appendMilliseconds(json, "clock", report.uncertainty);
    appendMilliseconds(json, "roundTrip", report.roundTrip);
    json += ",\"delay\":" + report.delivery.toJson() + ",\"keypress\":" + report.keypress.toJson();
    appendNumber(json, "setAside", report.setAside);
    appendNumber(json, "missed", report.missed);
    appendNumber(json, "repeated", report.repeated);
    if (report.race > 0)
        appendNumber(json, "race", report.race);
    return json + '}';
}

DelayReportResult decodeDelayReport(QByteArrayView json)
{
    const QJsonDocument document = parseJson(json.toByteArray());
    if (!document.isObject())
        return refusedReport("bad-json", "the report must be a JSON object");
    const QJsonObject object = document.object();
    DelayReport report;
    if (!readCount(object[u"number"], DelayHistogram::maxCount, report.number) || report.number == 0)
        return refusedReport("bad-number", "number must be a whole number from 1, one more in each report of a member");
    if (!readString(object[u"member"], report.member) || report.member.isEmpty())
        return refusedReport("bad-member",
                             QByteArray("member must be the id with which the member asks for messages, 1 to "
                                        + QByteArray::number(maxNameBytes) + " bytes"));
    if (!readString(object[u"name"], report.name))
        return refusedReport("bad-name",
                             QByteArray("name must be a string of at most " + QByteArray::number(maxNameBytes) + " bytes"));
    const auto technique = techniqueFromName(object[u"technique"].toString().toLatin1());
    if (!technique)
        return refusedReport("bad-technique", "technique must be " + techniqueNames());
    report.technique = *technique;
    if (!readMilliseconds(object[u"clock"], report.uncertainty))
        return refusedReport("bad-clock", "clock must be the clock's uncertainty in milliseconds, from 0 to 3600000");
    if (!readMilliseconds(object[u"roundTrip"], report.roundTrip))
        return refusedReport("bad-roundTrip", "roundTrip must be milliseconds from 0 to 3600000");
    if (!readHistogram(object[u"delay"], report.delivery))
        return badHistogram("delay");
    if (!readHistogram(object[u"keypress"], report.keypress))
        return badHistogram("keypress");
    if (const QByteArray wrong = readCounts(object, report); !wrong.isEmpty())
        return refusedReport("bad-" + wrong,
                             wrong + " must be a whole number from 0 to " + (wrong == "setAside" ? "100000" : "1000000000"));
    if (report.race > 0 && report.delivery.count() > 1)
        return refusedReport("bad-race", "the receipt of a race has one sample of delay at most");
    return {report, {}, {}};
}

} // namespace pushlab::protocol
