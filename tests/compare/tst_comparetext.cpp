// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/translation.h"
#include "client/compare/result/preset.h"
#include "client/compare/text/columns.h"
#include "client/compare/text/notetext.h"
#include "client/compare/text/presettext.h"
#include "client/compare/text/publishedtext.h"
#include "client/compare/text/reporttext.h"
#include "client/compare/text/runtext.h"
#include "client/compare/text/sweeptext.h"
#include "client/compare/text/varianttext.h"
#include "client/compare/text/verdicttext.h"

#include "sampleresult.h"

#include <QMetaEnum>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using namespace pushlab::compare;
using theory::Quantity;
using theory::Unit;

//! Every value has a text, in both languages.
class TestCompareText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasWords_data();
    void everyValueHasWords();
    void filesStayEnglish();
    void columnsAreThoseOfATerminal();
};

namespace {

template <typename Enum>
QList<std::pair<QString, Enum>> valuesOf()
{
    const auto meta = QMetaEnum::fromType<Enum>();
    QList<std::pair<QString, Enum>> values;
    for (int i = 0; i < meta.keyCount(); ++i)
        values.append({QString::fromLatin1(meta.name()) + u"::"_s + QString::fromLatin1(meta.key(i)), Enum(meta.value(i))});
    return values;
}

Note noteOf(Note::Kind kind)
{
    return {kind,
            u"lubbers"_s,
            u"A. Author, 2010"_s,
            Variant::LongPolling,
            RunError{RunError::Reason::ConnectTimeout, u"1.2.3.4"_s, 3, 20, 30s},
            {0.5, 2, 3}};
}

Conclusion conclusionOf(Conclusion::Kind kind)
{
    return {kind, {{Variant::WebSocket, 12}, {Variant::LongPolling, 120}, {Variant::Polling, 1200}}, 2.5, 3, 4, {}};
}

using Words = QList<std::pair<QString, QString>>; // the value, its words

void addValues(Words &words)
{
    for (const auto &[name, kind] : valuesOf<Note::Kind>()) {
        if (kind != Note::Kind::Stated) // which is not ours
            words.append({name, noteText(noteOf(kind))});
    }
    for (const auto &[name, kind] : valuesOf<Conclusion::Kind>()) {
        if (kind != Conclusion::Kind::Stated)
            words.append({name, conclusionText(conclusionOf(kind))});
    }
    for (const auto &[name, reason] : valuesOf<RunError::Reason>())
        words.append({name, errorText({reason, u"1.2.3.4"_s, 3, 20, 30s})});
    for (const auto &[name, id] : valuesOf<ReportPhrase::Id>())
        words.append({name, reportText(id)});
    for (const auto &[name, row] : valuesOf<FigureRow::Name>())
        words.append({name, figureName(row)});
}

void addRuns(Words &words)
{
    for (const RoundPhase phase : {RoundPhase::Connecting, RoundPhase::WarmUp, RoundPhase::Measuring, RoundPhase::Draining})
        words.append({u"RoundPhase %1"_s.arg(int(phase)), phaseText(phase)});
    for (const Variant variant : allVariants)
        words.append({u"Variant %1"_s.arg(int(variant)), variantTitle(variant)});
    Progress progress;
    progress.variants = {Variant::Polling};
    words.append({u"progress"_s, progressText(progress) + timesText(progress)});
    RunOptions options;
    words.append({u"options"_s, optionsText(options)});
    options.isConstant = options.isSimultaneous = true;
    options.keepAlive = false;
    options.delay = options.jitter = 20ms;
    options.rateBitsPerSecond = 64'000;
    words.append({u"other options"_s, optionsText(options)});
    words.append({u"sweep"_s, sweepReport({{{1, 30, 40}}, 0.5, 0.4, 0.5})});
    words.append({u"sweep without a crossover"_s, sweepReport({})});
    words.append({u"sweep's step"_s, sweepStepText(0.5, 1, 8)});
}

void addPublished(Words &words)
{
    for (int i = 0; i <= int(Quantity::ByteRatio); ++i)
        words.append({u"Quantity %1"_s.arg(i), quantityText(Quantity(i))});
    for (int i = 0; i <= int(Unit::Ratio); ++i)
        words.append({u"Unit %1"_s.arg(i), valueText(3, Unit(i))});
    const PublishedNumber number{{Quantity::Throughput, protocol::Technique::Polling, 1000, 6.6, Unit::MebibitsPerSecond}, 6.5, 100};
    words.append({u"published"_s, publishedName(number) + theirsText(number) + oursText(number)});
    for (const QString &name : presetNames())
        words.append({name, presetSummary(name)});
    for (const theory::PublishedSetup &setup : theory::publishedSetups()) {
        if (!setup.source.isEmpty())
            words.append({setup.name + u", source"_s, presetSource(setup.name, u"1999"_s)});
        if (setup.hasRemark)
            words.append({setup.name + u", remark"_s, presetRemark(setup.name)});
    }
}

Words allWords()
{
    Words words;
    addValues(words);
    addRuns(words);
    addPublished(words);
    return words;
}

//! The texts that are the same in all languages.
bool isTechnical(const QString &text)
{
    static const QRegularExpression technical(u"\\b(p50|p95|p99|WebSocket|Mbit|kbit|B|s)\\b|[\\d\\s/:.,]"_s);
    return QString(text).remove(technical).isEmpty();
}

} // namespace

