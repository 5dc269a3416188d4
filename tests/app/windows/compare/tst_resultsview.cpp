// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/resultsview.h"

#include "app/windows/compare/comparepage.h"
#include "app/windows/compare/comparewindow.h"
#include "app/windows/compare/runspanel.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/language.h"
#include "tests/compare/sampleresult.h"

#include <QCoreApplication>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

//! What matters of a run is seen without scrolling on the smallest screen.
class TestResultsView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void delaysAreInSight_data();
    void delaysAreInSight();

private:
    QTemporaryDir m_folder;
};

void TestResultsView::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestResultsView::delaysAreInSight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isOfClass");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        QTest::addRow("%s, a window of its own", qPrintable(language)) << language << false;
        QTest::addRow("%s, in the host's window", qPrintable(language)) << language << true;
    }
}

void TestResultsView::delaysAreInSight()
{
    QFETCH(const QString, language);
    QFETCH(const bool, isOfClass);
    app::applyLanguage(language);
    std::unique_ptr<QWidget> window;
    if (isOfClass)
        window = std::make_unique<app::HostWindow>(server::HostOptions());
    else
        window = std::make_unique<app::CompareWindow>();
    auto *const page = window->findChild<app::ComparePage *>();
    if (isOfClass)
        window->findChild<QTabWidget *>()->setCurrentWidget(page);
    window->resize(1024, 768);
    window->show();
    page->runs().addRun(sampleResult());
    QCoreApplication::processEvents();
    QCOMPARE(window->width(), 1024);
    const QTableView &table = page->results().table();
    int seen = 0;
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
        const bool isDelay = title == QCoreApplication::translate("ResultColumns", "Mean delay") || title == u"p95"_s;
        if (!isDelay)
            continue;
        ++seen;
        const int right = table.columnViewportPosition(column) + table.columnWidth(column);
        QVERIFY2(!table.isColumnHidden(column) && right <= table.viewport()->width(),
                 qPrintable(u"%1: to %2 of %3"_s.arg(title).arg(right).arg(table.viewport()->width())));
    }
    QCOMPARE(seen, 2);
    app::applyLanguage(u"en"_s);
}

QTEST_MAIN(TestResultsView)
#include "tst_resultsview.moc"
