// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/delayhistogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>
#include <vector>

using namespace pushlab::protocol;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

constexpr int samples = 100'000;

std::vector<nanoseconds> sample(const std::function<double(std::mt19937_64 &)> &seconds)
{
    std::mt19937_64 random(20260731);
    std::vector<nanoseconds> delays;
    for (int i = 0; i < samples; ++i)
        delays.push_back(nanoseconds(qint64(std::clamp(seconds(random), 1e-6, 3600.) * 1e9)));
    return delays;
}

DelayHistogram histogramOf(const std::vector<nanoseconds> &delays)
{
    DelayHistogram histogram;
    for (const nanoseconds delay : delays)
        histogram.add(delay);
    return histogram;
}

std::optional<DelayHistogram> parsed(const QByteArray &json)
{
    return DelayHistogram::fromJson(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestDelayHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void keepsPercentilesWithinOnePercent_data();
    void keepsPercentilesWithinOnePercent();
    void isExactAtTheEdges();
    void coversEveryValue();
    void hasBoundedMemory();
    void takesAnyValue();
    void countsManyAtOnce();
    void mergesAsIfOne();
    void tellsWhatCameSince();
    void samplesDistribution();
    void writesAndReads();
    void readsBrowsersReport();
    void refusesReports_data();
    void refusesReports();
};

void TestDelayHistogram::isEmptyAtFirst()
{
    const DelayHistogram histogram;
    QVERIFY(histogram.isEmpty());
    QCOMPARE(histogram.quantile(0.5), 0ns);
    QCOMPARE(histogram.mean(), 0ns);
    QVERIFY(histogram.cdf().isEmpty());
    QCOMPARE(parsed(histogram.toJson()), histogram);
}

void TestDelayHistogram::keepsPercentilesWithinOnePercent_data()
{
    using Draw = std::function<double(std::mt19937_64 &)>;
    QTest::addColumn<Draw>("seconds");
    QTest::newRow("uniform to 2 s") << Draw(std::uniform_real_distribution<double>(0.005, 2.005));
    QTest::newRow("exponential of 5 ms") << Draw(std::exponential_distribution<double>(200));
    QTest::newRow("log-normal") << Draw(std::lognormal_distribution<double>(-4, 2));
    QTest::newRow("log-uniform over all") << Draw([](std::mt19937_64 &random) {
        return std::exp(std::uniform_real_distribution<double>(std::log(1e-6), std::log(3600.))(random));
    });
    QTest::newRow("two peaks") << Draw([](std::mt19937_64 &random) { return random() % 3 ? 0.0052 : 10.013; });
    QTest::newRow("all the same") << Draw([](std::mt19937_64 &) { return 0.0371; });
}

void TestDelayHistogram::keepsPercentilesWithinOnePercent()
{
    QFETCH(std::function<double(std::mt19937_64 &)>, seconds);
    std::vector<nanoseconds> delays = sample(seconds);
    const DelayHistogram histogram = histogramOf(delays);
    std::sort(delays.begin(), delays.end());

    QCOMPARE(histogram.count(), samples);
    QCOMPARE(histogram.min(), delays.front());
    QCOMPARE(histogram.max(), delays.back());
    QCOMPARE(histogram.sum(), std::accumulate(delays.begin(), delays.end(), nanoseconds(0)));
    QCOMPARE(histogram.mean(), histogram.sum() / samples);
    for (const double p : {0.0001, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999}) {
        const auto rank = size_t(std::llround(std::ceil(p * samples - 1e-6)));
        const double exact = double(delays[rank - 1].count());
        QVERIFY(std::abs(double(histogram.quantile(p).count()) - exact) <= 0.01 * exact);
    }
    QCOMPARE(histogram.quantile(0), delays.front());
    QCOMPARE(histogram.quantile(1), delays.back());
}

void TestDelayHistogram::isExactAtTheEdges()
{
    DelayHistogram histogram;
    histogram.add(3ms);
    QCOMPARE(histogram.quantile(0), 3ms);
    QCOMPARE(histogram.quantile(0.5), 3ms);
    QCOMPARE(histogram.quantile(1), 3ms);
    for (int i = 0; i < 19; ++i)
        histogram.add(1s);
    QCOMPARE(histogram.quantile(0.05), 3ms); // rank 1 of 20
    QCOMPARE(histogram.quantile(0.051), 1s);
}

void TestDelayHistogram::coversEveryValue()
{
    // Values around each edge of an octave; the neighbours keep minimum and maximum from affecting the result.
    for (qint64 edge = 1024; edge < 3'600'000'000'000; edge *= 2) {
        for (const qint64 value : {edge - 1, edge, edge + 1, edge + edge / 64, edge + edge / 3}) {
            DelayHistogram histogram;
            histogram.add(1ns);
            histogram.add(nanoseconds(value));
            histogram.add(2h);
            QVERIFY(std::abs(double(histogram.quantile(0.5).count() - value)) <= 0.01 * double(value));
        }
    }
}

void TestDelayHistogram::hasBoundedMemory()
{
    DelayHistogram histogram;
    for (qint64 delay = 1; delay < 4'000'000'000'000; delay += delay / 200 + 1)
        histogram.add(nanoseconds(delay));
    const qsizetype used = QJsonDocument::fromJson(histogram.toJson()).object()[u"counts"].toArray().size();
    QCOMPARE(used, DelayHistogram::bucketCount);
    QVERIFY(histogram.toJson().size() < 32 * 1024);
}

void TestDelayHistogram::takesAnyValue()
{
    DelayHistogram histogram;
    histogram.add(-3ms); // clocks that disagree
    histogram.add(0ns);
    histogram.add(5ms);
    histogram.add(nanoseconds::max());
    QCOMPARE(histogram.count(), 4);
    QCOMPARE(histogram.min(), -3ms);
    QCOMPARE(histogram.max(), nanoseconds::max());
    QCOMPARE(histogram.sum(), nanoseconds::max()); // stopped at its limit
    QCOMPARE(histogram.quantile(1), nanoseconds::max());
    QVERIFY(histogram.quantile(0.5) < 1us);
}

void TestDelayHistogram::countsManyAtOnce()
{
    DelayHistogram many;
    many.add(5ms, 1000);
    many.add(7ms, 0);
    many.add(7ms, -1);
    many.add(7ms, DelayHistogram::maxCount); // one thousand too many
    DelayHistogram single;
    for (int i = 0; i < 1000; ++i)
        single.add(5ms);
    QCOMPARE(many, single);
    QCOMPARE(many.sum(), 5s);
    many.clear();
    QCOMPARE(many, DelayHistogram());
}

void TestDelayHistogram::mergesAsIfOne()
{
    const std::vector<nanoseconds> delays = sample(std::exponential_distribution<double>(20));
    const auto middle = delays.begin() + samples / 3;
    DelayHistogram merged = histogramOf({delays.begin(), middle});
    merged.merge(histogramOf({middle, delays.end()}));
    QCOMPARE(merged, histogramOf(delays));
    merged.merge({});
    QCOMPARE(merged, histogramOf(delays));
    DelayHistogram fresh;
    fresh.merge(merged);
    QCOMPARE(fresh, merged);
    DelayHistogram full;
    full.add(1ms, DelayHistogram::maxCount);
    full.merge(merged); // would pass the limit
    QCOMPARE(full.count(), DelayHistogram::maxCount);
}

void TestDelayHistogram::tellsWhatCameSince()
{
    DelayHistogram histogram;
    histogram.add(1s, 1000);
    const DelayHistogram before = histogram;
    QVERIFY(!histogram.quantileSince(before, 0.5));
    QVERIFY(!DelayHistogram().quantileSince(before, 0.5)); // no later state of it
    DelayHistogram later; // alone
    for (int ms = 1; ms <= 200; ++ms) {
        histogram.add(std::chrono::milliseconds(ms));
        later.add(std::chrono::milliseconds(ms));
    }
    for (const double p : {0., 0.01, 0.5, 0.95, 0.99, 1.}) {
        const auto since = histogram.quantileSince(before, p);
        QVERIFY(since);
        const auto expected = later.quantile(p);
        QVERIFY2(std::abs((*since - expected).count()) <= expected.count() / 100, QByteArray::number(p));
    }
    const auto ofAll = histogram.quantileSince(DelayHistogram(), 0.95);
    QVERIFY(ofAll && std::abs((*ofAll - 1s).count()) <= 10'000'000);
}

void TestDelayHistogram::samplesDistribution()
{
    std::vector<nanoseconds> delays = sample(std::uniform_real_distribution<double>(1, 3));
    const QList<CdfPoint> points = histogramOf(delays).cdf();
    std::sort(delays.begin(), delays.end());
    QCOMPARE(points.first(), (CdfPoint{delays.front(), 0}));
    QCOMPARE(points.last(), (CdfPoint{delays.back(), 1}));
    for (qsizetype i = 1; i < points.size(); ++i) {
        QVERIFY(points[i].delay >= points[i - 1].delay);
        QVERIFY(points[i].share > points[i - 1].share);
        const auto within = std::lower_bound(delays.begin(), delays.end(), points[i].delay) - delays.begin();
        if (i + 1 < points.size()) // at its edges the histogram is exact
            QCOMPARE(points[i].share, double(within) / samples);
    }
}

void TestDelayHistogram::writesAndReads()
{
    DelayHistogram histogram = histogramOf(sample(std::lognormal_distribution<double>(-4, 2)));
    histogram.add(-1ms);
    histogram.add(3h);
    QCOMPARE(parsed(histogram.toJson()), histogram);

    DelayHistogram small;
    small.add(600ns);
    small.add(600ns);
    small.add(1us);
    QCOMPARE(small.toJson(),
             QByteArrayLiteral(R"({"v":1,"n":3,"sum":2200,"min":600,"max":1000,)"
                               R"("counts":[[12,2],[62,1]]})"));
}

void TestDelayHistogram::readsBrowsersReport()
{
    // The bucket as JavaScript computes it, by the header's formula.
    const auto bucket = [](double ns) {
        const double k = std::floor(std::log2(ns));
        return qint64((k - 9) * 64 + std::floor(ns / std::pow(2, k - 6)) - 63);
    };
    for (const double ns : {512., 1000., 5.2e6, 2.005e9, 34'359'738'367., 34'359'738'368., 3.6e12}) {
        const QByteArray number = QByteArray::number(qint64(ns));
        const auto histogram = parsed("{\"v\":1,\"n\":1,\"sum\":" + number + ",\"min\":" + number + ",\"max\":" + number
                                      + ",\"counts\":[[" + QByteArray::number(bucket(ns)) + ",1]]}");
        QVERIFY(histogram.has_value());
        QCOMPARE(histogram->max(), nanoseconds(qint64(ns)));
    }
}

void TestDelayHistogram::refusesReports_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("no version") << QByteArray(R"({"n":0,"sum":0,"min":0,"max":0,"counts":[]})");
    QTest::newRow("other version") << QByteArray(R"({"v":2,"n":0,"sum":0,"min":0,"max":0,"counts":[]})");
    const auto reportOf = [](const char *n, const char *sum, const char *min, const char *max, const char *counts) -> QByteArray {
        return QByteArray("{\"v\":1,\"n\":") + n + ",\"sum\":" + sum + ",\"min\":" + min + ",\"max\":" + max
            + ",\"counts\":" + counts + "}";
    };
    QVERIFY(parsed(reportOf("3", "2200", "600", "1000", "[[12,2],[62,1]]")));
    QTest::newRow("wrong count") << reportOf("4", "2200", "600", "1000", "[[12,2],[62,1]]");
    QTest::newRow("fraction") << reportOf("3", "2200.5", "600", "1000", "[[12,2],[62,1]]");
    QTest::newRow("text") << reportOf("3", "\"2200\"", "600", "1000", "[[12,2],[62,1]]");
    QTest::newRow("counts no array") << reportOf("3", "2200", "600", "1000", "7");
    QTest::newRow("pair too long") << reportOf("3", "2200", "600", "1000", "[[12,2,1],[62,1]]");
    QTest::newRow("pair too short") << reportOf("3", "2200", "600", "1000", "[[12],[62,1]]");
    QTest::newRow("no pair") << reportOf("3", "2200", "600", "1000", "[12,62]");
    QTest::newRow("out of order") << reportOf("3", "2200", "600", "1000", "[[62,1],[12,2]]");
    QTest::newRow("twice") << reportOf("3", "2200", "600", "1000", "[[12,1],[12,1],[62,1]]");
    QTest::newRow("bucket below") << reportOf("3", "2200", "600", "1000", "[[-1,2],[62,1]]");
    QTest::newRow("bucket above") << reportOf("3", "2200", "600", "1000", "[[12,2],[2090,1]]");
    QTest::newRow("bucket far above") << reportOf("3", "2200", "600", "1000", "[[12,2],[9000000000000,1]]");
    QTest::newRow("negative times") << reportOf("1", "2200", "600", "1000", "[[12,2],[62,-1]]");
    QTest::newRow("no times") << reportOf("2", "1200", "600", "600", "[[12,2],[62,0]]");
    QTest::newRow("too many") << reportOf("9007199254740993", "2200", "600", "1000", "[[12,9007199254740992],[62,1]]");
    QTest::newRow("min elsewhere") << reportOf("3", "2200", "700", "1000", "[[12,2],[62,1]]");
    QTest::newRow("max elsewhere") << reportOf("3", "2200", "600", "1100", "[[12,2],[62,1]]");
    QTest::newRow("sum too small") << reportOf("3", "1799", "600", "1000", "[[12,2],[62,1]]");
    QTest::newRow("sum too great") << reportOf("3", "3001", "600", "1000", "[[12,2],[62,1]]");
    QTest::newRow("empty with sum") << reportOf("0", "1", "0", "0", "[]");
}

void TestDelayHistogram::refusesReports()
{
    QFETCH(QByteArray, json);
    QVERIFY(QJsonDocument::fromJson(json).isObject());
    QVERIFY(!parsed(json));
}

QTEST_GUILESS_MAIN(TestDelayHistogram)
#include "tst_delayhistogram.moc"
