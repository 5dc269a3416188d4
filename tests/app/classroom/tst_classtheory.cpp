// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/classroom.h"
#include "app/classroom/classtheory.h"

#include "tests/support/rawclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::expectationOf;
using protocol::ClassSettings;
using protocol::Expectation;
using protocol::Technique;

//! What theory expects of the class as it is set now, from the models to the page's request.
class TestClassTheory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheSettings();
    void knowsEachTechnique();
    void isThereForPages();
};

namespace {

bool isNear(double value, double expected)
{
    return qAbs(value - expected) <= 0.002 * expected + 1e-9;
}

} // namespace

void TestClassTheory::followsTheSettings()
{
    ClassSettings settings;
    settings.pollInterval = 2s;
    Expectation polling = expectationOf(Technique::Polling, 0, settings);
    QVERIFY(isNear(polling.requestsPerMinute, 30));
    QCOMPARE(polling.emptyShare, 1.0);
    QVERIFY(isNear(polling.meanDelay.count(), 1000));
    QVERIFY(isNear(polling.delayP95.count(), 1900));
    QVERIFY(isNear(polling.greatestDelay.count(), 2000));
    settings.pollInterval = 5s;
    QVERIFY(isNear(expectationOf(Technique::Polling, 1, settings).requestsPerMinute, 12));
    settings.conditioner.delay = 150ms; // there and back make the cycle longer
    polling = expectationOf(Technique::Polling, 1, settings);
    QVERIFY(isNear(polling.requestsPerMinute, 60 / 5.3));
    QVERIFY(isNear(polling.meanDelay.count(), 150 + 2650));
    QVERIFY(isNear(polling.emptyShare, std::exp(-5.3)));
}

void TestClassTheory::knowsEachTechnique()
{
    ClassSettings settings;
    settings.hold = 10s;
    QVERIFY(isNear(expectationOf(Technique::LongPolling, 0, settings).requestsPerMinute, 6));
    for (const Technique technique : {Technique::WebSocket, Technique::Sse}) {
        const Expectation held = expectationOf(technique, 3, settings);
        QCOMPARE(held.requestsPerMinute, 0.0);
        QVERIFY(held.greatestDelay < 1ms);
    }
    for (const Technique technique : protocol::allTechniques) {
        const Expectation busy = expectationOf(technique, 10000, settings);
        QVERIFY(std::isfinite(busy.requestsPerMinute) && std::isfinite(busy.meanDelay.count()));
    }
}

void TestClassTheory::isThereForPages()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.settings.pollInterval = 4s;
    app::Classroom classroom(options);
    QSignalSpy started(&classroom, &app::Classroom::started);
    classroom.start();
    QTRY_COMPARE(started.count(), 1);
    tests::RawClient client(classroom.port());
    const QJsonObject answer = client.get("/api/theory?polling=0&websocket=0.5").value_or(tests::HttpAnswer()).json();
    const QJsonObject techniques = answer[u"techniques"_s].toObject();
    QCOMPARE(techniques.keys(), QStringList({u"polling"_s, u"websocket"_s}));
    QVERIFY(isNear(techniques[u"polling"_s][u"requestsPerMinute"_s].toDouble(), 15));
    QVERIFY(isNear(techniques[u"polling"_s][u"delay"_s][u"mean"_s].toDouble(), 2000));
    QCOMPARE(answer[u"settings"_s][u"pollInterval"_s].toDouble(), 4.0);
    QCOMPARE(answer[u"settings"_s][u"techniques"_s].toArray().size(), 3);
}

QTEST_GUILESS_MAIN(TestClassTheory)
#include "tst_classtheory.moc"
