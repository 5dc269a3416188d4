// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ledger/delays.h"
#include "server/protocol/limits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace pushlab::ledger;
using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const MemberKey anna{u"lobby"_s, "m:anna"};

DelayReport report(qint64 number, Technique technique, std::chrono::nanoseconds delay, qint64 times = 1)
{
    DelayReport one;
    one.number = number;
    one.member = u"anna"_s;
    one.technique = technique;
    one.delivery.add(delay, times);
    return one;
}

bool isNear(double actual, double expected)
{
    return std::abs(actual - expected) <= 0.01 * expected;
}

} // namespace

class TestDelays final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpByTechnique();
    void keepsWhatAMemberSaid();
    void aMembersDelayIsOfItsTechnique();
    void countsEachNumberOnce();
    void tellsRepeatsFromAnotherSequence();
    void sparseIsAsExact();
    void forgetsMembers();
    void isBounded();
    void json();
    void prometheus();
};

void TestDelays::addsUpByTechnique()
{
    Delays delays;
    DelayReport first = report(1, Technique::Polling, 10ms, 90);
    first.keypress.add(12ms, 90);
    first.setAside = 4;
    delays.add(anna, first, Technique::Polling);
    delays.add({u"lobby"_s, "m:bob"}, report(1, Technique::Polling, 500ms, 10), Technique::Polling);
    const TechniqueDelays polling = delays.of(Technique::Polling);
    QCOMPARE(polling.delivery.n, 100);
    QVERIFY(isNear(polling.delivery.p50, 10));
    QVERIFY(isNear(polling.delivery.p95, 500));
    QVERIFY(isNear(polling.delivery.p99, 500));
    QCOMPARE(polling.delivery.max, 500);
    QCOMPARE(polling.deliveries.count(), 100);
    delays.add(anna, report(2, Technique::Polling, 20ms), Technique::Polling);
    const auto since = delays.of(Technique::Polling).deliveries.quantileSince(polling.deliveries, 0.5);
    QVERIFY(since && isNear(std::chrono::duration<double, std::milli>(*since).count(), 20));
    QCOMPARE(polling.keypress.n, 90);
    QCOMPARE(polling.setAside, 4);
    QCOMPARE(delays.of(Technique::WebSocket).delivery.n, 0);
}

void TestDelays::keepsWhatAMemberSaid()
{
    Delays delays;
    QCOMPARE(delays.member(anna, Technique::Polling), MemberDelays());
    DelayReport said = report(1, Technique::Polling, 10ms);
    said.uncertainty = 0.5;
    said.roundTrip = 1;
    said.missed = 3;
    said.repeated = 2;
    delays.add(anna, said, Technique::Polling);
    const MemberDelays known = delays.member(anna, Technique::Polling);
    QVERIFY(known.p95 && isNear(*known.p95, 10));
    QCOMPARE(known.uncertainty, 0.5);
    QCOMPARE(known.roundTrip, 1);
    QCOMPARE(known.missed, 3);
    QCOMPARE(known.repeated, 2);
    QCOMPARE(delays.member({u"other"_s, "m:anna"}, Technique::Polling), MemberDelays());
}

void TestDelays::aMembersDelayIsOfItsTechnique()
{
    Delays delays;
    delays.add(anna, report(1, Technique::Polling, 900ms), Technique::Polling);
    QVERIFY(!delays.member(anna, Technique::WebSocket).p95); // it has just changed
    delays.add(anna, report(2, Technique::WebSocket, 1ms), Technique::WebSocket);
    delays.add(anna, report(3, Technique::Polling, 900ms), Technique::WebSocket); // what was left of the former
    QVERIFY(isNear(*delays.member(anna, Technique::WebSocket).p95, 1));
    QCOMPARE(delays.of(Technique::Polling).delivery.n, 2);
}

void TestDelays::countsEachNumberOnce()
{
    Delays delays;
    qint64 expected = 0;
    for (const qint64 number : {1, 3, 2, 3, 2, 1, 70, 6, 5, 6, 69, 70, 200, 136, 135, 137, 136}) {
        delays.add(anna, report(number, Technique::Polling, 1ms), Technique::Polling);
        const qint64 count = delays.of(Technique::Polling).delivery.n;
        if (count > expected)
            QVERIFY(count == ++expected);
    }
    QCOMPARE(expected, 9); // 1 3 2 70 6 69 200 136 137; 5 and 135 are too old to be told from repeats
}

