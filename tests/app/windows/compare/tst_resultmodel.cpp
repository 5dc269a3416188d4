// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/resultmodel.h"
#include "tests/compare/sampleresult.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::ResultColumn;
using app::ResultModel;

class TestResultModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheoryBesideWhatWasMeasured();
    void showsDelaysAsFarAsTheClocksTell();
    void namesRunsOnlyWhenThereAreSeveral();
    void keepsItsRowsWhileARunGoesOn();
};

void TestResultModel::showsTheoryBesideWhatWasMeasured()
{
    ResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRuns({{u"Run 1"_s, sampleResult(), true}});
    QCOMPARE(model.rowCount(), 2);
    int column = -1;
    for (int i = 0; i < model.columnCount(); ++i) {
        if (model.headerData(i, Qt::Horizontal).toString().startsWith(u"Bytes per"))
            column = i;
    }
    QVERIFY(column >= 0);
    QCOMPARE(model.columns().at(column + 1).kind, ResultColumn::Kind::Theory);
    QCOMPARE(model.columns().at(column + 2).kind, ResultColumn::Kind::Difference);
    QCOMPARE(model.index(0, column).data().toString(), u"455 B ± 3 B"_s);
    QCOMPARE(model.index(0, column + 1).data().toString(), u"450 B"_s);
    QCOMPARE(model.index(0, column + 2).data().toString(), u"+1.1 %"_s);
}

void TestResultModel::showsDelaysAsFarAsTheClocksTell()
{
    QLocale::setDefault(QLocale(QLocale::English));
    compare::RunResult elsewhere = sampleResult();
    elsewhere.isOwnHost = false;
    elsewhere.clockUncertainty = 18;
    ResultModel model;
    model.setRuns({{u"Run 1"_s, sampleResult(), true}, {u"Run 2"_s, elsewhere, false}});
    int column = 0;
    while (column < model.columnCount() && model.headerData(column, Qt::Horizontal).toString() != u"Mean delay")
        ++column;
    QVERIFY(column < model.columnCount());
    const QString byOneClock = u"0.4 ms ± 2.0 ms"_s;
    const QString byTwo = u"0 ± 20 ms"_s; // what chance and what the clocks leave open
    QCOMPARE(model.index(1, column).data().toString(), byOneClock);
    QCOMPARE(model.index(3, column).data().toString(), byTwo);
}

void TestResultModel::namesRunsOnlyWhenThereAreSeveral()
{
    ResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRuns({{u"Run 1"_s, sampleResult(), true}});
    QCOMPARE(model.headerData(1, Qt::Vertical).toString(), u"WebSocket"_s);
    model.setRuns({{u"Run 1"_s, sampleResult(), true}, {u"Run 2"_s, sampleResult(), false}});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.headerData(3, Qt::Vertical).toString(), u"WebSocket · \u2068Run 2\u2069"_s);
    model.setRuns({});
    QCOMPARE(model.rowCount(), 0);
}

void TestResultModel::keepsItsRowsWhileARunGoesOn()
{
    ResultModel model;
    model.setRuns({{{}, sampleResult(), true}});
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    compare::RunResult later = sampleResult();
    later.variants.first().lost = 7;
    model.setRuns({{{}, later, true}});
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
}

QTEST_MAIN(TestResultModel)
#include "tst_resultmodel.moc"
