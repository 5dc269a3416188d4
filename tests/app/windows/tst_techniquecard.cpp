// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/figurehistory.h"
#include "app/windows/host/techniquecard.h"
#include "app/windows/host/usagetext.h"

#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

//! The figures that a card derives from a technique's counters.
class TestTechniqueCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression()); }
    void historyIsNotDelivered();
    void membersHistoryIsTold();
    void delaysAreNoBetterThanTheClocks();
};

namespace {

server::TechniqueCounters withHistory(qint64 delivered)
{
    server::TechniqueCounters counters;
    counters.delivered = delivered;
    counters.history = 274;
    counters.up.overhead = 300;
    counters.down = {100, 400, 0, 50'000};
    return counters;
}

app::TechniqueFigures figuresOf(const server::TechniqueCounters &counters)
{
    app::TechniqueFigures figures;
    figures.usage = counters;
    return figures;
}

} // namespace

void TestTechniqueCard::historyIsNotDelivered()
{
    app::TechniqueCard card(protocol::Technique::Polling);
    const auto figure = [&card](const QString &caption) -> const QLabel * {
        const auto labels = card.findChildren<QLabel *>();
        for (const QLabel *const label : labels) {
            if (label->accessibleName().startsWith(QString(caption + u": ")))
                return label;
        }
        return nullptr;
    };
    card.setFigures(figuresOf(withHistory(0)), 60);
    QVERIFY(figure(u"Delivered"_s) && figure(u"Bytes a message"_s));
    QCOMPARE(figure(u"Delivered"_s)->text(), u"0"_s);
    QCOMPARE(figure(u"Bytes a message"_s)->text(), u"–"_s); // nobody has talked
    QVERIFY(figure(u"Delivered"_s)->toolTip().contains(u"274"));
    card.setFigures(figuresOf(withHistory(4)), 60);
    QVERIFY2(figure(u"Bytes a message"_s)->text().startsWith(u"200"), qPrintable(figure(u"Bytes a message"_s)->text()));
    card.setFigures({}, 60);
    QVERIFY(!figure(u"Delivered"_s)->toolTip().contains(u"istory"));
}

void TestTechniqueCard::membersHistoryIsTold()
{
    server::MemberSnapshot member;
    member.usage[0] = withHistory(4);
    QVERIFY(app::memberUsage(member).contains(u"274"));
    member.usage[0].history = 0;
    QVERIFY(!app::memberUsage(member).contains(u"istory"));
}

void TestTechniqueCard::delaysAreNoBetterThanTheClocks()
{
    QLocale::setDefault(QLocale(QLocale::English));
    app::TechniqueCard card(protocol::Technique::WebSocket);
    const auto says = [&card](const QString &name) {
        const auto labels = card.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&name](const QLabel *label) { return label->accessibleName() == name; });
    };
    app::TechniqueFigures figures;
    figures.p50 = 0.04;
    figures.p95 = 47;
    figures.doubt = 18;
    card.setFigures(figures, 60);
    QVERIFY(says(u"Delay p50: 0 ± 18 ms"_s));
    QVERIFY(says(u"Delay p95: 47 ± 18 ms"_s));
    const int width = card.minimumSizeHint().width();
    figures.p95 = 1480;
    card.setFigures(figures, 60);
    QVERIFY(says(u"Delay p95: 1.48 ± 0.02 s"_s));
    QCOMPARE(card.minimumSizeHint().width(), width); // three of them have to fit a small screen
}

QTEST_MAIN(TestTechniqueCard)

#include "tst_techniquecard.moc"
