// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/published.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pushlab::protocol;
using namespace pushlab::theory;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double frameBytes = 2; // of one message, by Lubbers and Greco

double headerBytes()
{
    return publishedSetup(u"lubbers"_s)->parameters.headerBytes;
}

//! Their arithmetic: the headers of one poll, or the frame headers of one message, each second for each client, in megabits of
//! 2^20 bit a second.
double mebibitsPerSecond(Technique technique, int clients)
{
    return (technique == Technique::WebSocket ? frameBytes : headerBytes()) * 8 * clients / (1 << 20);
}

//! Polling's bytes to WebSocket's for one message. With \a messageBytes of payload and \a segmentBytes of TCP and IP for each
//! segment (two for a poll, one for a frame) it is far below the 435 : 1 of headers alone.
double byteRatio(double messageBytes, double segmentBytes)
{
    return (headerBytes() + messageBytes + 2 * segmentBytes) / (frameBytes + messageBytes + segmentBytes);
}

} // namespace

class TestPublished : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAllPresets();
    void hasUsableSetups_data();
    void hasUsableSetups();
    void namesSources();
    void recomputesLubbers_data();
    void recomputesLubbers();
    void correctsLubbers();
    void keepsAbril();
};

void TestPublished::hasAllPresets()
{
    QStringList names;
    for (const PublishedSetup &setup : publishedSetups())
        names.append(setup.name);
    names.sort();
    QCOMPARE(names,
             (QStringList{u"abril"_s, u"busy"_s, u"cometd"_s, u"lubbers"_s, u"quiet"_s, u"rfc6202"_s, u"slow-phone"_s,
                          u"tutorial"_s, u"vandevyvere"_s}));
    QCOMPARE(publishedSetup(u"cometd"_s)->rooms, 100);
    QVERIFY(!publishedSetup(u"Cometd"_s));
    QVERIFY(!publishedSetup({}));
}

void TestPublished::hasUsableSetups_data()
{
    QTest::addColumn<QString>("name");
    for (const PublishedSetup &setup : publishedSetups())
        QTest::newRow(qPrintable(setup.name)) << setup.name;
}

void TestPublished::hasUsableSetups()
{
    QFETCH(QString, name);
    const PublishedSetup &setup = *publishedSetup(name);
    QVERIFY(isValid(setup.parameters));
    QVERIFY(setup.parameters.rate > 0);
    QVERIFY(!setup.techniques.isEmpty());
    QVERIFY(!setup.clients.isEmpty());
    QVERIFY(setup.rooms >= setup.roomsPerClient);
    QVERIFY(setup.duration.count() >= 1);
    for (const PublishedFigure &figure : setup.figures) {
        QVERIFY(figure.value > 0);
        if (figure.clients > 0)
            QVERIFY(setup.clients.contains(figure.clients));
        if (figure.technique)
            QVERIFY(setup.techniques.contains(*figure.technique));
    }
}

void TestPublished::namesSources()
{
    for (const PublishedSetup &setup : publishedSetups()) {
        QCOMPARE(setup.source.isEmpty(), setup.figures.isEmpty());
    }
}

void TestPublished::recomputesLubbers_data()
{
    QTest::addColumn<Technique>("technique");
    QTest::addColumn<int>("clients");
    QTest::addColumn<double>("published");
    QTest::addColumn<double>("unit"); // of the last digit printed

    QTest::newRow("polling, 1,000") << Technique::Polling << 1'000 << 6.6 << 0.1;
    QTest::newRow("polling, 10,000") << Technique::Polling << 10'000 << 66. << 1.;
    QTest::newRow("polling, 100,000") << Technique::Polling << 100'000 << 665. << 1.;
    QTest::newRow("websocket, 1,000") << Technique::WebSocket << 1'000 << 0.015 << 0.001;
    QTest::newRow("websocket, 10,000") << Technique::WebSocket << 10'000 << 0.153 << 0.001;
    QTest::newRow("websocket, 100,000") << Technique::WebSocket << 100'000 << 1.526 << 0.001;
}

void TestPublished::recomputesLubbers()
{
    QFETCH(Technique, technique);
    QFETCH(int, clients);
    QFETCH(double, published);
    QFETCH(double, unit);
    QCOMPARE(std::round(mebibitsPerSecond(technique, clients) / unit) * unit, published);

    const auto &figures = publishedSetup(u"lubbers"_s)->figures;
    QVERIFY(std::any_of(figures.begin(), figures.end(), [&](const PublishedFigure &figure) {
        return figure.technique == technique && figure.clients == clients && figure.value == published
            && figure.unit == Unit::MebibitsPerSecond;
    }));
}

void TestPublished::correctsLubbers()
{
    QCOMPARE(std::floor(byteRatio(0, 0)), 435.);
    QCOMPARE(std::round(byteRatio(100, 40)), 7.);
}

void TestPublished::keepsAbril()
{
    const PublishedSetup &setup = *publishedSetup(u"abril"_s);
    QCOMPARE(setup.figures.size(), 6);
    QCOMPARE(setup.figures[1].quantity, Quantity::Bytes);
    QCOMPARE(setup.figures[1].value, 10'586.);
    QCOMPARE(setup.parameters.headerBytes, 601.2);
}

QTEST_GUILESS_MAIN(TestPublished)
#include "tst_published.moc"
