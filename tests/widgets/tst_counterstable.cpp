// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/counterstable.h"

#include <QLabel>
#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using protocol::Technique;

//! The columns that a client shows under its technique buttons.
class TestCountersTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void delaysAreNoBetterThanTheClock();
    void longDelaysWidenNothing();
};

void TestCountersTable::delaysAreNoBetterThanTheClock()
{
    widgets::CountersTable table;
    const auto says = [&table](const QString &name) {
        const auto labels = table.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&name](const QLabel *label) { return label->accessibleName() == name; });
    };
    QVERIFY(says(u"WebSocket, Delay p50: – · p95: –"_s));
    session::ClientCounters counters;
    counters.delays.add(40us, 3);
    counters.uncertainty = 18;
    table.setCounters(Technique::WebSocket, counters);
    QVERIFY(says(u"WebSocket, Delay p50: 0 ± 18 ms · p95: 0 ± 18 ms"_s));
    QVERIFY(says(u"WebSocket, n: 3"_s));
    counters.uncertainty = 0.04;
    table.setCounters(Technique::LongPolling, counters);
    QVERIFY(says(u"Long polling, Delay p50: 0.0 ms · p95: 0.0 ms"_s)); // which is known here
}

void TestCountersTable::longDelaysWidenNothing()
{
    widgets::CountersTable table;
    table.resize(600, 100);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    session::ClientCounters counters;
    counters.delays.add(1020ms, 3);
    counters.uncertainty = 18;
    for (const Technique technique : protocol::allTechniques)
        table.setCounters(technique, counters);
    const QString text = u"Delay p50: 1.02 ± 0.02 s · p95: 1.02 ± 0.02 s"_s;
    QVERIFY(3 * table.fontMetrics().horizontalAdvance(text) > 600);
    QVERIFY2(table.minimumSizeHint().width() <= 600, qPrintable(QString::number(table.minimumSizeHint().width())));
    const auto labels = table.findChildren<QLabel *>();
    const auto delay = std::find_if(labels.cbegin(), labels.cend(), [&text](const QLabel *label) { return label->text() == text; });
    QVERIFY(delay != labels.cend());
    QTRY_VERIFY((*delay)->height() >= (*delay)->heightForWidth((*delay)->width())); // nothing is cut off
}

QTEST_MAIN(TestCountersTable)
#include "tst_counterstable.moc"
