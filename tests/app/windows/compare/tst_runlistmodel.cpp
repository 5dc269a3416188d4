// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runlistmodel.h"
#include "tests/compare/sampleresult.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::RunListModel;

class TestRunListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndOverlays();
    void staysBounded();
};

void TestRunListModel::namesAndOverlays()
{
    RunListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.add(sampleResult()), 0);
    QCOMPARE(model.add(sampleResult(), u"busy"_s), 1);
    QCOMPARE(model.name(0), u"Run 1"_s);
    QVERIFY(model.setData(model.index(0), u"  quiet "_s));
    QVERIFY(!model.setData(model.index(0), u"  "_s));
    QCOMPARE(model.name(0), u"quiet"_s);
    QCOMPARE(model.shownWith(1).size(), 1);
    QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
    const auto shown = model.shownWith(1);
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown.at(0).name, u"busy"_s); // the current one first
    QVERIFY(!shown.at(1).isCurrent);
    model.remove(0);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.shownWith(-1).isEmpty());
}

void TestRunListModel::staysBounded()
{
    RunListModel model;
    for (int i = 0; i < RunListModel::maxRuns + 5; ++i)
        model.add(sampleResult());
    QCOMPARE(model.rowCount(), RunListModel::maxRuns);
    QCOMPARE(model.name(0), u"Run 6"_s);
}

QTEST_MAIN(TestRunListModel)
#include "tst_runlistmodel.moc"
