// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/generator.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pushlab::protocol;

class TestGenerator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wire();
    void roundTrip_data();
    void roundTrip();
    void rateAloneIsEnough();
};

void TestGenerator::wire()
{
    QCOMPARE(encodeGenerator({}), "null");
    QCOMPARE(encodeGenerator({4}), R"({"rate":4,"size":32,"poisson":false})");
    QCOMPARE(encodeGenerator({0, 500, true}), "null");
}

void TestGenerator::roundTrip_data()
{
    QTest::addColumn<Generator>("generator");
    QTest::newRow("off") << Generator{};
    QTest::newRow("least") << Generator{minGeneratorRate, 1, false};
    QTest::newRow("most") << Generator{maxGeneratorRate, maxGeneratorBytes, true};
    QTest::newRow("odd") << Generator{1.0 / 3, 77, true};
}

void TestGenerator::roundTrip()
{
    QFETCH(Generator, generator);
    const QJsonDocument json = QJsonDocument::fromJson("{\"g\":" + encodeGenerator(generator) + '}');
    const auto read = decodeGenerator(json[u"g"]);
    QVERIFY(read);
    QVERIFY(qAbs(read->perSecond - generator.perSecond) < 1e-9);
    QCOMPARE(read->bytes, generator.bytes);
    QCOMPARE(read->isPoisson, generator.isPoisson);
}

void TestGenerator::rateAloneIsEnough()
{
    QCOMPARE(decodeGenerator(QJsonObject{{QStringLiteral("rate"), 4}}), std::optional(Generator{4}));
    QVERIFY(!decodeGenerator(QJsonValue(QJsonValue::Undefined)));
}

QTEST_GUILESS_MAIN(TestGenerator)

#include "tst_generator.moc"
