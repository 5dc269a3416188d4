// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/race.h"

#include "server/protocol/techniquetraits.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <vector>

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double longestRace = 3'600'000; // ms

//! Between which bounds a time lies for certain.
struct TimeBounds
{
    double least = 0;
    double greatest = 0;
};

struct PlaceTaken
{
    int place = 1;
    bool isTied = false;
};

//! The places of \a times, in their order.
std::vector<PlaceTaken> placesOf(const std::vector<TimeBounds> &times)
{
    std::vector<double> least;
    std::vector<double> greatest;
    for (const TimeBounds &time : times) {
        least.push_back(time.least);
        greatest.push_back(time.greatest);
    }
    std::sort(least.begin(), least.end());
    std::sort(greatest.begin(), greatest.end());
    std::vector<PlaceTaken> places;
    for (const TimeBounds &time : times) {
        const auto before = std::lower_bound(greatest.begin(), greatest.end(), time.least) - greatest.begin();
        const auto after = least.end() - std::upper_bound(least.begin(), least.end(), time.greatest);
        places.push_back({int(before) + 1, before + after + 1 < qsizetype(times.size())});
    }
    return places;
}

bool isMeasured(const RaceReceipt &receipt)
{
    return receipt.delay && receipt.uncertainty;
}

TimeBounds boundsOf(const RaceReceipt &receipt)
{
    return {*receipt.delay - *receipt.uncertainty, *receipt.delay + *receipt.uncertainty};
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

//! The median lies between that of the least and that of the greatest times.
RaceGroup groupOf(Technique technique, const QList<RaceReceipt> &receipts)
{
    RaceGroup group{technique};
    std::vector<double> delays;
    std::vector<double> least;
    std::vector<double> greatest;
    for (const RaceReceipt &receipt : receipts) {
        if (receipt.technique != technique || !isMeasured(receipt))
            continue;
        delays.push_back(*receipt.delay);
        least.push_back(boundsOf(receipt).least);
        greatest.push_back(boundsOf(receipt).greatest);
    }
    if (delays.empty())
        return group;
    group.members = qint64(delays.size());
    group.first = *std::min_element(delays.begin(), delays.end());
    group.last = *std::max_element(delays.begin(), delays.end());
    group.median = medianOf(delays);
    group.uncertainty = std::max(medianOf(greatest) - group.median, group.median - medianOf(least));
    return group;
}

void rankReceipts(QList<RaceReceipt> &receipts)
{
    std::stable_sort(receipts.begin(), receipts.end(), [](const RaceReceipt &a, const RaceReceipt &b) {
        return isMeasured(a) && (!isMeasured(b) || *a.delay < *b.delay);
    });
    std::vector<TimeBounds> times;
    for (RaceReceipt &receipt : receipts) {
        if (isMeasured(receipt))
            times.push_back(boundsOf(receipt));
        else
            receipt.place = 0, receipt.isTied = false;
    }
    const std::vector<PlaceTaken> places = placesOf(times);
    for (size_t i = 0; i < places.size(); ++i) {
        receipts[qsizetype(i)].place = places[i].place;
        receipts[qsizetype(i)].isTied = places[i].isTied;
    }
}

QList<RaceGroup> rankedGroups(const QList<RaceReceipt> &receipts)
{
    QList<RaceGroup> groups;
    for (const Technique technique : allTechniques) {
        if (const RaceGroup group = groupOf(technique, receipts); group.members > 0)
            groups.append(group);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const RaceGroup &a, const RaceGroup &b) { return a.median < b.median; });
    std::vector<TimeBounds> times;
    for (const RaceGroup &group : std::as_const(groups))
        times.push_back({group.median - group.uncertainty, group.median + group.uncertainty});
    const std::vector<PlaceTaken> places = placesOf(times);
    for (size_t i = 0; i < places.size(); ++i) {
        groups[qsizetype(i)].place = places[i].place;
        groups[qsizetype(i)].isTied = places[i].isTied;
    }
    return groups;
}

//! As everywhere in the contract, with three decimals.
double raceTime(double milliseconds)
{
    return std::round(milliseconds * 1000) / 1000;
}

QJsonValue raceTime(std::optional<double> milliseconds)
{
    return milliseconds ? QJsonValue(raceTime(*milliseconds)) : QJsonValue();
}

double raceSeconds(std::chrono::milliseconds duration)
{
    return double(duration.count()) / 1000;
}

