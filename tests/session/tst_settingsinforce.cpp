// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/settingsinforce.h"

#include <QTest>

using namespace pushlab;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using session::SettingsInForce;

namespace {

//! Settings that are distinguished by their hold.
protocol::ClassSettings settings(std::chrono::milliseconds hold)
{
    protocol::ClassSettings given;
    given.hold = hold;
    return given;
}

protocol::RoomInfo info(qint64 next, std::chrono::milliseconds hold, const QString &epoch = u"e1"_s)
{
    return {epoch, 1, next, 0, settings(hold)};
}

protocol::ControlEntry change(qint64 seq, std::chrono::milliseconds hold)
{
    return {seq, 0, protocol::settingsControl(settings(hold))};
}

} // namespace

class TestSettingsInForce final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actsOnWhatIsNew();
    void actsOnNothingOld();
    void isNotSetBackByAnOlderAnswer();
    void waitsForWhatIsInForceInAnotherEpoch();
    void aLogThatLostItsEndBeginsAnew();
    void ignoresOtherKinds();
    void saysWhenThereMayBeOrders();
};

void TestSettingsInForce::actsOnWhatIsNew()
{
    SettingsInForce inForce;
    inForce.begin(info(3, 5s));
    QCOMPARE(inForce.settings().hold, 5s);
    inForce.take(u"e1"_s, change(4, 6s));
    QCOMPARE(inForce.settings().hold, 6s);
    inForce.take(u"e1"_s, change(9, 7s));
    QCOMPARE(inForce.settings().hold, 7s);
}

void TestSettingsInForce::actsOnNothingOld()
{
    SettingsInForce inForce;
    inForce.begin(info(3, 5s)); // what the entries up to 3 said is in it
    for (qint64 seq = 1; seq <= 3; ++seq)
        inForce.take(u"e1"_s, change(seq, 50s));
    QCOMPARE(inForce.settings().hold, 5s);
}

void TestSettingsInForce::isNotSetBackByAnOlderAnswer()
{
    SettingsInForce inForce;
    inForce.begin(info(3, 5s));
    inForce.take(u"e1"_s, change(4, 6s));
    inForce.begin(info(3, 5s)); // written before 4, come after it
    QCOMPARE(inForce.settings().hold, 6s);
    inForce.begin(info(4, 6s));
    inForce.begin(info(5, 8s));
    QCOMPARE(inForce.settings().hold, 8s);
}

void TestSettingsInForce::waitsForWhatIsInForceInAnotherEpoch()
{
    SettingsInForce inForce;
    inForce.begin(info(3, 5s));
    inForce.forget();
    for (qint64 seq = 1; seq <= 6; ++seq)
        inForce.take(u"e2"_s, change(seq, 50s));
    QCOMPARE(inForce.settings().hold, 5s);
    inForce.begin(info(5, 9s, u"e2"_s)); // 6 has come since
    QCOMPARE(inForce.settings().hold, 50s);
    SettingsInForce other;
    other.begin(info(3, 5s));
    other.forget();
    other.take(u"e2"_s, change(5, 50s));
    other.begin(info(5, 9s, u"e2"_s));
    QCOMPARE(other.settings().hold, 9s);
}

void TestSettingsInForce::aLogThatLostItsEndBeginsAnew()
{
    SettingsInForce inForce;
    inForce.begin(info(30, 5s));
    inForce.take(u"e1"_s, change(31, 6s));
    inForce.forget();
    inForce.begin(info(2, 7s));
    QCOMPARE(inForce.settings().hold, 7s);
    inForce.take(u"e1"_s, change(3, 8s));
    QCOMPARE(inForce.settings().hold, 8s);
}

void TestSettingsInForce::ignoresOtherKinds()
{
    SettingsInForce inForce;
    inForce.begin(info(3, 5s));
    inForce.take(u"e1"_s, {4, 0, {{u"kind"_s, u"race"_s}}});
    inForce.take(u"e1"_s, {5, 0, {{u"kind"_s, u"settings"_s}, {u"settings"_s, 7}}});
    inForce.take(u"e1"_s, {6, 0, {{u"kind"_s, u"settings"_s}, {u"settings"_s, QJsonObject{{u"hold"_s, -1}}}}});
    QCOMPARE(inForce.settings().hold, 5s);
}

void TestSettingsInForce::saysWhenThereMayBeOrders()
{
    protocol::RoomInfo given = info(3, 5s);
    given.own = {protocol::Technique::Sse, false, true, u"Mei"_s};
    SettingsInForce inForce;
    inForce.begin(given);
    QVERIFY(inForce.own() == given.own);
    const protocol::ControlEntry own{3, 0, {{u"kind"_s, u"own"_s}}};
    QVERIFY(!inForce.take(u"e1"_s, own)); // was in what the host said
    QVERIFY(inForce.take(u"e1"_s, {4, 0, own.control}));
    QVERIFY(!inForce.take(u"e1"_s, change(5, 6s)));
    protocol::ClassSettings split = settings(6s);
    split.isSplit = true;
    QVERIFY(inForce.take(u"e1"_s, {6, 0, protocol::settingsControl(split)}));
    given = info(6, 6s);
    given.settings.isSplit = true;
    given.own = {protocol::Technique::Sse, true, false, {}};
    inForce.begin(given);
    QVERIFY(inForce.own().isBySplit);
    QVERIFY(!inForce.take(u"e1"_s, change(7, 6s))); // its part ends with the split, without a question
    QVERIFY(inForce.own() == protocol::OwnOrders());
}

QTEST_GUILESS_MAIN(TestSettingsInForce)
#include "tst_settingsinforce.moc"
