// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/racetext.h"

#include "client/session/racereceipt.h"
#include "client/widgets/figures.h"
#include "client/widgets/techniquestyle.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;
using protocol::Race;
using protocol::RaceGroup;

namespace {

struct RaceWords
{
    Q_DECLARE_TR_FUNCTIONS(Race)
};

QString numberText(qint64 number)
{
    return QString::number(number);
}

} // namespace

QString receiptText(const session::RaceReceipt &receipt)
{
    const QString technique = techniqueTitle(receipt.technique);
    if (!receipt.delay)
        return RaceWords::tr("Race %1: you had it, by %2.").arg(numberText(receipt.number), technique);
    return RaceWords::tr("Race %1: you had it after %2, by %3.")
        .arg(numberText(receipt.number), measuredDelay(*receipt.delay, receipt.uncertainty), technique);
}

QString raceEntryText(const QJsonObject &control)
{
    if (const auto call = protocol::raceFromControl(control))
        return RaceWords::tr("Race %1").arg(numberText(call->number));
    const auto result = protocol::raceResultFromControl(control);
    if (!result)
        return {};
    if (result->groups.isEmpty())
        return RaceWords::tr("Race %1: nobody answered.").arg(numberText(result->number));
    QStringList places;
    for (const RaceGroup &group : result->groups)
        //: a place, a technique, its median delay
        places += RaceWords::tr("%1: %2, %3")
                      .arg(racePlaceText(group.place, group.isTied), techniqueTitle(group.technique),
                           measuredDelay(group.median, group.uncertainty));
    //: %2 are places, techniques and their median delays
    return RaceWords::tr("Race %1, by median. %2").arg(numberText(result->number), places.join(u" · "_s));
}

QString raceStateText(const Race &race, double now)
{
    const QString number = numberText(race.number);
    if (!race.isOpen)
        return RaceWords::tr("Race %1 is closed. Answered: %2. Silent: %3.").arg(number, countText(race.answered), countText(race.silent));
    const double left = std::max(0., std::ceil((race.closes - now) / 1000));
    return RaceWords::tr("Race %1 closes in %2 s. Answered: %3. Not yet: %4.")
        .arg(number, countText(qint64(left)), countText(race.answered), countText(race.silent));
}

QString raceVerdictText(const Race &race)
{
    QStringList first;
    for (const RaceGroup &group : race.groups) {
        if (group.place == 1)
            first += techniqueTitle(group.technique);
    }
    if (first.isEmpty())
        return {};
    if (first.size() == 1)
        return RaceWords::tr("First by its median: %1.").arg(first.first());
    return RaceWords::tr("Tied for the first place, as far as the clocks tell: %1.").arg(first.join(RaceWords::tr(", ")));
}

QString racePlaceText(int place, bool isTied)
{
    if (place == 0)
        return u"–"_s;
    return isTied ? RaceWords::tr("%1, tied").arg(place) : QString::number(place);
}

} // namespace pushlab::widgets
