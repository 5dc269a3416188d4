// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "app/runcommandline.h"
#include "app/windows/compare/comparepage.h"
#include "app/windows/compare/comparewindow.h"
#include "app/windows/compare/resultsview.h"
#include "app/windows/compare/runchart.h"
#include "app/windows/compare/runexport.h"
#include "app/windows/compare/runform.h"
#include "app/windows/compare/runspanel.h"
#include "app/windows/language.h"
#include "client/compare/load/comparison.h"
#include "client/compare/result/preset.h"
#include "client/compare/result/resultcodec.h"
#include "client/compare/text/presettext.h"
#include "client/widgets/plotting.h"
#include "tests/support/filesizelimit.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::ComparePage;
using app::ExportFormat;

//! The page with a real run, against the host that it starts for it.
class TestComparePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void beginsWithTheQuickRun();
    void keepsRunsOverAClosing();
    void namesKeptRunsThatCannotBeRead();
    void saysWhatTheButtonEnds();
    void closingOverARunAsks();
    void removingARunAsks();
    void runsAndShows();
    void savesAndOpens();
    void exports();
    void stopsWithWhatThereIs();
    void saysWhatCannotRun();
    void commandLineMakesTheSameRun();

    void writesExchanges();

private:
    static compare::RunOptions shortRun();
    static void pressYes(const QMessageBox &box);
    void run();

    std::unique_ptr<ComparePage> m_page;
    QTemporaryDir m_directory;
};

compare::RunOptions TestComparePage::shortRun()
{
    compare::RunOptions options;
    options.variants = {compare::Variant::LongPolling, compare::Variant::WebSocket};
    options.clients = 3;
    options.rate = 20;
    options.duration = 2s;
    options.warmUp = 200ms;
    options.repeats = 1;
    return options;
}

void TestComparePage::pressYes(const QMessageBox &box)
{
    const auto buttons = box.buttons();
    const auto yes = std::find_if(buttons.begin(), buttons.end(),
                                  [&](auto *each) { return box.buttonRole(each) == QMessageBox::AcceptRole; });
    QVERIFY(yes != buttons.end());
    (*yes)->click();
}

void TestComparePage::initTestCase()
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_directory.filePath(u"data"_s))); // not the stored runs of the user
    app::applyLanguage(u"en"_s);
}

void TestComparePage::beginsWithTheQuickRun()
{
    const ComparePage page;
    const compare::RunOptions options = page.form().options();
    QCOMPARE(options.preset, QString(compare::quickPreset));
    QVERIFY(compare::Comparison::estimatedTime(options) <= 20s);
    const QString summary = compare::presetSummary(options.preset);
    QCOMPARE(page.form().notes().size(), 1);
    QCOMPARE(page.form().notes().first().kind, compare::Note::Kind::PresetSummary);
    const auto labels = page.form().findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&summary](const QLabel *label) { return label->text() == summary; }));
    page.form().setOptions(shortRun());
    QVERIFY(page.form().notes().isEmpty()); // no longer the preset's
}

void TestComparePage::keepsRunsOverAClosing()
{
    compare::RunResult result;
    result.options = shortRun();
    result.hostAddress = u"one"_s;
    m_page->runs().addRun(result);
    result.hostAddress = u"two"_s;
    QTest::qWait(2); // kept by the time of making
    m_page->runs().addRun(result);
    const app::RunListModel &model = m_page->runs().model();
    QVERIFY(m_page->runs().model().setData(model.index(0), u"before"_s));
    {
        const ComparePage again;
        const app::RunListModel &kept = again.runs().model();
        QCOMPARE(kept.rowCount(), 2);
        QCOMPARE(kept.name(0), u"before"_s);
        QVERIFY(kept.result(0).hostAddress == u"one"_s && kept.result(1).hostAddress == u"two"_s);
        again.runs().model().remove(0);
        again.runs().addRun(result);
        QCOMPARE(kept.name(1), u"Run 1"_s); // a name that is free
    }
    const ComparePage last;
    QCOMPARE(last.runs().model().rowCount(), 2);
    QCOMPARE(last.runs().model().name(0), u"Run 2"_s);
}

void TestComparePage::namesKeptRunsThatCannotBeRead()
{
    const QString folder = app::RunStore::defaultFolder();
    QVERIFY(folder.startsWith(m_directory.path()) && QDir().mkpath(folder));
    QFile file(folder + u"/run-1.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half") == 4);
    file.close();
    const ComparePage page;
    QCOMPARE(page.runs().model().rowCount(), 0);
    QVERIFY(page.runs().unreadable().contains(u"run-1.json"_s));
    const auto labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"run-1.json"_s); }));
    QVERIFY(file.exists());
}

