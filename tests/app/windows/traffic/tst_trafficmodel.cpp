// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/trafficmodel.h"

#include "app/windows/traffic/filteredtraffic.h"
#include "app/windows/traffic/trafficlist.h"
#include "tests/app/windows/traffic/cpuclock.h"
#include "tests/app/windows/traffic/trafficsample.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::FilteredTraffic;
using app::TrafficFilter;
using app::TrafficModel;
using protocol::Technique;
using tests::TrafficSample;
using wire::Direction;
using wire::RecordKind;

//! The rows of recorded traffic, and which of them are shown.
class TestTrafficModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsRecords();
    void isARingThatCounts();
    void pausesAndGoesOn();
    void overwritesWithdrawnMessages();
    void forgetsWhatIsForgotten();
    void filters_data();
    void filters();
    void boundsExpressions();
    void keepsWhatIsRead();
    void takesTwoHundredASecond();

private:
    QTemporaryDir m_folder;
};

void TestTrafficModel::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestTrafficModel::showsRecords()
{
    TrafficSample sample;
    sample.poll(Technique::LongPolling, u"Anna"_s, 7);
    TrafficModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(sample.take());
    const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(0, TrafficModel::NumberColumn), u"1"_s);
    QCOMPARE(cell(0, TrafficModel::MemberColumn), u"Anna"_s);
    QCOMPARE(cell(0, TrafficModel::TechniqueColumn), u"Long"_s);
    QCOMPARE(cell(0, TrafficModel::DirectionColumn), u"→ To the host"_s);
    // The query has the member's secret.
    QCOMPARE(cell(0, TrafficModel::KindColumn), u"Request GET /api/rooms/lobby/messages"_s);
    QCOMPARE(cell(1, TrafficModel::KindColumn), u"Answer 200"_s);
    QCOMPARE(cell(1, TrafficModel::PayloadColumn).toInt(), int(model.record(1).payloadBytes));
    QVERIFY(model.record(1).payloadBytes > 30);
    // The hold begins where the request ends.
    QCOMPARE(model.span(1).from, model.record(0).at + model.record(0).duration);
    QCOMPARE(model.rowsOfMessage(u"lobby"_s, 7), QList<int>{1});
    QVERIFY(model.rowsOfMessage(u"other"_s, 7).isEmpty());
    QCOMPARE(model.members().size(), 1);
}

void TestTrafficModel::isARingThatCounts()
{
    TrafficSample sample;
    for (int i = 0; i < 30; ++i)
        sample.frame(u"Anna"_s, Direction::FromHost, "x");
    TrafficModel model(20);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.append(sample.take());
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(model.dropped(), 10u);
    for (int i = 0; i < 7; ++i)
        sample.frame(u"Anna"_s, Direction::FromHost, "x");
    model.append(sample.take());
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(model.dropped(), 17u);
    QCOMPARE(model.record(0).number, 18u);
    QCOMPARE(model.rowOf(18), 0);
    QCOMPARE(model.rowOf(17), -1);
    QVERIFY(resets.isEmpty());
    model.clear();
    QCOMPARE(model.dropped(), 0u);
    sample.frame(u"Anna"_s, Direction::FromHost, "x");
    model.append(sample.take());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.dropped(), 0u);
}

void TestTrafficModel::pausesAndGoesOn()
{
    TrafficSample sample;
    TrafficModel model;
    sample.poll(Technique::Polling, u"Anna"_s);
    model.append(sample.take());
    model.setPaused(true);
    sample.poll(Technique::Polling, u"Ben"_s);
    model.append(sample.take());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.waiting(), 2);
    QCOMPARE(model.dropped(), 0u);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.waiting(), 0);
}

void TestTrafficModel::overwritesWithdrawnMessages()
{
    TrafficSample sample;
    sample.poll(Technique::Polling, u"Anna"_s, 1);
    TrafficModel model;
    model.append(sample.take());
    model.setPaused(true);
    sample.poll(Technique::Polling, u"Anna"_s, 1);
    model.append(sample.take());
    wire::TrafficExcerpt again;
    for (wire::TrafficRecord record : {sample.at(2), sample.at(4)}) {
        record.bytes.replace("hello", "-----");
        record.isWithdrawn = true;
        again.records.append(record);
    }
    model.append(again);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 4);
    for (const int row : {1, 3})
        QVERIFY(!model.record(row).bytes.contains("hello"));
}

void TestTrafficModel::forgetsWhatIsForgotten()
{
    TrafficSample sample;
    sample.poll(Technique::Polling, u"Anna"_s, 1);
    sample.poll(Technique::Polling, u"Anna"_s, 2);
    TrafficModel model;
    model.append(sample.take());
    wire::TrafficExcerpt cleared;
    cleared.oldest = 3;
    model.append(cleared);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.record(0).number, 3u);
}

void TestTrafficModel::filters_data()
{
    QTest::addColumn<TrafficFilter>("filter");
    QTest::addColumn<QList<quint64>>("numbers");
    TrafficFilter filter;
    QTest::newRow("nothing") << filter << QList<quint64>{1, 2, 3, 4, 5, 6};
    filter.technique = Technique::WebSocket;
    QTest::newRow("technique") << filter << QList<quint64>{3, 4};
    filter.direction = Direction::ToHost;
    QTest::newRow("direction, too") << filter << QList<quint64>{3};
    filter = {};
    filter.isOther = true;
    QTest::newRow("other") << filter << QList<quint64>{6};
    filter = {};
    filter.kind = RecordKind::Answer;
    QTest::newRow("kind") << filter << QList<quint64>{2};
    filter = {};
    filter.room = u"lobby"_s;
    filter.memberKey = "Ben";
    QTest::newRow("member") << filter << QList<quint64>{3, 4};
    filter = {};
    filter.text = u"HELLO"_s;
    QTest::newRow("text") << filter << QList<quint64>{2};
    filter.text = u"under the mask"_s;
    QTest::newRow("masked text") << filter << QList<quint64>{3};
    filter.text = u"你好 世界"_s;
    QTest::newRow("percent-encoded text") << filter << QList<quint64>{5};
    filter = {};
    filter.expression = app::boundedExpression(u"under\\s+the|HTTP/1\\.1 200"_s);
    QTest::newRow("expression") << filter << QList<quint64>{2, 3};
}

