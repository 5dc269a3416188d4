// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "client/compare/result/note.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using namespace pushlab::app;
using compare::Variant;

class TestCompareOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasDefaults();
    void readsEverything();
    void letsOptionsChangeAPreset();
    void beginsAWindowWithTheQuickRun();
    void remembersTheCommandLine();
    void sweepsNeedTheirTwoTechniques();
    void complains_data();
    void complains();
    void showsHelp();
};

namespace {

Command parse(const QStringList &options)
{
    return parseCommandLine(QStringList{u"/usr/bin/pushlab"_s, u"compare"_s} + options);
}

CompareCommand parsed(const QStringList &options)
{
    const Command command = parse(options);
    if (const auto *const error = std::get_if<UsageError>(&command))
        qWarning("%ls", qUtf16Printable(error->sentence));
    return std::get<CompareCommand>(command);
}

} // namespace

void TestCompareOptions::hasDefaults()
{
    const CompareCommand command = parsed({u"--seed"_s, u"1"_s});
    QCOMPARE(command.options, compare::RunOptions());
    QVERIFY(!command.sweep && command.thresholds.isEmpty() && command.jsonFile.isEmpty());
}

void TestCompareOptions::readsEverything()
{
    const QString line =
        u"--techniques websocket,tutorial-queue --clients 2000 --rate 0.5 --constant --size 5000 --poll-interval 250ms "
        "--hold 30 --duration 1m --warm-up 0 --repeats 5 --simultaneous --no-keepalive --delay 150ms --jitter 20ms "
        "--bandwidth 1Mbit --seed 18446744073709551615 --json a.json --csv a.csv --html a.html --md a.md "
        "--fail-if websocket.p95>50ms --fail-if tutorial-queue.lost>0"_s;
    const CompareCommand command = parsed(line.split(u' '));
    const compare::RunOptions &options = command.options;
    QCOMPARE(options.variants, (QList{Variant::WebSocket, Variant::TutorialQueue}));
    QCOMPARE(options.clients, 2000);
    QCOMPARE(options.rate, 0.5);
    QVERIFY(options.isConstant && options.isSimultaneous && !options.keepAlive);
    QCOMPARE(options.size, 5000);
    QCOMPARE(options.pollInterval, 250ms);
    QCOMPARE(options.hold, 30s);
    QCOMPARE(options.duration, 60s);
    QCOMPARE(options.warmUp, 0s);
    QCOMPARE(options.repeats, 5);
    QCOMPARE(options.delay, 150ms);
    QCOMPARE(options.jitter, 20ms);
    QCOMPARE(options.rateBitsPerSecond, 1'000'000);
    QCOMPARE(options.seed, 18446744073709551615U);
    QCOMPARE(command.jsonFile, u"a.json"_s);
    QCOMPARE(command.csvFile, u"a.csv"_s);
    QCOMPARE(command.htmlFile, u"a.html"_s);
    QCOMPARE(command.markdownFile, u"a.md"_s);
    QCOMPARE(command.thresholds.size(), 2);
}

void TestCompareOptions::letsOptionsChangeAPreset()
{
    const CompareCommand command = parsed({u"--preset"_s, u"slow-phone"_s, u"--clients"_s, u"5"_s});
    QCOMPARE(command.options.preset, u"slow-phone"_s);
    QVERIFY(parsed({u"--preset"_s, u"quick"_s}).options.isSimultaneous);
    QCOMPARE(command.options.clients, 5);
    QCOMPARE(command.options.rate, 4.0);
    QCOMPARE(command.options.delay, 150ms);
    QVERIFY(!compare::presetNotes(command.options).isEmpty());
}

void TestCompareOptions::beginsAWindowWithTheQuickRun()
{
    QCOMPARE(parsed({u"--window"_s}).options.preset, u"quick"_s);
    QCOMPARE(parsed({u"--window"_s, u"--host"_s, u"http://127.0.0.1:8000/"_s}).options.preset, u"quick"_s);
    QVERIFY(parsed({u"--window"_s, u"--repeats"_s, u"3"_s}).options.preset.isEmpty());
    QVERIFY(parsed({}).options.preset.isEmpty());
}

void TestCompareOptions::remembersTheCommandLine()
{
    const CompareCommand command = parsed({u"--fail-if"_s, u"websocket.p95>50ms"_s, u"--json"_s, u"it's here.json"_s});
    QCOMPARE(command.commandLine, u"pushlab compare --fail-if 'websocket.p95>50ms' --json 'it'\\''s here.json'"_s);
}

void TestCompareOptions::sweepsNeedTheirTwoTechniques()
{
    const CompareCommand command = parsed({u"--sweep"_s, u"rate=0.1..10"_s});
    QVERIFY(command.sweep);
    QCOMPARE(command.options.variants, (QList{Variant::Polling, Variant::LongPolling}));
}

void TestCompareOptions::complains_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("about");
    const auto add = [](const char *options, const char *about) {
        QTest::newRow(options) << QString::fromLatin1(options) << QString::fromLatin1(about);
    };
    add("--techniques pigeon", "pigeon");
    add("--techniques ,", "--techniques");
    add("--clients 0", "--clients");
    add("--clients 2001", "--clients");
    add("--rate 0", "--rate");
    add("--rate nan", "--rate");
    add("--rate x", "--rate");
    add("--size 7", "--size");
    add("--hold 56", "--hold");
    add("--duration 0", "--duration");
    add("--repeats 0", "--repeats");
    add("--seed -1", "--seed");
    add("--bandwidth fast", "--bandwidth");
    add("--fail-if websocket>5", "--fail-if");
    add("--techniques polling --fail-if websocket.p95>5ms", "not compared");
    add("--preset nonsense", "--preset");
    add("--sweep rate=1", "--sweep");
    add("--sweep rate=1..2 --csv a.csv", "sweep");
    add("--sweep rate=1..2 --techniques polling", "--sweep");
    add("--host ftp://here", "ftp://here");
    add("--host https://here:1", "without TLS");
    add("--host http://here:1 --delay 1s", "--delay");
    add("extra", "extra");
    add("--nonsense", "nonsense");
}

void TestCompareOptions::complains()
{
    QFETCH(QString, options);
    QFETCH(QString, about);
    const Command command = parse(options.split(u' '));
    const auto *const error = std::get_if<UsageError>(&command);
    QVERIFY(error);
    QVERIFY2(error->sentence.contains(about), qPrintable(error->sentence));
    QVERIFY(error->sentence.endsWith(u'.'));
}

void TestCompareOptions::showsHelp()
{
    const Command command = parse({u"--help"_s});
    const auto *const show = std::get_if<ShowText>(&command);
    QVERIFY(show);
    for (const QCommandLineOption &option : compareOptions())
        QVERIFY(show->text.contains(u"--"_s + option.names().first()));
}

QTEST_GUILESS_MAIN(TestCompareOptions)
#include "tst_compareoptions.moc"
