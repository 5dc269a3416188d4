// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/takehome.h"

#include "app/windows/language.h"
#include "client/session/chatclient.h"

#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QPrinter>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace pushlab;
using app::OwnNumbers;
using app::TakeHome;
using protocol::Technique;

namespace {

const QByteArray head =
    "\xef\xbb\xbfroom,name,technique,requests,empty,received,sent,payload_bytes,delays,delay_p50_ms,delay_p95_ms,"
    "uncertainty_ms,set_aside\r\n";

OwnNumbers sampleNumbers(const QString &room = u"物理"_s, const QString &name = u"李明"_s)
{
    OwnNumbers numbers{room, name, QDateTime(QDate(2026, 11, 30), QTime(9, 15)), QList<session::ClientCounters>(4)};
    session::ClientCounters &polling = numbers.counters[int(Technique::Polling)];
    polling.requests = 1234;
    polling.empty = 1200;
    polling.delivered = 3;
    polling.sends = 2;
    polling.payloadUp = 150;
    polling.payloadDown = 45'678;
    polling.setAside = 5;
    polling.uncertainty = 0.41;
    for (const auto delay : {1'000'000ns, 2'000'000ns, 3'040'000ns})
        polling.delays.add(delay);
    numbers.counters[int(Technique::WebSocket)].requests = 1;
    return numbers;
}

QString wordsOf(const OwnNumbers &numbers)
{
    QTextDocument page;
    page.setHtml(app::ownNumbersPage(numbers));
    return page.toPlainText().remove(QChar(0x2068)).remove(QChar(0x2069));
}

} // namespace

//! What a member takes home from the native client.
class TestTakeHome final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fileHasALineForEachTechnique();
    void namesAreTextAndNoFormula_data();
    void namesAreTextAndNoFormula();
    void pageSpeaksBothLanguages();
    void pageTakesNamesForText();
    void prints();
    void saves();

private:
    QTemporaryDir m_directory;
};

void TestTakeHome::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    app::applyLanguage(u"en"_s);
}

void TestTakeHome::fileHasALineForEachTechnique()
{
    QCOMPARE(app::ownNumbersCsv(sampleNumbers()),
             head + "物理,李明,polling,1234,1200,3,2,45828,3,2.0,3.0,0.5,5\r\n物理,李明,websocket,1,0,0,0,0,0,,,,0\r\n");
    const OwnNumbers nothing{u"a"_s, u"b"_s, {}, QList<session::ClientCounters>(4)};
    QCOMPARE(app::ownNumbersCsv(nothing), head);
}

void TestTakeHome::namesAreTextAndNoFormula_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("comma") << u"a,b"_s << "\"a,b\""_ba;
    QTest::newRow("quotes") << u"say \"hi\""_s << "\"say \"\"hi\"\"\""_ba;
    QTest::newRow("formula") << u"=1+1"_s << "'=1+1"_ba;
    QTest::newRow("at") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba;
    QTest::newRow("line end") << u"+3\n"_s << "\"'+3\n\""_ba;
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestTakeHome::namesAreTextAndNoFormula()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, field);
    const QByteArray file = app::ownNumbersCsv(sampleNumbers(u"r"_s, name));
    QVERIFY2(file.startsWith(QByteArray(head + "r," + field + ",polling,")), file.constData());
}

void TestTakeHome::pageSpeaksBothLanguages()
{
    const QString english = wordsOf(sampleNumbers());
    for (const QString &words : {u"My numbers"_s, u"李明 in room 物理, Nov 30, 2026 9:15"_s, u"1,234"_s, u"Short polling"_s,
                                 u"2.0 ± 0.5"_s, u"Payload up, KB"_s, u"45.7"_s})
        QVERIFY2(english.contains(words), qPrintable(english));
    QVERIFY(!english.contains(u"Long polling")); // which was not used
    app::applyLanguage(u"zh_CN"_s);
    const QString chinese = wordsOf(sampleNumbers());
    for (const QString &words : {u"我的数字"_s, u"李明，房间物理，"_s, u"短轮询"_s, u"上行有效载荷（KB）"_s, u"45.7"_s})
        QVERIFY2(chinese.contains(words), qPrintable(chinese));
    app::applyLanguage(u"en"_s);
}

void TestTakeHome::pageTakesNamesForText()
{
    const QString words = wordsOf(sampleNumbers(u"<b>room</b>"_s, u"<img src=x>"_s));
    QVERIFY2(words.contains(u"<img src=x> in room <b>room</b>"), qPrintable(words));
}

void TestTakeHome::prints()
{
    const session::ChatClient client(session::ClientOptions{});
    const TakeHome button(client);
    const QString name = m_directory.filePath(u"page.pdf"_s);
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(name);
    button.printTo(printer);
    QFile file(name);
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-" && file.size() > 1000);
}

void TestTakeHome::saves()
{
    session::ClientOptions options;
    options.room = u"a?b"_s;
    options.name = u"Mei"_s;
    const session::ChatClient client(options);
    QWidget window;
    TakeHome button(client, &window);
    QSignalSpy problems(&button, &TakeHome::problemFound);
    window.show();
    button.menu()->actions().at(1)->trigger();
    auto *const dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->defaultSuffix(), u"csv"_s);
    QVERIFY(dialog->selectedFiles().constFirst().endsWith(u"/PushLab a_b Mei.csv"));
    const QString name = m_directory.filePath(u"mine.csv"_s);
    Q_EMIT dialog->fileSelected(name);
    dialog->close();
    QFile file(name);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), head);
    button.saveTo(m_directory.filePath(u"none/mine.csv"_s));
    QCOMPARE(problems.count(), 1);
}

QTEST_MAIN(TestTakeHome)
#include "tst_takehome.moc"
