// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/models.h"

#include "client/theory/eventoverhead.h"
#include "server/protocol/techniquetraits.h"
#include "tests/theory/simulation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace pushlab::protocol;
using namespace pushlab::theory;
using namespace std::chrono_literals;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

//! T = 2 s, H = 10 s, R = 10 ms, h = 585, m = 100, P = 25 s.
Parameters checkParameters(double messagesPerMinute)
{
    Parameters parameters;
    parameters.rate = messagesPerMinute / 60;
    parameters.oneWay = 5ms;
    parameters.pollInterval = 2s;
    parameters.pollTimer = PollTimer::RunsOn;
    parameters.hold = 10s;
    parameters.headerBytes = 585;
    parameters.messageBytes = 100;
    parameters.pingInterval = 25s;
    return parameters;
}

bool near(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance * std::abs(expected))
        return true;
    qWarning("%.10g is not %.10g", value, expected);
    return false;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithCheckValues_data();
    void agreesWithCheckValues();
    void batchesUnderLoad();
    void spreadsPolling();
    void spreadsLongPolling();
    void hasNoSpreadForWebSocket();
    void addsRoundTripToTimerFromAnswer();
    void addsRoundTripToNewConnections();
    void sizesFrameHeaders_data();
    void sizesFrameHeaders();
    void sizesEvents();
    void pushesEventsAsFrames();
    void hasLimitWithoutMessages();
    void isContinuousAtNoMessages();
    void hasLimitsAtExtremes();
    void countsBytesPerMessage();
    void findsCrossover();
    void findsCrossoverAtEdges();
    void refusesParameters();
    void agreesWithSimulation_data();
    void agreesWithSimulation();
};

void TestModels::agreesWithCheckValues_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("pollEmptyPercent");
    QTest::addColumn<double>("pollBytes");
    QTest::addColumn<double>("longRequests"); // one decimal, as far as it is given
    QTest::addColumn<double>("longEmptyPercent");
    QTest::addColumn<double>("longBytes");
    QTest::addColumn<double>("socketBytes");

    QTest::newRow("1") << 1. << 97. << 17'650. << 6.5 << 85. << 3'907. << 121.;
    QTest::newRow("6") << 6. << 82. << 18'150. << 9.5 << 37. << 6'149. << 631.;
    QTest::newRow("30") << 30. << 37. << 20'550. << 30.2 << 1. << 20'668. << 3'079.;
    QTest::newRow("240") << 240. << 0. << 41'550. << 240. << 0. << 164'289. << 24'499.;
}

void TestModels::agreesWithCheckValues()
{
    QFETCH(double, rate);
    const Parameters parameters = checkParameters(rate);
    const auto percent = [](double share) { return std::round(share * 100); };

    QCOMPARE(requestsPerMinute(Technique::Polling, parameters), 30.);
    QCOMPARE(delay(Technique::Polling, parameters).mean().count(), 1.005);
    QTEST(percent(emptyShare(Technique::Polling, parameters)), "pollEmptyPercent");
    QTEST(std::round(bytesPerMinute(Technique::Polling, parameters)), "pollBytes");

    const double requests = requestsPerMinute(Technique::LongPolling, parameters);
    QTEST(rate == 240 ? std::round(requests) : std::round(requests * 10) / 10, "longRequests");
    QCOMPARE(std::round(delay(Technique::LongPolling, parameters).mean() / 1ms), 5.);
    QTEST(percent(emptyShare(Technique::LongPolling, parameters)), "longEmptyPercent");
    QFETCH(double, longBytes); // 6,149 is 6,149.51 with its fraction cut
    QVERIFY(std::abs(bytesPerMinute(Technique::LongPolling, parameters) - longBytes) < 0.6);

    QCOMPARE(requestsPerMinute(Technique::WebSocket, parameters), 0.);
    QCOMPARE(delay(Technique::WebSocket, parameters).mean().count(), 0.005);
    QCOMPARE(emptyShare(Technique::WebSocket, parameters), 0.);
    QTEST(std::round(bytesPerMinute(Technique::WebSocket, parameters)), "socketBytes");
}

void TestModels::batchesUnderLoad()
{
    Parameters parameters = checkParameters(240);
    parameters.oneWay = 150ms;
    QCOMPARE(std::round(requestsPerMinute(Technique::LongPolling, parameters)), 160.);
    QCOMPARE(std::round(delay(Technique::LongPolling, parameters).mean() / 1ms), 270.);
    QCOMPARE(std::round(delay(Technique::LongPolling, parameters).greatest() / 1ms), 450.);
    QCOMPARE(std::round(delay(Technique::WebSocket, parameters).mean() / 1ms), 150.);
}

