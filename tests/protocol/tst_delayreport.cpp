// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/delayreport.h"

#include "server/protocol/limits.h"

#include <QTest>

using namespace pushlab::protocol;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

DelayHistogram histogram(std::initializer_list<std::chrono::nanoseconds> delays)
{
    DelayHistogram all;
    for (const auto delay : delays)
        all.add(delay);
    return all;
}

DelayReport report()
{
    DelayReport full;
    full.number = 7;
    full.member = u"m \"1\""_s;
    full.name = u"小明"_s;
    full.technique = Technique::LongPolling;
    full.uncertainty = 0.25;
    full.roundTrip = 0.5;
    full.delivery = histogram({0ns, 100us, 3ms, 3ms, 1h});
    full.keypress = histogram({4ms});
    full.setAside = 3;
    full.missed = 2;
    full.repeated = 1;
    return full;
}

const QByteArray minimal = R"("number":1,"member":"m","technique":"polling")";

} // namespace

class TestDelayReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void mostMayBeMissing();
    void largestFitsItsLimit();
    void refusals_data();
    void refusals();
};

void TestDelayReport::comesBackAsItWas()
{
    const DelayReportResult result = decodeDelayReport(encodeDelayReport(report()));
    QVERIFY2(result.report, result.error);
    QCOMPARE(*result.report, report());
}

void TestDelayReport::mostMayBeMissing()
{
    const DelayReportResult result = decodeDelayReport(QByteArray('{' + minimal + '}'));
    QVERIFY2(result.report, result.error);
    DelayReport expected;
    expected.number = 1;
    expected.member = u"m"_s;
    QCOMPARE(*result.report, expected);
    QVERIFY(decodeDelayReport(QByteArray('{' + minimal + R"(,"clock":null,"delay":null,"unknown":1})")).report);
}

void TestDelayReport::largestFitsItsLimit()
{
    DelayReport largest = report();
    largest.member = QString(maxNameBytes, u'm');
    largest.name = QString(maxNameBytes, u'\\');
    for (qsizetype bucket = 0; bucket < DelayHistogram::bucketCount; ++bucket) {
        const auto delay = std::min<std::chrono::nanoseconds>(DelayHistogram::middleOf(bucket), maxReportedDelay);
        largest.delivery.add(delay, bucket == 0 ? 90'000 : 4);
        largest.keypress.add(delay, bucket == 0 ? 90'000 : 4);
    }
    const QByteArray json = encodeDelayReport(largest);
    QVERIFY2(json.size() <= maxReportBytes, QByteArray::number(json.size()));
    QCOMPARE(decodeDelayReport(json).report, largest);
}

void TestDelayReport::refusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &code) { QTest::newRow(name) << json << code; };
    const auto with = [](const QByteArray &field) { return QByteArray('{' + minimal + ',' + field + '}'); };
    const auto delay = [&with](const QByteArray &numbers) { return with("\"delay\":{\"v\":1," + numbers + '}'); };
    row("nothing", "", "bad-json");
    row("a list", "[]", "bad-json");
    row("half", "{\"number\":1", "bad-json");
    row("no number", R"({"member":"m","technique":"polling"})", "bad-number");
    row("number 0", R"({"number":0,"member":"m","technique":"polling"})", "bad-number");
    row("negative number", R"({"number":-1,"member":"m","technique":"polling"})", "bad-number");
    row("fraction of a number", R"({"number":1.5,"member":"m","technique":"polling"})", "bad-number");
    row("number as text", R"({"number":"1","member":"m","technique":"polling"})", "bad-number");
    row("no member", R"({"number":1,"technique":"polling"})", "bad-member");
    row("empty member", R"({"number":1,"member":"","technique":"polling"})", "bad-member");
    row("member is a number", R"({"number":1,"member":5,"technique":"polling"})", "bad-member");
    row("long member", R"({"number":1,"member":")" + QByteArray(257, 'm') + R"(","technique":"polling"})", "bad-member");
    row("no technique", R"({"number":1,"member":"m"})", "bad-technique");
    row("unknown technique", R"({"number":1,"member":"m","technique":"pigeon"})", "bad-technique");
    row("long name", with("\"name\":\"" + QByteArray(257, 'n') + '"'), "bad-name");
    row("negative clock", with("\"clock\":-0.1"), "bad-clock");
    row("absurd clock", with("\"clock\":1e9"), "bad-clock");
    row("clock as text", with("\"clock\":\"1\""), "bad-clock");
    row("negative round trip", with("\"roundTrip\":-1"), "bad-roundTrip");
    row("delay is a number", with("\"delay\":5"), "bad-delay");
    row("delay without counts", delay(R"("n":0,"sum":0,"min":0,"max":0)"), "bad-delay");
    row("unknown bucket", delay(R"("n":1,"sum":0,"min":0,"max":0,"counts":[[2090,1]])"), "bad-delay");
    row("negative bucket", delay(R"("n":1,"sum":0,"min":0,"max":0,"counts":[[-1,1]])"), "bad-delay");
    row("bucket twice", delay(R"("n":2,"sum":0,"min":0,"max":0,"counts":[[0,1],[0,1]])"), "bad-delay");
    row("negative count", delay(R"("n":-1,"sum":0,"min":0,"max":0,"counts":[[0,-1]])"), "bad-delay");
    row("sum of counts is another", delay(R"("n":3,"sum":0,"min":0,"max":0,"counts":[[0,2]])"), "bad-delay");
    row("max in another bucket", delay(R"("n":1,"sum":5,"min":0,"max":900,"counts":[[0,1]])"), "bad-delay");
    row("negative delay", delay(R"("n":1,"sum":-5,"min":-5,"max":-5,"counts":[[0,1]])"), "bad-delay");
    row("more than an hour", delay(R"("n":1,"sum":3700000000000,"min":3700000000000,"max":3700000000000,"counts":[[2089,1]])"),
        "bad-delay");
    row("too many", delay(R"("n":100001,"sum":0,"min":0,"max":0,"counts":[[0,100001]])"), "bad-delay");
    row("keypress", with("\"keypress\":[]"), "bad-keypress");
    row("negative set aside", with("\"setAside\":-1"), "bad-setAside");
    row("absurd set aside", with("\"setAside\":100001"), "bad-setAside");
    row("negative missed", with("\"missed\":-1"), "bad-missed");
    row("absurd repeated", with("\"repeated\":1e15"), "bad-repeated");
    row("race is no number", with("\"race\":\"1\""), "bad-race");
    row("receipt of two", with(R"("race":1,"delay":{"v":1,"n":2,"sum":0,"min":0,"max":0,"counts":[[0,2]]})"), "bad-race");
}

void TestDelayReport::refusals()
{
    QFETCH(QByteArray, json);
    const DelayReportResult result = decodeDelayReport(json);
    QVERIFY(!result.report);
    QTEST(result.code, "code");
    QVERIFY(result.error.size() > 20); // says what to do
}

QTEST_GUILESS_MAIN(TestDelayReport)
#include "tst_delayreport.moc"

#include <algorithm>