void TestComparePage::saysWhatTheButtonEnds()
{
    const auto texts = [this] {
        QStringList all;
        for (const QPushButton *button : m_page->findChildren<QPushButton *>())
            all += button->text();
        return all;
    };
    QVERIFY(texts().contains(u"Start"_s) && !texts().contains(u"Stop run"_s));
    QSignalSpy finished(m_page.get(), &ComparePage::runFinished);
    m_page->start();
    QVERIFY(texts().contains(u"Stop run"_s) && !texts().contains(u"Stop"_s) && !texts().contains(u"Start"_s));
    m_page->stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(texts().contains(u"Start"_s) && !texts().contains(u"Stop run"_s));
}

void TestComparePage::closingOverARunAsks()
{
    app::CompareWindow window;
    window.page().form().setOptions(shortRun());
    window.show();
    window.page().start();
    QVERIFY(!window.close());
    QVERIFY(!window.close()); // one question, not two
    const auto boxes = window.findChildren<QMessageBox *>();
    QCOMPARE(boxes.size(), 1);
    QVERIFY(window.page().isRunning());
    boxes.first()->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
    QVERIFY(window.page().isRunning() && window.isVisible());
    QVERIFY(!window.close());
    pressYes(*window.findChild<QMessageBox *>());
    QTRY_VERIFY(!window.isVisible());
}

void TestComparePage::removingARunAsks()
{
    compare::RunResult result;
    result.options = shortRun();
    m_page->runs().addRun(result);
    const auto buttons = m_page->runs().findChildren<QPushButton *>();
    const auto remove = std::find_if(buttons.begin(), buttons.end(),
                                     [](const QPushButton *button) { return button->text() == u"Remove"_s; });
    QVERIFY(remove != buttons.end());
    (*remove)->click();
    auto *box = m_page->findChild<QMessageBox *>();
    QVERIFY(box && box->text().contains(m_page->runs().model().name(0)));
    box->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!m_page->findChild<QMessageBox *>());
    QCOMPARE(m_page->runs().model().rowCount(), 1);
    (*remove)->click();
    pressYes(*m_page->findChild<QMessageBox *>());
    QTRY_COMPARE(m_page->runs().model().rowCount(), 0);
    QVERIFY(QDir(app::RunStore::defaultFolder()).isEmpty());
}

void TestComparePage::init()
{
    m_page.reset();
    for (const QFileInfo &kept : QDir(app::RunStore::defaultFolder()).entryInfoList(QDir::Files)) {
        QVERIFY(kept.filePath().startsWith(m_directory.path()));
        QVERIFY(QFile::remove(kept.filePath()));
    }
    m_page = std::make_unique<ComparePage>();
    m_page->form().setOptions(shortRun());
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestComparePage::run()
{
    QSignalSpy finished(m_page.get(), &ComparePage::runFinished);
    m_page->start();
    QVERIFY(m_page->isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QVERIFY(!m_page->isRunning());
}

void TestComparePage::runsAndShows()
{
    QCustomPlot &plot = m_page->results().charts().first()->plot();
    QList<qint64> times;
    QElapsedTimer clock;
    clock.start();
    connect(&plot, &QCustomPlot::afterReplot, this, [&] { times.append(clock.elapsed()); });
    run();
    QCOMPARE(m_page->runs().model().rowCount(), 1);
    QCOMPARE(m_page->results().table().model()->rowCount(), 2);
    QVERIFY(!m_page->results().sentence().isEmpty());
    QVERIFY(times.size() >= 4); // it was drawn while it ran
    qint64 most = 0;
    for (qsizetype i = 0; i < times.size(); ++i) {
        const auto within = std::count_if(times.begin(), times.end(),
                                          [&](qint64 time) { return time >= times.at(i) && time < times.at(i) + 1000; });
        most = std::max<qint64>(most, within);
    }
    QVERIFY2(most <= 10, qPrintable(QString::number(most)));
}

void TestComparePage::savesAndOpens()
{
    run();
    const QString path = m_directory.filePath(u"my run.json"_s);
    QCOMPARE(m_page->exporter().write(ExportFormat::Json, path, m_page->runs().model().result(0)), QString());
    QCOMPARE(m_page->runs().open({path}), QString());
    QCOMPARE(m_page->runs().model().rowCount(), 2);
    QCOMPARE(m_page->runs().model().name(1), u"my run"_s);
    QCOMPARE(compare::encodeResult(m_page->runs().model().result(1)), compare::encodeResult(m_page->runs().model().result(0)));
    const QString other = m_directory.filePath(u"other.json"_s);
    QFile file(other);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
    file.close();
    QVERIFY(m_page->runs().open({other}).contains(u"other.json"));
    QCOMPARE(m_page->runs().model().rowCount(), 2);
}

void TestComparePage::exports()
{
    run();
    const compare::RunResult &result = m_page->runs().model().result(0);
    const auto written = [&](ExportFormat format, const QString &name) {
        QFile file(m_directory.filePath(name));
        return m_page->exporter().write(format, file.fileName(), result).isEmpty() && file.open(QIODevice::ReadOnly)
            ? file.readAll()
            : QByteArray();
    };
    QVERIFY(::mkfifo(QFile::encodeName(m_directory.filePath(u"pipe"_s)).constData(), 0600) == 0);
    QVERIFY(m_page->exporter().write(ExportFormat::Csv, m_directory.filePath(u"pipe"_s), result).contains(u"nobody reads"));
    QVERIFY(written(ExportFormat::Csv, u"a.csv"_s).startsWith("\xef\xbb\xbf"));
    QVERIFY(written(ExportFormat::Html, u"a.html"_s).contains("<svg"));
    QVERIFY(written(ExportFormat::Markdown, u"a.md"_s).contains("| "));
    const auto image = QImage::fromData(written(ExportFormat::Png, u"a.png"_s), "PNG");
    QVERIFY(image.width() >= 1000 && image.height() >= 800);
    QVERIFY(!m_page->exporter().write(ExportFormat::Csv, m_directory.filePath(u"none/a.csv"_s), result).isEmpty());
    const QByteArray before = written(ExportFormat::Csv, u"a.csv"_s);
    {
        const tests::FileSizeLimit full(rlim_t(before.size() - 1));
        QVERIFY(!m_page->exporter().write(ExportFormat::Csv, m_directory.filePath(u"a.csv"_s), result).isEmpty());
    }
    QFile kept(m_directory.filePath(u"a.csv"_s));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), before);
}

//! HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/
void TestComparePage::writesExchanges()
{
    run();
    const QString path = m_directory.filePath(u"a.har"_s);
    QCOMPARE(m_page->exporter().write(ExportFormat::Har, path, m_page->runs().model().result(0)), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject log = QJsonDocument::fromJson(file.readAll())[u"log"].toObject();
    QCOMPARE(log[u"version"].toString(), u"1.2"_s);
    QVERIFY(!log[u"creator"][u"name"].toString().isEmpty());
    const QJsonArray entries = log[u"entries"].toArray();
    QVERIFY(entries.size() > 10 && entries.size() <= 101);
    qsizetype frames = 0;
    for (const QJsonValue entry : entries) {
        for (const auto field : {u"startedDateTime", u"time", u"request", u"response", u"cache", u"timings"})
            QVERIFY(entry.toObject().contains(QStringView(field)));
        for (const auto field :
             {u"method", u"url", u"httpVersion", u"cookies", u"headers", u"queryString", u"headersSize", u"bodySize"})
            QVERIFY(entry[u"request"].toObject().contains(QStringView(field)));
        for (const auto field : {u"status", u"statusText", u"httpVersion", u"cookies", u"headers", u"content", u"redirectURL",
                                 u"headersSize", u"bodySize"})
            QVERIFY(entry[u"response"].toObject().contains(QStringView(field)));
        for (const auto field : {u"send", u"wait", u"receive"})
            QVERIFY(entry[u"timings"][field].toDouble(-1) >= 0);
        QVERIFY(QDateTime::fromString(entry[u"startedDateTime"].toString(), Qt::ISODateWithMs).isValid());
        const qsizetype messages = entry[u"_webSocketMessages"].toArray().size();
        const int status = entry[u"response"][u"status"].toInt();
        QVERIFY(messages > 0 ? status == 101 : status == 200 || status == 201);
        frames += messages;
    }
    QVERIFY(frames > 10 && frames <= 100);
}

void TestComparePage::stopsWithWhatThereIs()
{
    compare::RunOptions options = shortRun();
    options.duration = 60s;
    m_page->form().setOptions(options);
    QSignalSpy finished(m_page.get(), &ComparePage::runFinished);
    m_page->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->results().table().model()->rowCount() > 0, 20'000); // measured for a while
    QTest::qWait(1500);
    m_page->stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(m_page->runs().model().rowCount(), 1);
    QVERIFY(m_page->runs().model().result(0).isPartial);
}

void TestComparePage::saysWhatCannotRun()
{
    compare::RunOptions options = shortRun();
    options.variants.clear();
    m_page->form().setOptions(options);
    QVERIFY(!m_page->form().problem().isEmpty());
    m_page->start();
    QVERIFY(!m_page->isRunning());
}

void TestComparePage::commandLineMakesTheSameRun()
{
    compare::RunOptions options = shortRun();
    options.isConstant = true;
    options.isSimultaneous = true;
    options.keepAlive = false;
    options.delay = 20ms;
    options.jitter = 5ms;
    options.rateBitsPerSecond = 1'000'000;
    options.rate = 0.125;
    const auto command = app::parseCommandLine(app::commandLineOf(options).split(u' '));
    const auto *const read = std::get_if<app::CompareCommand>(&command);
    QVERIFY(read);
    QCOMPARE(read->options, options);
}

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