void TestModels::spreadsPolling()
{
    const DelayModel model = delay(Technique::Polling, checkParameters(30));
    QCOMPARE(model.least().count(), 0.005);
    QCOMPARE(model.greatest().count(), 2.005);
    QCOMPARE(model.standardDeviation().count(), 2 / std::sqrt(12.));
    QCOMPARE(model.quantile(0.95).count(), 0.005 + 0.95 * 2);
    QCOMPARE(model.quantile(0), model.least());
    QCOMPARE(model.quantile(1), model.greatest());
    QCOMPARE(model.cdf(4ms), 0.);
    QCOMPARE(model.cdf(1005ms), 0.5);
    QCOMPARE(model.cdf(3s), 1.);
}

void TestModels::spreadsLongPolling()
{
    Parameters parameters = checkParameters(240);
    parameters.oneWay = 150ms;
    const DelayModel model = delay(Technique::LongPolling, parameters);
    const double share = 0.3 / cycle(Technique::LongPolling, parameters).count();
    QCOMPARE(model.cdf(150ms), 1 - share); // messages that meet an open request
    QCOMPARE(model.quantile(1 - share).count(), 0.150);
    QCOMPARE(model.quantile(1).count(), 0.450);
    for (const double p : {0.3, 0.5, 0.9, 0.99})
        QCOMPARE(model.cdf(model.quantile(p)), p);
}

void TestModels::hasNoSpreadForWebSocket()
{
    const DelayModel model = delay(Technique::WebSocket, checkParameters(30));
    QCOMPARE(model.standardDeviation().count(), 0.);
    QCOMPARE(model.greatest(), model.least());
    QCOMPARE(model.quantile(0.99), model.least());
    QCOMPARE(model.cdf(model.least()), 1.);
    QCOMPARE(model.cdf(0s), 0.);
}

void TestModels::addsRoundTripToTimerFromAnswer()
{
    Parameters parameters = checkParameters(30);
    parameters.pollTimer = PollTimer::FromAnswer;
    parameters.turnAround = 90ms;
    QCOMPARE(pollCycle(parameters).count(), 2.1);
    QCOMPARE(requestsPerMinute(Technique::Polling, parameters), 60 / 2.1);
    QCOMPARE(delay(Technique::Polling, parameters).greatest().count(), 2.105);
}

void TestModels::addsRoundTripToNewConnections()
{
    Parameters parameters = checkParameters(30);
    parameters.turnAround = 1ms;
    QCOMPARE(roundTrip(parameters).count(), 0.011);
    parameters.connections = Connections::NewEachTime;
    QCOMPARE(roundTrip(parameters).count(), 0.021);
    QCOMPARE(pollCycle(parameters).count(), 2.);
    parameters.pollTimer = PollTimer::FromAnswer;
    QCOMPARE(pollCycle(parameters).count(), 2.021);
    QCOMPARE(delay(Technique::LongPolling, parameters).greatest().count(), 0.026);
    QCOMPARE(delay(Technique::WebSocket, parameters).mean().count(), 0.005);
}

void TestModels::sizesFrameHeaders_data()
{
    QTest::addColumn<int>("payload");
    QTest::addColumn<int>("unmasked");
    QTest::newRow("0") << 0 << 2;
    QTest::newRow("125") << 125 << 2;
    QTest::newRow("126") << 126 << 4;
    QTest::newRow("65535") << 65'535 << 4;
    QTest::newRow("65536") << 65'536 << 10;
}

void TestModels::sizesFrameHeaders()
{
    QFETCH(int, payload);
    QFETCH(int, unmasked);
    QCOMPARE(frameHeaderBytes(payload, Masking::Unmasked), unmasked);
    QCOMPARE(frameHeaderBytes(payload, Masking::Masked), unmasked + 4);
}

