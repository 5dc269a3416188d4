// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/contrast.h"

#include <QTest>

using namespace pushlab::widgets;
using namespace Qt::Literals::StringLiterals;

class TestContrast final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownRatios();
    void namesAreReadable_data();
    void namesAreReadable();
    void nameKeepsItsColour();
};

void TestContrast::knownRatios()
{
    QVERIFY(qAbs(contrastRatio(Qt::black, Qt::white) - 21) < 0.01);
    QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    QVERIFY(qAbs(contrastRatio(Qt::red, Qt::red) - 1) < 0.01);
}

void TestContrast::namesAreReadable_data()
{
    QTest::addColumn<QColor>("background");
    QTest::newRow("light") << QColor(Qt::white);
    QTest::newRow("dark") << QColor(0x1e, 0x1f, 0x22);
    QTest::newRow("middle") << QColor(0x80, 0x80, 0x80);
}

void TestContrast::namesAreReadable()
{
    QFETCH(QColor, background);
    for (int i = 0; i < 500; ++i) {
        const QColor colour = nameColour(QString::number(i), background);
        QVERIFY2(contrastRatio(colour, background) >= 4.49, qPrintable(colour.name()));
    }
}

void TestContrast::nameKeepsItsColour()
{
    QCOMPARE(nameColour(u"小明"_s, Qt::white), nameColour(u"小明"_s, Qt::white));
    QVERIFY(nameColour(u"Alice"_s, Qt::white) != nameColour(u"Bob"_s, Qt::white));
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