void TestTrafficModel::filters()
{
    QFETCH(TrafficFilter, filter);
    QFETCH(QList<quint64>, numbers);
    TrafficSample sample;
    sample.poll(Technique::Polling, u"Anna"_s, 1);
    sample.frame(u"Ben"_s, Direction::ToHost, "under the mask");
    sample.frame(u"Ben"_s, Direction::FromHost, "in clear");
    sample.request(Technique::Polling, u"Anna"_s, "POST /send HTTP/1.1\r\nHost: h", "message=%E4%BD%A0%E5%A5%BD+%E4%B8%96%E7%95%8C");
    sample.at(sample.request(Technique::Polling, QString(), "GET / HTTP/1.1\r\nHost: h")).technique.reset();
    TrafficModel model;
    FilteredTraffic rows(model);
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setFilter(filter);
    model.append(sample.take());
    QList<quint64> shown;
    for (int row = 0; row < rows.rowCount(); ++row)
        shown.append(rows.index(row, 0).data(TrafficModel::NumberRole).toULongLong());
    QCOMPARE(shown, numbers);
}

void TestTrafficModel::boundsExpressions()
{
    QVERIFY(app::expressionError(app::boundedExpression(u"a|b"_s)).isEmpty());
    const QString error = app::expressionError(app::boundedExpression(u"abc("_s));
    QVERIFY2(error.contains(u"at character 5"_s), qPrintable(error)); // behind the last, where the parenthesis is missing
    TrafficSample sample;
    sample.frame(u"Anna"_s, Direction::FromHost, QByteArray(100, 'a'));
    TrafficFilter filter;
    filter.expression = app::boundedExpression(u"(a+)+b"_s);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!filter.matches(sample.at(1)));
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed()))); // ages, without the bound
}

//! Who has scrolled up sees the same rows while the oldest are removed; what is chosen is not replaced.
void TestTrafficModel::keepsWhatIsRead()
{
    TrafficSample sample;
    TrafficModel model(200);
    app::TrafficList list(model, model);
    list.resize(900, 300);
    list.show();
    const auto more = [&](int count) {
        for (int i = 0; i < count; ++i)
            sample.frame(u"Anna"_s, Direction::FromHost, "x");
        model.append(sample.take());
        QCoreApplication::processEvents();
    };
    const auto topNumber = [&list] { return list.model()->index(list.rowAt(0), 0).data(TrafficModel::NumberRole).toULongLong(); };
    more(200);
    QVERIFY(list.isFollowing());
    QVERIFY(list.visualRect(model.index(199, 0)).bottom() <= list.viewport()->height());
    list.verticalScrollBar()->setValue(100);
    QVERIFY(!list.isFollowing());
    const quint64 top = topNumber();
    more(30);
    QCOMPARE(topNumber(), top);
    list.setCurrentIndex(model.index(2, 0));
    more(10);
    QVERIFY(!list.currentIndex().isValid());
    list.setFollowing(true);
    more(5);
    QVERIFY(list.rowAt(list.viewport()->height() - 2) >= 198 || list.rowAt(list.viewport()->height() - 2) < 0);
}

void TestTrafficModel::takesTwoHundredASecond()
{
    TrafficSample sample;
    for (int i = 0; i < 5'000; ++i)
        sample.poll(Technique::LongPolling, u"Member %1"_s.arg(i % 30), i + 1);
    TrafficModel model;
    FilteredTraffic rows(model);
    app::TrafficList list(model, rows);
    list.resize(1000, 500);
    list.show();
    model.append(sample.take());
    QCOMPARE(rows.rowCount(), 10'000);
    QCoreApplication::processEvents();
    double appending = 0;
    double painting = 0;
    constexpr int batches = 25; // five seconds' worth
    QImage image(list.size(), QImage::Format_RGB32);
    for (int batch = 0; batch < batches; ++batch) {
        for (int i = 0; i < 20; ++i)
            sample.poll(Technique::LongPolling, u"Anna"_s, i + 1);
        const wire::TrafficExcerpt excerpt = sample.take();
        double before = tests::cpuMilliseconds();
        model.append(excerpt);
        QCoreApplication::processEvents(); // the list takes its new place
        appending += tests::cpuMilliseconds() - before;
        before = tests::cpuMilliseconds();
        list.viewport()->render(&image);
        painting += tests::cpuMilliseconds() - before;
    }
    QCOMPARE(rows.rowCount(), 10'000);
    const double append = appending / batches;
    const double paint = painting / batches;
    qInfo("40 rows are taken in %.2f ms of CPU, the list is painted in %.2f ms", append, paint);
    // Five times a second: a quarter of one core at most, with sanitizers, too.
    QVERIFY2(append < 30, qPrintable(QString::number(append)));
    QVERIFY2(paint < 30, qPrintable(QString::number(paint)));
}

QTEST_MAIN(TestTrafficModel)
#include "tst_trafficmodel.moc"
