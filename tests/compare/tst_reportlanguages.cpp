// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/translation.h"
#include "client/compare/report/csvreport.h"
#include "client/compare/report/htmlreport.h"
#include "client/compare/report/markdownreport.h"
#include "client/compare/report/texttable.h"
#include "client/compare/result/resultcodec.h"
#include "client/compare/result/sweepcodec.h"
#include "client/compare/text/columns.h"

#include "sampleresult.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::compare;

//! Reports are completely in the application's language; files for programs do not depend on it.
class TestReportLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void terminalIsChinese();
    void htmlIsChinese();
    void markdownIsChinese();
    void alignsChineseColumns();
    void filesForProgramsAreTheSame();
};

namespace {

//! A result that contains everything reports can say: published numbers, failures, a host elsewhere.
RunResult fullResult()
{
    RunResult result = sampleResult();
    result.options.preset = u"lubbers"_s;
    result.isOwnHost = false;
    result.isPartial = true;
    result.loadBusy = 0.95;
    result.error = RunError{RunError::Reason::ConnectTimeout, {}, 3, 20, 30s};
    result.variants.first().failures = 3;
    result.variants.first().lost = 1;
    return result;
}

//! Words in ASCII that are no technical terms, names or units.
QStringList englishWords(QString text)
{
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    static const QStringList terms{u"WebSocket"_s, u"HTTP"_s,    u"TCP"_s,  u"IP"_s,   u"CPU"_s, u"KS"_s,
                                   u"PushLab"_s,   u"Poisson"_s, u"kbit"_s, u"Mbit"_s, u"kB"_s,  u"MB"_s};
    text.remove(u"Peter Lubbers, Frank Greco: HTML5 WebSocket: a quantum leap in scalability for the Web, 2010"_s);
    for (const QString &provenance : {u"A CPU, 2 threads"_s, u"linux 6.1"_s, u"pushlab compare --seed 1"_s,
                                      u"http://127.0.0.1:8000"_s, u"2026-11-20T12:00:00Z"_s})
        text.remove(provenance);
    QStringList words;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const QString found = match.next().captured();
        if (!terms.contains(found))
            words += found;
    }
    return words;
}

} // namespace

void TestReportLanguages::init()
{
    app::installLanguage(app::chineseLanguage);
}

void TestReportLanguages::terminalIsChinese()
{
    const QString text = textReport(fullResult(), Colours::None);
    QCOMPARE(englishWords(text), QStringList());
    QVERIFY(text.contains(u"短轮询"_s) && text.contains(u"平均延迟"_s));
}

void TestReportLanguages::htmlIsChinese()
{
    QString html = QString::fromUtf8(htmlReport(fullResult()));
    QVERIFY(html.contains("<html lang=\"zh-CN\">"_L1));
    for (const QString &attribute : {u"aria-label"_s}) { // a text, too
        for (auto match = QRegularExpression(attribute + u"=\"([^\"]*)\""_s).globalMatch(html); match.hasNext();)
            QCOMPARE(englishWords(match.next().captured(1)), QStringList());
    }
    html.remove(QRegularExpression(u"<style>.*</style>"_s, QRegularExpression::DotMatchesEverythingOption));
    html.remove(QRegularExpression(u"<[^>]*>"_s));
    html.remove(QRegularExpression(u"&\\w+;"_s));
    QCOMPARE(englishWords(html), QStringList());
}

void TestReportLanguages::markdownIsChinese()
{
    const QString text = QString::fromUtf8(markdownReport(fullResult()));
    QVERIFY(text.startsWith(u"# 每种技术的代价\n"_s));
    QCOMPARE(englishWords(text), QStringList());
}

void TestReportLanguages::alignsChineseColumns()
{
    const QStringList lines = textReport(sampleResult(), Colours::None).split(u'\n');
    qsizetype head = -1;
    qsizetype row = -1;
    for (const QString &line : lines) {
        if (line.contains(u"理论值"_s) && head < 0)
            head = columnsOf(line.left(line.indexOf(u"理论值"_s))) + 6;
        if (line.startsWith(u"平均延迟"_s))
            row = columnsOf(line.left(line.indexOf(u"1.01 秒"_s))) + 7;
    }
    QVERIFY(head > 0);
    QCOMPARE(row, head);
}

void TestReportLanguages::filesForProgramsAreTheSame()
{
    const RunResult result = fullResult();
    const QByteArray json = encodeResult(result);
    const QByteArray csv = csvReport(result);
    const SweepResult sweep{{{1, 30, 40}}, 0.5, 0.4, 0.5};
    const QByteArray series = encodeSweep(sweep, {result});
    app::installLanguage(app::englishLanguage);
    QCOMPARE(encodeResult(result), json);
    QCOMPARE(csvReport(result), csv);
    QCOMPARE(encodeSweep(sweep, {result}), series);
}

QTEST_GUILESS_MAIN(TestReportLanguages)
#include "tst_reportlanguages.moc"
