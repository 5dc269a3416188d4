// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/race.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

RaceReceipt receiptOf(const QString &name, Technique technique, std::optional<double> delay, std::optional<double> uncertainty = 0.5)
{
    RaceReceipt receipt;
    receipt.name = name;
    receipt.technique = technique;
    receipt.delay = delay;
    receipt.uncertainty = uncertainty;
    return receipt;
}

//! "name place" or "name place=" for who is tied, in order.
QStringList placesIn(const Race &race)
{
    QStringList places;
    for (const RaceReceipt &receipt : race.receipts)
        places += receipt.name + u' ' + QString::number(receipt.place) + (receipt.isTied ? u"="_s : QString());
    return places;
}

} // namespace

//! Who was first, and where nobody can say so.
class TestRace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksByDelay();
    void tiesWithinTheUncertainty();
    void aTieIsNoChain();
    void leavesOutWhatSaysNothing();
    void ranksTechniquesByMedian();
    void tiesTechniques();
    void waitsForTheSlowest();
    void controlRoundTrip();
    void refusesOtherControls();
    void json();
};

void TestRace::ranksByDelay()
{
    Race race;
    race.receipts = {receiptOf(u"c"_s, Technique::Polling, 900), receiptOf(u"a"_s, Technique::WebSocket, 2),
                     receiptOf(u"b"_s, Technique::LongPolling, 8)};
    race = ranked(race);
    QCOMPARE(placesIn(race), QStringList({u"a 1"_s, u"b 2"_s, u"c 3"_s}));
    QCOMPARE(race.answered, 3);
}

void TestRace::tiesWithinTheUncertainty()
{
    Race race;
    race.receipts = {receiptOf(u"a"_s, Technique::WebSocket, 10, 1), receiptOf(u"b"_s, Technique::Sse, 12, 1),
                     receiptOf(u"c"_s, Technique::Sse, 14.01, 1), receiptOf(u"d"_s, Technique::Polling, 50, 1)};
    // 10 and 12 differ by as much as both are uncertain together; 12 and 14.01 by more.
    QCOMPARE(placesIn(ranked(race)), QStringList({u"a 1="_s, u"b 1="_s, u"c 3"_s, u"d 4"_s}));
}

void TestRace::aTieIsNoChain()
{
    Race race;
    race.receipts = {receiptOf(u"a"_s, Technique::WebSocket, 10, 1), receiptOf(u"b"_s, Technique::WebSocket, 11.5, 1),
                     receiptOf(u"c"_s, Technique::WebSocket, 13, 1)};
    // b may have been first, c not: a was before it for certain.
    QCOMPARE(placesIn(ranked(race)), QStringList({u"a 1="_s, u"b 1="_s, u"c 2="_s}));
}

void TestRace::leavesOutWhatSaysNothing()
{
    Race race;
    race.receipts = {receiptOf(u"hidden"_s, Technique::Polling, std::nullopt), receiptOf(u"a"_s, Technique::Polling, 5),
                     receiptOf(u"clockless"_s, Technique::Polling, 1, std::nullopt)};
    race = ranked(race);
    QCOMPARE(placesIn(race), QStringList({u"a 1"_s, u"hidden 0"_s, u"clockless 0"_s}));
    QCOMPARE(race.answered, 3);
    QCOMPARE(race.groups.size(), 1);
    QCOMPARE(race.groups.first().members, 1);
    QVERIFY(ranked({}).groups.isEmpty());
}

void TestRace::ranksTechniquesByMedian()
{
    Race race;
    for (const double delay : {100., 1900., 700.})
        race.receipts.append(receiptOf(u"p"_s, Technique::Polling, delay));
    for (const double delay : {3., 1., 900., 2.}) // one of them was slow
        race.receipts.append(receiptOf(u"w"_s, Technique::WebSocket, delay, 0.25));
    race.receipts.append(receiptOf(u"l"_s, Technique::LongPolling, 4));
    race = ranked(race);
    QCOMPARE(race.groups.size(), 3);
    const RaceGroup first = race.groups.at(0);
    QCOMPARE(first.technique, Technique::WebSocket);
    QCOMPARE(first.members, 4);
    QCOMPARE(first.first, 1.);
    QCOMPARE(first.median, 2.5);
    QCOMPARE(first.last, 900.);
    QCOMPARE(first.uncertainty, 0.25);
    QCOMPARE(first.place, 1);
    QVERIFY(!first.isTied);
    QCOMPARE(race.groups.at(1).technique, Technique::LongPolling);
    QCOMPARE(race.groups.at(2).technique, Technique::Polling);
    QCOMPARE(race.groups.at(2).median, 700.);
    QCOMPARE(race.groups.at(2).place, 3);
}