QJsonObject encodeGroup(const RaceGroup &group)
{
    return {{u"technique"_s, QString::fromLatin1(techniqueName(group.technique))},
            {u"members"_s, group.members},
            {u"first"_s, raceTime(group.first)},
            {u"median"_s, raceTime(group.median)},
            {u"last"_s, raceTime(group.last)},
            {u"uncertainty"_s, raceTime(group.uncertainty)},
            {u"place"_s, group.place},
            {u"tied"_s, group.isTied}};
}

QJsonObject encodeReceipt(const RaceReceipt &receipt)
{
    return {{u"name"_s, receipt.name},
            {u"room"_s, receipt.room},
            {u"technique"_s, QString::fromLatin1(techniqueName(receipt.technique))},
            {u"delay"_s, raceTime(receipt.delay)},
            {u"uncertainty"_s, raceTime(receipt.uncertainty)},
            {u"place"_s, receipt.place},
            {u"tied"_s, receipt.isTied}};
}

QJsonArray encodeGroups(const QList<RaceGroup> &groups)
{
    QJsonArray array;
    for (const RaceGroup &group : groups)
        array.append(encodeGroup(group));
    return array;
}

} // namespace

Race ranked(Race race)
{
    rankReceipts(race.receipts);
    race.groups = rankedGroups(race.receipts);
    race.answered = race.receipts.size();
    return race;
}

std::chrono::milliseconds longestWaiting(const ClassSettings &settings, const QList<Technique> &used)
{
    const bool isPaced = std::any_of(used.cbegin(), used.cend(), [](Technique technique) { return traitsOf(technique).isPaced; });
    std::chrono::milliseconds slowest = settings.conditioner.delay + settings.conditioner.jitter;
    for (const Conditioner &conditioner : settings.roomConditioners)
        slowest = std::max<std::chrono::milliseconds>(slowest, conditioner.delay + conditioner.jitter);
    return (isPaced ? settings.pollInterval : std::chrono::milliseconds(0)) + 2 * slowest;
}

QJsonObject raceControl(const RaceCall &call)
{
    return {{u"kind"_s, u"race"_s}, {u"number"_s, call.number}, {u"open"_s, raceSeconds(call.open)}};
}

std::optional<RaceCall> raceFromControl(const QJsonObject &control)
{
    const qint64 number = control[u"number"].toInteger();
    const double open = control[u"open"].toDouble() * 1000;
    if (control[u"kind"].toString() != u"race" || number < 1 || !(open > 0) || open > longestRace)
        return std::nullopt;
    return RaceCall{number, std::chrono::milliseconds(qint64(open))};
}

QJsonObject raceResultControl(const Race &race)
{
    const QJsonObject result{{u"number"_s, race.number},
                             {u"answered"_s, race.answered},
                             {u"silent"_s, race.silent},
                             {u"techniques"_s, encodeGroups(race.groups)}};
    return {{u"kind"_s, u"result"_s}, {u"race"_s, result}};
}

std::optional<Race> raceResultFromControl(const QJsonObject &control)
{
    const QJsonObject result = control[u"race"].toObject();
    Race race;
    race.number = result[u"number"].toInteger();
    if (control[u"kind"].toString() != u"result" || race.number < 1)
        return std::nullopt;
    race.answered = result[u"answered"].toInteger();
    race.silent = result[u"silent"].toInteger();
    for (const auto &value : result[u"techniques"].toArray()) {
        const QJsonObject group = value.toObject();
        if (const auto technique = techniqueFromName(group[u"technique"].toString().toLatin1()))
            race.groups.append({*technique, group[u"members"].toInteger(), group[u"first"].toDouble(),
                                group[u"median"].toDouble(), group[u"last"].toDouble(), group[u"uncertainty"].toDouble(),
                                group[u"place"].toInt(), group[u"tied"].toBool()});
    }
    return race;
}

QJsonObject encodeRace(const Race &race)
{
    QJsonArray members;
    for (const RaceReceipt &receipt : race.receipts.first(std::min(race.receipts.size(), maxListedReceipts)))
        members.append(encodeReceipt(receipt));
    return {{u"number"_s, race.number},
            {u"began"_s, raceTime(race.began)},
            {u"closes"_s, raceTime(race.closes)},
            {u"waiting"_s, raceSeconds(race.waiting)},
            {u"open"_s, race.isOpen},
            {u"answered"_s, race.answered},
            {u"silent"_s, race.silent},
            {u"techniques"_s, encodeGroups(race.groups)},
            {u"members"_s, members}};
}

} // namespace pushlab::protocol
