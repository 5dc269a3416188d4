// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/resultcodec.h"

#include "client/compare/result/optionscodec.h"
#include "client/compare/result/variantcodec.h"
#include "client/compare/text/notetext.h"
#include "client/compare/text/publishedtext.h"
#include "client/compare/text/verdicttext.h"
#include "server/protocol/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString schemaName = u"pushlab-compare"_s;

QJsonObject toJson(const Provenance &provenance)
{
    return {{u"version"_s, provenance.version},
            {u"kernel"_s, provenance.kernel},
            {u"cpu"_s, provenance.cpu},
            {u"commandLine"_s, provenance.commandLine},
            {u"started"_s, provenance.started}};
}

Provenance provenanceFrom(const QJsonObject &json)
{
    return {json[u"version"].toString(), json[u"kernel"].toString(), json[u"cpu"].toString(), json[u"commandLine"].toString(),
            json[u"started"].toString()};
}

//! Indexed by theory::Verdict; SecondFaster never occurs in a finding.
constexpr std::array verdictNames{"faster"_L1,       QLatin1StringView(),      "too-few-samples"_L1,
                                  "rates-differ"_L1, "clock-too-uncertain"_L1, "within-chance"_L1};

QJsonArray findingsToJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        array.append(QJsonObject{{u"shortest"_s, QString::fromLatin1(variantName(finding.shortest))},
                                 {u"other"_s, QString::fromLatin1(variantName(finding.other))},
                                 {u"verdict"_s, verdictNames.at(std::size_t(finding.verdict))}});
    }
    return array;
}

QList<Finding> findingsFrom(const QJsonArray &array)
{
    QList<Finding> findings;
    for (const QJsonValue value : array) {
        const auto shortest = variantFromName(value[u"shortest"].toString().toLatin1());
        const auto other = variantFromName(value[u"other"].toString().toLatin1());
        const auto *const name = std::find(verdictNames.begin(), verdictNames.end(), value[u"verdict"].toString());
        const auto verdict = theory::Verdict(name - verdictNames.begin());
        if (shortest && other && name != verdictNames.end() && verdict != theory::Verdict::SecondFaster)
            findings.append({*shortest, *other, verdict});
    }
    return findings;
}

//! The published numbers, always in English: programs that read the file must not depend on the user's language.
QJsonArray publishedToJson(const RunResult &result)
{
    QJsonArray array;
    for (const PublishedNumber &number : publishedNumbers(result)) {
        array.append(QJsonObject{{u"what"_s, publishedName(number, Language::English)},
                                 {u"theirs"_s, theirsText(number, Language::English)},
                                 {u"ours"_s, oursText(number, Language::English)}});
    }
    return array;
}

//! Inserts what ended the run early, or null. Files without this field come from a version that stored notes as text.
void insertError(QJsonObject &json, const RunResult &result)
{
    if (result.statedNotes.isEmpty())
        json.insert(u"error"_s, result.error ? QJsonValue(runErrorToJson(*result.error)) : QJsonValue());
}

void readTexts(RunResult &result, const QJsonObject &json)
{
    if (result.findings.isEmpty() && json[u"techniques"].toArray().size() > 1)
        result.statedVerdict = json[u"verdict"].toString();
    if (json.contains(u"error")) {
        result.error = runErrorFromJson(json[u"error"].toObject());
        return;
    }
    for (const QJsonValue note : json[u"notes"].toArray())
        result.statedNotes += note.toString();
}

} // namespace

QByteArray encodeResult(const RunResult &result)
{
    QJsonArray variants;
    for (const VariantResult &variant : result.variants)
        variants.append(variantToJson(variant));
    QJsonObject json{{u"schema"_s, schemaName},
                     {u"version"_s, resultSchema},
                     {u"provenance"_s, toJson(result.provenance)},
                     {u"options"_s, optionsToJson(result.options)},
                     {u"hostAddress"_s, result.hostAddress},
                     {u"ownHost"_s, result.isOwnHost},
                     {u"partial"_s, result.isPartial},
                     {u"roundTrip"_s, result.roundTrip},
                     {u"clockUncertainty"_s, result.clockUncertainty},
                     {u"loadBusy"_s, result.loadBusy},
                     {u"findings"_s, findingsToJson(result.findings)},
                     {u"verdict"_s, verdictText(result, Language::English)},
                     {u"notes"_s, QJsonArray::fromStringList(noteTexts(result, Language::English))},
                     {u"published"_s, publishedToJson(result)},
                     {u"techniques"_s, variants}};
    insertError(json, result);
    return QJsonDocument(json).toJson();
}

std::optional<RunResult> decodeResult(const QByteArray &json)
{
    const QJsonObject object = protocol::parseJson(json).object();
    const int version = object[u"version"].toInt();
    auto options = optionsFromJson(object[u"options"].toObject());
    if (object[u"schema"].toString() != schemaName || version < 1 || version > resultSchema || !options)
        return std::nullopt;
    RunResult result;
    result.options = *std::move(options);
    result.provenance = provenanceFrom(object[u"provenance"].toObject());
    result.hostAddress = object[u"hostAddress"].toString();
    result.isOwnHost = object[u"ownHost"].toBool();
    result.isPartial = object[u"partial"].toBool();
    result.roundTrip = object[u"roundTrip"].toDouble();
    result.clockUncertainty = object[u"clockUncertainty"].toDouble();
    result.loadBusy = object[u"loadBusy"].toDouble();
    result.findings = findingsFrom(object[u"findings"].toArray());
    readTexts(result, object);
    for (const QJsonValue value : object[u"techniques"].toArray()) {
        auto variant = variantFromJson(value.toObject());
        if (!variant)
            return std::nullopt;
        result.variants.append(*std::move(variant));
    }
    return result;
}

} // namespace pushlab::compare