void TestRace::tiesTechniques()
{
    Race race;
    race.receipts = {receiptOf(u"w"_s, Technique::WebSocket, 3, 2), receiptOf(u"s"_s, Technique::Sse, 5, 2),
                     receiptOf(u"p"_s, Technique::Polling, 500, 2)};
    race = ranked(race);
    QCOMPARE(race.groups.at(0).technique, Technique::WebSocket);
    QVERIFY(race.groups.at(0).isTied && race.groups.at(1).isTied && !race.groups.at(2).isTied);
    QCOMPARE(race.groups.at(0).place, 1);
    QCOMPARE(race.groups.at(1).place, 1);
    QCOMPARE(race.groups.at(2).place, 3);
}

void TestRace::waitsForTheSlowest()
{
    ClassSettings settings;
    settings.pollInterval = 5s;
    QCOMPARE(longestWaiting(settings, {Technique::WebSocket, Technique::Polling}), 5000ms);
    QCOMPARE(longestWaiting(settings, {Technique::WebSocket, Technique::Sse}), 0ms);
    QCOMPARE(longestWaiting(settings, {}), 0ms);
    settings.conditioner = {150ms, 20ms, 0};
    settings.roomConditioners.insert(u"lab"_s, {500ms, 100ms, 0});
    QCOMPARE(longestWaiting(settings, {Technique::Polling}), 6200ms); // a cycle: interval and round trip
    QCOMPARE(longestWaiting(settings, {Technique::Sse}), 1200ms);
}

void TestRace::controlRoundTrip()
{
    const auto call = raceFromControl(raceControl({7, 8500ms}));
    QVERIFY(call);
    QCOMPARE(call->number, 7);
    QCOMPARE(call->open, 8500ms);
    Race race;
    race.number = 7;
    race.silent = 2;
    race.receipts = {receiptOf(u"secret"_s, Technique::WebSocket, 3), receiptOf(u"too"_s, Technique::Polling, 500)};
    race = ranked(race);
    const QJsonObject control = raceResultControl(race);
    QVERIFY(!QJsonDocument(control).toJson().contains("secret")); // names are for the teacher
    const auto told = raceResultFromControl(control);
    QVERIFY(told);
    QCOMPARE(told->number, 7);
    QCOMPARE(told->answered, 2);
    QCOMPARE(told->silent, 2);
    QCOMPARE(told->groups, race.groups);
    QVERIFY(!raceFromControl(control) && !raceResultFromControl(raceControl({7, 8500ms})));
}

void TestRace::refusesOtherControls()
{
    QVERIFY(!raceFromControl({{u"kind"_s, u"mark"_s}, {u"number"_s, 1}, {u"open"_s, 8}}));
    QVERIFY(!raceFromControl({{u"kind"_s, u"race"_s}, {u"number"_s, 0}, {u"open"_s, 8}}));
    QVERIFY(!raceFromControl({{u"kind"_s, u"race"_s}, {u"number"_s, 1}, {u"open"_s, -8}}));
    QVERIFY(!raceFromControl({{u"kind"_s, u"race"_s}, {u"number"_s, 1}, {u"open"_s, 1e9}}));
    QVERIFY(!raceResultFromControl({{u"kind"_s, u"result"_s}, {u"question"_s, QJsonObject()}}));
}

void TestRace::json()
{
    Race race;
    race.number = 2;
    race.began = 1000;
    race.closes = 9000;
    race.waiting = 2s;
    race.isOpen = true;
    race.silent = 1;
    race.receipts = {receiptOf(u"Anna"_s, Technique::WebSocket, 3.12345), receiptOf(u"Ben"_s, Technique::Polling, std::nullopt)};
    const QJsonObject json = encodeRace(ranked(race));
    QCOMPARE(json[u"number"_s].toInt(), 2);
    QCOMPARE(json[u"waiting"_s].toDouble(), 2.);
    QVERIFY(json[u"open"_s].toBool());
    QCOMPARE(json[u"answered"_s].toInt(), 2);
    QCOMPARE(json[u"silent"_s].toInt(), 1);
    const QJsonObject anna = json[u"members"_s][0].toObject();
    QCOMPARE(anna[u"name"_s].toString(), u"Anna"_s);
    QCOMPARE(anna[u"technique"_s].toString(), u"websocket"_s);
    QCOMPARE(anna[u"delay"_s].toDouble(), 3.123);
    QCOMPARE(anna[u"place"_s].toInt(), 1);
    QVERIFY(json[u"members"_s][1][u"delay"_s].isNull());
    QCOMPARE(json[u"techniques"_s].toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestRace)
#include "tst_race.moc"