void TestCompareText::everyValueHasWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QString(app::englishLanguage);
    QTest::newRow("Chinese") << QString(app::chineseLanguage);
}

void TestCompareText::everyValueHasWords()
{
    QFETCH(QString, language);
    app::installLanguage(language);
    static const QRegularExpression han(u"\\p{Han}"_s);
    static const QRegularExpression sentence(u"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}"_s);
    for (const auto &[value, text] : allWords()) {
        const QByteArray what = (value + u": "_s + text).toUtf8();
        QVERIFY2(!text.isEmpty(), what);
        const bool isTemplate = value.startsWith("Id::"_L1); // a template whose places the report fills
        QVERIFY2(isTemplate || !text.contains(QRegularExpression(u"%\\d"_s)), what);
        if (language == app::englishLanguage) {
            QVERIFY2(!text.contains(han), what);
        } else {
            QVERIFY2(text.contains(han) || isTechnical(text) || text == "zh-CN"_L1, what);
            QVERIFY2(!text.contains(sentence), what);
        }
    }
}

//! Programs read these, so they must not depend on the application's language.
void TestCompareText::filesStayEnglish()
{
    app::installLanguage(app::englishLanguage);
    const RunResult result = sampleResult();
    const QString verdict = verdictText(result);
    const QStringList notes = noteTexts(result);
    app::installLanguage(app::chineseLanguage);
    QVERIFY(verdictText(result) != verdict && noteTexts(result) != notes);
    QCOMPARE(verdictText(result, Language::English), verdict);
    QCOMPARE(noteTexts(result, Language::English), notes);
}

void TestCompareText::columnsAreThoseOfATerminal()
{
    QCOMPARE(columnsOf(u"delay"_s), 5);
    QCOMPARE(columnsOf(u"平均延迟"_s), 8);
    QCOMPARE(columnsOf(u"± 1.2 毫秒"_s), 10);
    QCOMPARE(columnsOf(u"e\u0301"_s), 1);
    QCOMPARE(leftAligned(u"延迟"_s, 6), u"延迟  "_s);
    QCOMPARE(rightAligned(u"延迟"_s, 6), u"  延迟"_s);
    QCOMPARE(rightAligned(u"longer"_s, 3), u"longer"_s);
}

QTEST_GUILESS_MAIN(TestCompareText)
#include "tst_comparetext.moc"