void TestDelays::tellsRepeatsFromAnotherSequence()
{
    Delays delays;
    const auto add = [&delays](qint64 number) {
        return delays.add(anna, report(number, Technique::Polling, 1ms), Technique::Polling);
    };
    QCOMPARE(add(1000), ReportTaken::Counted);
    QCOMPARE(add(1000), ReportTaken::CountedBefore);
    QCOMPARE(add(936), ReportTaken::Counted);
    QCOMPARE(add(936), ReportTaken::CountedBefore);
    QCOMPARE(add(935), ReportTaken::OtherSequence);
    QCOMPARE(add(1001), ReportTaken::Counted);
    QCOMPARE(delays.of(Technique::Polling).delivery.n, 3);
}

void TestDelays::sparseIsAsExact()
{
    SparseHistogram sparse;
    DelayHistogram dense;
    for (int i = 0; i < 300; ++i) {
        DelayHistogram part;
        for (int k = 0; k < 7; ++k)
            part.add(std::chrono::microseconds((i * 7919 + k * 104'729) % 50'000 + 20));
        sparse.merge(part);
        dense.merge(part);
    }
    for (const double p : {0.01, 0.1, 0.5, 0.9, 0.95, 0.99})
        QCOMPARE(sparse.quantile(p), dense.quantile(p));
}

void TestDelays::forgetsMembers()
{
    Delays delays;
    const MemberKey bob{u"lobby"_s, "m:bob"};
    delays.add(anna, report(1, Technique::Polling, 1ms), Technique::Polling);
    delays.add(bob, report(1, Technique::Polling, 1ms), Technique::Polling);
    delays.dropIf([](const MemberKey &key) { return key == anna; });
    QVERIFY(!delays.member(anna, Technique::Polling).p95);
    QVERIFY(delays.member(bob, Technique::Polling).p95);
    QCOMPARE(delays.of(Technique::Polling).delivery.n, 2);
}

void TestDelays::isBounded()
{
    Delays delays;
    for (int i = 0; i < maxReportingMembers + 10; ++i)
        delays.add({u"lobby"_s, QByteArray::number(i)}, report(1, Technique::Polling, 1ms), Technique::Polling);
    QCOMPARE(delays.memberCount(), qsizetype(maxReportingMembers));
    QCOMPARE(delays.of(Technique::Polling).delivery.n, qint64(maxReportingMembers + 10));
}

void TestDelays::json()
{
    Delays delays;
    const auto object = [&delays] {
        QByteArray text = "{\"a\":1";
        delays.appendJson(text, Technique::Polling);
        return QJsonDocument::fromJson(text + '}').object();
    };
    QVERIFY(object()[u"delay"][u"p95"].isNull());
    QCOMPARE(object()[u"delay"][u"n"].toInteger(-1), 0);
    QCOMPARE(object()[u"keypressDelay"][u"n"].toInteger(-1), 0);
    DelayReport said = report(1, Technique::Polling, 10ms);
    said.keypress.add(20ms);
    said.setAside = 5;
    delays.add(anna, said, Technique::Polling);
    for (const auto key : {u"p50", u"p95", u"p99", u"max"}) {
        QCOMPARE(object()[u"delay"][key].toDouble(), 10);
        QCOMPARE(object()[u"keypressDelay"][key].toDouble(), 20);
    }
    QCOMPARE(object()[u"delay"][u"n"].toInteger(), 1);
    QCOMPARE(object()[u"delay"][u"setAside"].toInteger(), 5);
}

void TestDelays::prometheus()
{
    Delays delays;
    delays.add(anna, report(1, Technique::LongPolling, 10ms, 4), Technique::LongPolling);
    QByteArray text;
    delays.appendPrometheus(text);
    for (const char *line :
         {"# TYPE pushlab_delay_seconds summary\n", "pushlab_delay_seconds{technique=\"polling\",quantile=\"0.5\"} NaN\n",
          "pushlab_delay_seconds{technique=\"long-polling\",quantile=\"0.95\"} 0.01\n",
          "pushlab_delay_seconds_sum{technique=\"long-polling\"} 0.04\n", "pushlab_delay_seconds_count{technique=\"long-polling\"} 4\n",
          "pushlab_keypress_delay_seconds_count{technique=\"websocket\"} 0\n",
          "pushlab_delay_set_aside_total{technique=\"polling\"} 0\n"}) {
        QVERIFY2(text.count(line) == 1, text);
    }
}

QTEST_GUILESS_MAIN(TestDelays)
#include "tst_delays.moc"
