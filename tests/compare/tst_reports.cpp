// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/csvreport.h"
#include "client/compare/report/htmlreport.h"
#include "client/compare/report/markdownreport.h"
#include "client/compare/report/texttable.h"
#include "client/compare/result/verdict.h"
#include "client/compare/text/verdicttext.h"

#include "sampleresult.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab::compare;

class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignsTheTable();
    void writesDelaysAsFarAsTheClocksTell();
    void coloursOnlyWhenAsked();
    void writesCsv();
    void keepsMarkdownInItsCells();
    void writesHtmlThatNeedsNothingElse();
    void drawsWellFormedCharts();
    void survivesAnEmptyRun();
    void showsHostileTextsAsTexts();
};

void TestReports::alignsTheTable()
{
    const QStringList lines = textReport(olderResult(), Colours::None).split(u'\n');
    const qsizetype head = lines.indexOf(QRegularExpression(u"^ +measured +theory +diff\\. +measured +theory +diff\\.$"_s));
    QVERIFY(head > 0);
    const qsizetype theory = lines.at(head).indexOf("theory"_L1) + 6;
    bool isFound = false;
    for (const QString &line : lines) {
        if (!line.startsWith("mean delay"_L1))
            continue;
        isFound = true;
        QCOMPARE(line.left(theory).trimmed().right(6), u"1.01 s"_s);
    }
    QVERIFY(isFound);
    QVERIFY(lines.contains(u"WebSocket <was> faster | by far."_s));
}

//! The clocks' uncertainty of a host elsewhere; on this machine there is one clock.
void TestReports::writesDelaysAsFarAsTheClocksTell()
{
    RunResult result = sampleResult();
    result.clockUncertainty = 18;
    const auto meanDelay = [&result] {
        const QStringList lines = textReport(result, Colours::None).split(u'\n');
        const qsizetype line = lines.indexOf(QRegularExpression(u"^mean delay .*"_s));
        return line < 0 ? QString() : lines.at(line).simplified();
    };
    QVERIFY2(meanDelay().contains(u"0.40 ms ± 2.00 ms"_s), qPrintable(meanDelay()));
    result.isOwnHost = false;
    QVERIFY2(meanDelay().contains(u" 0 ± 20 ms"_s), qPrintable(meanDelay())); // what chance and what the clocks leave open
    QVERIFY2(meanDelay().contains(u" 1.00 ± 0.020 s"_s), qPrintable(meanDelay()));
    QVERIFY(verdictText(result, Language::English).contains(u"a message took 0 ± 18 ms on average"_s));
}

void TestReports::coloursOnlyWhenAsked()
{
    QVERIFY(!textReport(sampleResult(), Colours::None).contains(u'\033'));
    QVERIFY(textReport(sampleResult(), Colours::Terminal).contains(u'\033'));
}

void TestReports::writesCsv()
{
    RunResult result = sampleResult();
    result.provenance.kernel = u"plain"_s;
    result.provenance.cpu = u"plain"_s; // no comma to quote
    const QByteArray csv = csvReport(result);
    QVERIFY(csv.startsWith("\xEF\xBB\xBFtechnique,clients,"));
    const QList<QByteArray> lines = csv.mid(3).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    for (const QByteArray &line : lines)
        QCOMPARE(line.count(','), lines.first().count(','));
    QVERIFY(lines.at(2).startsWith("websocket,20,"));
}

void TestReports::keepsMarkdownInItsCells()
{
    const QString text = QString::fromUtf8(markdownReport(olderResult()));
    QVERIFY(text.contains(u"\\<was\\> faster \\| by far"_s));
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("| mean"_L1))
            QCOMPARE(line.count(u'|'), 4);
    }
}

void TestReports::writesHtmlThatNeedsNothingElse()
{
    const QString html = QString::fromUtf8(htmlReport(olderResult()));
    QVERIFY(html.startsWith("<!DOCTYPE html>"_L1));
    for (const QString &outside : {u"src="_s, u"href="_s, u"url("_s, u"@import"_s, u"<script"_s})
        QVERIFY2(!html.contains(outside), qPrintable(outside));
    QVERIFY(html.contains(u"WebSocket &lt;was&gt; faster"_s));
    QVERIFY(html.contains(u"A note &amp; more."_s));
    QCOMPARE(html.count("<svg"_L1), 3);
    QVERIFY(html.contains(u"prefers-color-scheme:dark"_s));
    QVERIFY(!html.contains(QRegularExpression(u"\\b(nan|inf)\\b"_s)));
}

void TestReports::drawsWellFormedCharts()
{
    const QString html = QString::fromUtf8(htmlReport(sampleResult()));
    qsizetype at = 0;
    while ((at = html.indexOf("<svg"_L1, at)) >= 0) {
        const qsizetype end = html.indexOf("</svg>"_L1, at) + 6;
        QXmlStreamReader reader(html.sliced(at, end - at));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        at = end;
    }
}

void TestReports::survivesAnEmptyRun()
{
    const RunResult result;
    QVERIFY(!textReport(result, Colours::None).isEmpty());
    QVERIFY(!htmlReport(result).isEmpty());
    QVERIFY(!markdownReport(result).isEmpty());
    QVERIFY(csvReport(result).startsWith("\xEF\xBB\xBF"));
    RunResult silent;
    silent.variants.append(VariantResult());
    QVERIFY(!QString::fromUtf8(htmlReport(silent)).contains(QRegularExpression(u"\\b(nan|inf)\\b"_s)));
}

// The content that an opened file of a run may have.
void TestReports::showsHostileTextsAsTexts()
{
    const QString evil = u"</code></p><script>x</script><img src=x onerror=x>\n\n# head\n<b>&lt;\u202e\u2066 [a](javascript:x)"_s;
    RunResult result = olderResult();
    result.statedVerdict = result.hostAddress = evil;
    result.provenance = {evil, evil, evil, evil, evil};
    result.statedNotes = {evil};
    const QString html = QString::fromUtf8(htmlReport(result));
    for (const QString &tag : {u"<script"_s, u"<img"_s, u"<b>"_s, u"&lt;\u202e"_s})
        QVERIFY2(!html.contains(tag), qPrintable(tag));
    QCOMPARE(html.count("<bdi>"_L1), 5); // a line of several texts
    QCOMPARE(html.count("</code>"_L1), 1);

    const QStringList lines = QString::fromUtf8(markdownReport(result)).split(u'\n');
    for (const QString &line : lines) {
        QVERIFY2(!line.startsWith(u'#') || line == "# What each technique costs"_L1, qPrintable(line));
        if (!line.startsWith("    "_L1)) // but in the block of code, where nothing is markup
            QVERIFY2(!line.contains(QRegularExpression(u"(?<!\\\\)[<>\\[\\]&]"_s)), qPrintable(line));
    }
    QCOMPARE(lines.filter(QRegularExpression(u"^    "_s)).size(), 1);
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