//! The bytes on the wire: "13\r\nid: 1\ndata: …\n\n\r\n".
void TestModels::sizesEvents()
{
    QCOMPARE(eventOverheadBytes(100, 1), 14 + 2 + 4);
    QCOMPARE(eventOverheadBytes(100, 9), 14 + 2 + 4);
    QCOMPARE(eventOverheadBytes(100, 10), 15 + 2 + 4);
    QCOMPARE(eventOverheadBytes(100, 123'456), 19 + 2 + 4);
    QCOMPARE(eventOverheadBytes(1, 1), 14 + 1 + 4); // 15 bytes: one digit
    QCOMPARE(eventOverheadBytes(2, 1), 14 + 2 + 4);
    QCOMPARE(eventOverheadBytes(241, 1), 14 + 2 + 4); // 255
    QCOMPARE(eventOverheadBytes(242, 1), 14 + 3 + 4);
}

//! The model for other sizes of what surrounds a message.
void TestModels::pushesEventsAsFrames()
{
    Parameters parameters = checkParameters(30);
    parameters.messageNumber = 50;
    QCOMPARE(requestsPerMinute(Technique::Sse, parameters), 0.);
    QCOMPARE(emptyShare(Technique::Sse, parameters), 0.);
    QCOMPARE(delay(Technique::Sse, parameters).mean(), delay(Technique::WebSocket, parameters).mean());
    QCOMPARE(delay(Technique::Sse, parameters).standardDeviation().count(), 0.);
    QCOMPARE(bytesPerMinute(Technique::Sse, parameters), 30. * (100 + 21) + 2.4 * 8);
    parameters.pingInterval = 0s;
    QCOMPARE(bytesPerMessage(Technique::Sse, parameters), 121.);
}

void TestModels::hasLimitWithoutMessages()
{
    Parameters parameters = checkParameters(0);
    QCOMPARE(cycle(Technique::LongPolling, parameters).count(), 10.01);
    QCOMPARE(requestsPerMinute(Technique::LongPolling, parameters), 60 / 10.01);
    QCOMPARE(delay(Technique::LongPolling, parameters).mean().count(), 0.005 + 0.0001 / 20.02);
    QCOMPARE(emptyShare(Technique::LongPolling, parameters), 1.);
    QCOMPARE(emptyShare(Technique::Polling, parameters), 1.);
    QCOMPARE(bytesPerMinute(Technique::Polling, parameters), 30. * 585);
    QCOMPARE(bytesPerMinute(Technique::WebSocket, parameters), 2.4 * 8);
    QCOMPARE(bytesPerMessage(Technique::Polling, parameters), infinity);
    QCOMPARE(bytesPerMessage(Technique::WebSocket, parameters), infinity);
    parameters.pingInterval = 0s;
    QCOMPARE(bytesPerMinute(Technique::WebSocket, parameters), 0.);
    QCOMPARE(bytesPerMessage(Technique::WebSocket, parameters), 102.);
}

void TestModels::isContinuousAtNoMessages()
{
    const double still = cycle(Technique::LongPolling, checkParameters(0)).count();
    for (const double rate : {1e-300, 1e-12, 1e-9, 5.9e-8, 6.1e-8, 1e-6}) // on both sides of the series' end
        QVERIFY(near(cycle(Technique::LongPolling, checkParameters(rate)).count(), still, 1e-6));
}

void TestModels::hasLimitsAtExtremes()
{
    Parameters busy = checkParameters(6e7);
    QVERIFY(near(requestsPerMinute(Technique::LongPolling, busy), 60 / 0.01, 1e-9)); // 60/R
    QVERIFY(near(delay(Technique::LongPolling, busy).mean().count(), 0.01, 1e-9)); // L + R/2

    Parameters endless = checkParameters(0);
    endless.hold = Seconds(infinity);
    QVERIFY(isValid(endless));
    QCOMPARE(requestsPerMinute(Technique::LongPolling, endless), 0.);
    QCOMPARE(delay(Technique::LongPolling, endless).mean().count(), 0.005);
    QCOMPARE(emptyShare(Technique::LongPolling, endless), 1.);
    endless.rate = 2;
    QCOMPARE(cycle(Technique::LongPolling, endless).count(), 0.01 + std::exp(-0.02) / 2);
    QCOMPARE(emptyShare(Technique::LongPolling, endless), 0.);

    Parameters instant = checkParameters(60);
    instant.oneWay = 0s;
    QCOMPARE(delay(Technique::LongPolling, instant).mean().count(), 0.);
    QCOMPARE(delay(Technique::LongPolling, instant).standardDeviation().count(), 0.);
    QVERIFY(near(requestsPerMinute(Technique::LongPolling, instant), 60, 1e-4)); // one for each message

    Parameters unheld = checkParameters(60);
    unheld.hold = 0s; // polling as fast as the network allows
    QCOMPARE(cycle(Technique::LongPolling, unheld).count(), 0.01);
    QCOMPARE(delay(Technique::LongPolling, unheld).mean().count(), 0.01);

    Parameters slow = checkParameters(60);
    slow.pollInterval = 24h;
    QCOMPARE(delay(Technique::Polling, slow).mean().count(), 43'200.005);
    QCOMPARE(emptyShare(Technique::Polling, slow), 0.);
}

void TestModels::countsBytesPerMessage()
{
    const Parameters parameters = checkParameters(6);
    QCOMPARE(bytesPerMessage(Technique::Polling, parameters), 18'150. / 6);
    QCOMPARE(bytesPerMessage(Technique::WebSocket, parameters), 102 + 2.4 * 8 / 6);
    for (const Technique technique : allTechniques)
        QCOMPARE(bytesPerMessage(technique, parameters), bytesPerMinute(technique, parameters) / 6);
}

void TestModels::findsCrossover()
{
    Parameters parameters = checkParameters(0);
    const Crossover found = crossover(parameters);
    QCOMPARE(found.kind, Crossover::Kind::AtRate);
    QVERIFY(near(found.rate, ruleOfThumb(parameters), 0.02));
    QVERIFY(near(ruleOfThumb(parameters), 0.5, 1e-12));

    parameters.rate = found.rate;
    QVERIFY(near(requestsPerMinute(Technique::LongPolling, parameters), 30, 1e-8));
    parameters.rate = found.rate * 1.01;
    QVERIFY(requestsPerMinute(Technique::LongPolling, parameters) > 30);
    parameters.rate = found.rate * 0.99;
    QVERIFY(requestsPerMinute(Technique::LongPolling, parameters) < 30);
}

void TestModels::findsCrossoverAtEdges()
{
    Parameters parameters = checkParameters(0);
    parameters.hold = 1s;
    QCOMPARE(crossover(parameters).kind, Crossover::Kind::Always);
    parameters.hold = 1990ms; // R + H = T
    QCOMPARE(crossover(parameters).kind, Crossover::Kind::Always);
    parameters.hold = 2s; // just past it: overtakes at very few messages
    QCOMPARE(crossover(parameters).kind, Crossover::Kind::AtRate);
    QVERIFY(crossover(parameters).rate < 0.01);
    parameters.hold = 10s;
    parameters.pollInterval = 10ms;
    QCOMPARE(crossover(parameters).kind, Crossover::Kind::Never);
    parameters.pollInterval = 2s;
    parameters.hold = Seconds(infinity);
    parameters.oneWay = 0s;
    QVERIFY(near(crossover(parameters).rate, 0.5, 1e-9)); // exactly 1/T
}

void TestModels::refusesParameters()
{
    QVERIFY(isValid(Parameters()));
    const auto isRefused = [](auto change) {
        Parameters parameters;
        change(parameters);
        return !isValid(parameters);
    };
    QVERIFY(isRefused([](Parameters &p) { p.rate = -1; }));
    QVERIFY(isRefused([](Parameters &p) { p.rate = infinity; }));
    QVERIFY(isRefused([](Parameters &p) { p.rate = std::nan(""); }));
    QVERIFY(isRefused([](Parameters &p) { p.oneWay = -1ms; }));
    QVERIFY(isRefused([](Parameters &p) { p.hold = -1ms; }));
    QVERIFY(isRefused([](Parameters &p) { p.hold = Seconds(std::nan("")); }));
    QVERIFY(isRefused([](Parameters &p) { p.headerBytes = -1; }));
    QVERIFY(isRefused([](Parameters &p) { p.messageBytes = infinity; }));
    QVERIFY(isRefused([](Parameters &p) { p.pingInterval = -1s; }));
    QVERIFY(isRefused([](Parameters &p) {
        p.pollInterval = 0s;
        p.pollTimer = PollTimer::RunsOn;
    }));
    QVERIFY(isRefused([](Parameters &p) { p.oneWay = p.hold = 0s; }));
}

void TestModels::agreesWithSimulation_data()
{
    QTest::addColumn<double>("rate"); // messages a minute
    QTest::addColumn<double>("oneWay"); // seconds
    QTest::newRow("quiet") << 6. << 0.005;
    QTest::newRow("at the crossover") << 30. << 0.005;
    QTest::newRow("busy") << 240. << 0.005;
    QTest::newRow("slow and busy") << 240. << 0.150;
}

void TestModels::agreesWithSimulation()
{
    QFETCH(double, rate);
    QFETCH(double, oneWay);
    Parameters parameters = checkParameters(rate);
    parameters.oneWay = Seconds(oneWay);
    parameters.pollTimer = PollTimer::FromAnswer;
    for (const Technique technique : allTechniques) {
        const Simulated simulated = simulate(technique, parameters, 200'000, 20260731);
        const DelayModel model = delay(technique, parameters);
        QVERIFY(near(simulated.mean(), model.mean().count(), 0.02));
        if (!traitsOf(technique).holdsConnection) {
            QVERIFY(near(simulated.requestsPerMinute(), requestsPerMinute(technique, parameters), 0.02));
            QVERIFY(std::abs(simulated.emptyShare() - emptyShare(technique, parameters)) < 0.02);
        }
        const double bytes = simulated.requestsPerMinute() * parameters.headerBytes
            + double(simulated.delays.size()) * 60 / simulated.length * parameters.messageBytes;
        if (!traitsOf(technique).holdsConnection)
            QVERIFY(near(bytes, bytesPerMinute(technique, parameters), 0.02));
        std::vector<double> sorted = simulated.delays;
        std::sort(sorted.begin(), sorted.end());
        QVERIFY(near(sorted[sorted.size() * 95 / 100], model.quantile(0.95).count(), 0.02));
        QVERIFY(std::abs(simulated.standardDeviation() - model.standardDeviation().count()) < 0.02 * model.greatest().count());
    }
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
