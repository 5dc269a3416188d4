// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/lesson.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/language.h"
#include "app/windows/projector/hostprojector.h"
#include "app/windows/projector/joinview.h"
#include "app/windows/projector/predictionview.h"
#include "app/windows/projector/raceview.h"
#include "app/windows/projector/spotlightview.h"
#include "client/widgets/contrast.h"
#include "client/widgets/guesschart.h"
#include "client/widgets/photofinish.h"
#include "tests/app/windows/projectorsample.h"

#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::ProjectorWindow;
using protocol::Technique;

//! The projector's views of what the teacher begins: race, question, spotlight; and how a lesson leads it.
class TestProjectorViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void areThereWithTheirContent();
    void raceIsLive();
    void questionAsFarAsItIsShown();
    void spotlightStandsStill();
    void textsAreLargeAndReadable_data();
    void textsAreLargeAndReadable();
    void nothingCanBeClicked();
    void lessonLeads();
    void lessonOfTheHostLeads();

private:
    void press(int key) { QTest::keyClick(m_window.get(), Qt::Key(key)); }
    void feed() { m_class->feed(*m_window); }
    template <typename View>
    [[nodiscard]] bool shows() const
    {
        return qobject_cast<const View *>(&m_window->view());
    }
    [[nodiscard]] QString text() const;
    void race(bool isOpen);
    void ask(protocol::QuestionOrder::Part part);
    void spotlight(qint64 requests);

    QTemporaryDir m_directory;
    std::unique_ptr<tests::ProjectorSample> m_class;
    std::unique_ptr<ProjectorWindow> m_window;
};

void TestProjectorViews::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestProjectorViews::init()
{
    app::applyLanguage(u"en"_s);
    m_class = std::make_unique<tests::ProjectorSample>();
    m_window = std::make_unique<ProjectorWindow>();
    m_window->resize(1024, 768);
    feed();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestProjectorViews::cleanup()
{
    m_window.reset();
    m_class.reset();
    app::applyLanguage(u"en"_s);
}

QString TestProjectorViews::text() const
{
    QStringList texts;
    for (const QLabel *const label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

//! Thirty members of each technique, as fast as these are.
void TestProjectorViews::race(bool isOpen)
{
    protocol::Race race;
    race.number = 3;
    race.began = m_class->snapshot.now - 3000;
    race.closes = m_class->snapshot.now + 5000;
    race.isOpen = isOpen;
    race.silent = 4;
    for (const Technique technique : protocol::allTechniques) {
        for (int i = 0; i < 30; ++i) {
            protocol::RaceReceipt receipt;
            receipt.name = u"secret"_s;
            receipt.technique = technique;
            receipt.delay = technique == Technique::Polling ? 900 + 30 * i : 3 + i;
            receipt.uncertainty = 1;
            race.receipts.append(receipt);
        }
    }
    m_class->snapshot.race = protocol::ranked(race);
}

void TestProjectorViews::ask(protocol::QuestionOrder::Part part)
{
    protocol::ClassQuestion question = *protocol::preparedQuestion(u"bytes-long-polling"_s, m_class->snapshot.settings);
    QList<protocol::Guess> guesses;
    for (int i = 0; i < 30; ++i)
        guesses.append({u"a member with a name of length %1"_s.arg(i), 500.0 + 37 * (i / 12)});
    protocol::QuestionAnswer answer;
    answer.theory = protocol::TheoryAnswer{
        512,
        {u"60 requests a minute of 420 B with their answers’ heads, for 30 messages a minute, and 112 B for each message itself: 952 B"_s,
         u"每分钟 60 个请求，连同应答头各 420 B，分摊到每分钟 30 条消息上，再加每条消息本身 112 B：952 B"_s}};
    answer.measured = protocol::MeasuredAnswer{
        501,
        24,
        120,
        {u"bytes of the members who sent nothing, per message that they got"_s, u"没有发送消息的成员每收到一条消息所用的字节数"_s}};
    protocol::QuestionOrder order;
    order.part = part;
    order.withNames = true;
    const protocol::QuestionResult result = protocol::resultOf(question, guesses, answer, order);
    m_class->snapshot.question = {protocol::AskedQuestion{question, false, {}, result}, 30};
}

void TestProjectorViews::spotlight(qint64 requests)
{
    server::SpotlightState shown;
    shown.member.room = u"physics 7b"_s;
    shown.member.key = u"m:Ann"_s;
    shown.member.name = u"Ann"_s;
    shown.member.technique = Technique::LongPolling;
    shown.member.requests = requests;
    shown.member.delivered = 56;
    shown.member.bytes = 78'000;
    shown.delays.p95 = 48;
    shown.isHere = true;
    for (int i = 1; i <= 5; ++i)
        shown.said.append({i, u"message %1 <b>"_s.arg(i) + u" and more words"_s.repeated(12), 0});
    m_class->snapshot.spotlight = shown;
}

void TestProjectorViews::areThereWithTheirContent()
{
    for (const int key : {Qt::Key_5, Qt::Key_6, Qt::Key_7}) {
        press(key);
        QVERIFY(shows<app::JoinView>());
    }
    QVERIFY(text().contains(u"black"_s) && !text().contains(u"5\u00a0race"_s)); // the keys that there are
    race(true);
    ask(protocol::QuestionOrder::Part::Measured);
    spotlight(1234);
    feed();
    QVERIFY(shows<app::JoinView>()); // nobody has led it elsewhere
    press(Qt::Key_9);
    for (const QString &key : {u"5\u00a0race"_s, u"6\u00a0question"_s, u"7\u00a0spotlight"_s})
        QVERIFY2(text().contains(key), qPrintable(text()));
    press(Qt::Key_5);
    QVERIFY(shows<app::RaceView>());
    press(Qt::Key_6);
    QVERIFY(shows<app::PredictionView>());
    m_class->snapshot.question = {};
    feed();
    QVERIFY(shows<app::JoinView>());
    press(Qt::Key_7);
    QVERIFY(shows<app::SpotlightView>());
    m_window->clear();
    press(Qt::Key_5);
    QVERIFY(!shows<app::RaceView>());
}

void TestProjectorViews::raceIsLive()
{
    race(true);
    m_class->snapshot.race->receipts.clear();
    m_class->snapshot.race->groups.clear();
    feed();
    press(Qt::Key_5);
    QVERIFY2(text().contains(u"Race 3 closes in 5 s"_s), qPrintable(text()));
    press(Qt::Key_Space); // it is not held back
    m_class->snapshot.now += 2000;
    race(true);
    m_class->snapshot.race->closes -= 2000;
    feed();
    QVERIFY2(text().contains(u"Race 3 closes in 3 s"_s), qPrintable(text()));
    QVERIFY2(text().contains(u"median 18 ± 1.0 ms"_s), qPrintable(text()));
    QVERIFY(!text().contains(u"secret"_s) && !text().contains(u"Tied"_s));
    race(false);
    feed();
    QVERIFY2(text().contains(u"Race 3 is closed"_s) && text().contains(u"Tied for the first place"_s), qPrintable(text()));
    QVERIFY2(text().indexOf(u"WebSocket"_s) < text().lastIndexOf(u"Short polling"_s), qPrintable(text()));
}

void TestProjectorViews::questionAsFarAsItIsShown()
{
    using Part = protocol::QuestionOrder::Part;
    ask(Part::Guesses);
    m_class->snapshot.question.asked->isOpen = true;
    m_class->snapshot.question.asked->result.reset();
    feed();
    press(Qt::Key_6);
    QVERIFY2(text().contains(u"Guesses so far: 30"_s) && !text().contains(u"median"_s), qPrintable(text()));
    const auto *const chart = m_window->view().findChild<widgets::GuessChart *>();
    QVERIFY(!chart->isVisible());
    ask(Part::Guesses);
    feed();
    QVERIFY2(chart->isVisible() && text().contains(u"their median"_s) && !text().contains(u"Theory"_s), qPrintable(text()));
    ask(Part::Theory);
    feed();
    QVERIFY2(text().contains(u"Theory: 512"_s) && text().contains(u"60 requests a minute"_s), qPrintable(text()));
    QVERIFY(!text().contains(u"Measured"_s));
    ask(Part::Measured);
    feed();
    QVERIFY2(text().contains(u"Measured: 501 ± 24"_s) && text().contains(u"Nearest, a tie of 24"_s), qPrintable(text()));
    QCOMPARE(text().count(u"a member with a name"_s), 3); // of 24
}

void TestProjectorViews::spotlightStandsStill()
{
    spotlight(1234);
    feed();
    press(Qt::Key_7);
    for (const QString &part : {u"Ann"_s, u"Long polling"_s, u"1,234"_s, u"56"_s, u"78 KB"_s, u"48 ms"_s, u"message 5 <b>"_s})
        QVERIFY2(text().contains(part), qPrintable(part + u" in "_s + text()));
    press(Qt::Key_Space);
    spotlight(9999);
    feed();
    QVERIFY(text().contains(u"1,234"_s));
    m_class->snapshot.spotlight->member.key = u"m:Bob"_s; // another one
    feed();
    QVERIFY(text().contains(u"9,999"_s));
    press(Qt::Key_Space);
    m_class->snapshot.spotlight->isHere = false;
    m_class->snapshot.spotlight->said.clear();
    feed();
    QVERIFY2(text().contains(u"not here"_s) && !text().contains(u"9,999"_s) && !text().contains(u"message"_s), qPrintable(text()));
}

void TestProjectorViews::textsAreLargeAndReadable_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("language");
    for (const char *const language : {"en", "zh_CN"}) {
        for (const int key : {Qt::Key_5, Qt::Key_6, Qt::Key_7})
            QTest::addRow("%s view %d", language, key - Qt::Key_0) << key << QString::fromLatin1(language);
    }
}

//! The least lightness among \a picture's pixels: of letters, where there are any.
static QColor inkIn(const QImage &picture)
{
    QColor darkest = Qt::white;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y).lightness() < darkest.lightness())
                darkest = picture.pixelColor(x, y);
        }
    }
    return darkest;
}

void TestProjectorViews::textsAreLargeAndReadable()
{
    QFETCH(const int, key);
    QFETCH(const QString, language);
    app::applyLanguage(language);
    QCoreApplication::processEvents(); // in which the window hears of it
    m_class->snapshot.settings.conditioner.delay = std::chrono::milliseconds(150);
    race(false);
    ask(protocol::QuestionOrder::Part::Measured);
    spotlight(1234);
    feed();
    press(key);
    press(Qt::Key_Space);
    QCoreApplication::processEvents();
    int texts = 0;
    for (const QLabel *const label : m_window->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        ++texts;
        const QString shown = label->text();
        QVERIFY2(label->font().pixelSize() >= 28, qPrintable(shown));
        QVERIFY2(widgets::contrastRatio(label->palette().color(QPalette::WindowText), Qt::white) >= 7, qPrintable(shown));
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(needed <= label->height() + 1, qPrintable(u"%1: %2 of %3"_s.arg(shown).arg(label->height()).arg(needed)));
        QVERIFY2(label->wordWrap() || label->fontMetrics().horizontalAdvance(shown) <= label->width(), qPrintable(shown));
        QVERIFY2(m_window->rect().contains(QRect(label->mapTo(m_window.get(), QPoint()), label->size())), qPrintable(shown));
    }
    QVERIFY(texts > 3);
    QWidget *chart = const_cast<app::ProjectorView &>(m_window->view()).findChild<widgets::PhotoFinish *>();
    if (!chart)
        chart = const_cast<app::ProjectorView &>(m_window->view()).findChild<widgets::GuessChart *>();
    if (!chart)
        return;
    QVERIFY(chart->font().pixelSize() >= 28);
    QVERIFY(chart->height() >= chart->minimumHeight() && m_window->view().rect().contains(chart->geometry()));
    const QImage picture = chart->grab().toImage();
    const int em = chart->fontMetrics().height();
    const QColor ink = inkIn(picture.copy(0, picture.height() - em, picture.width(), em)); // the axis's words
    QVERIFY2(widgets::contrastRatio(ink, Qt::white) >= 7, qPrintable(ink.name()));
}

void TestProjectorViews::nothingCanBeClicked()
{
    race(false);
    ask(protocol::QuestionOrder::Part::Measured);
    spotlight(1234);
    feed();
    for (const int key : {Qt::Key_5, Qt::Key_6, Qt::Key_7}) {
        press(key);
        const QWidget *const shown = &m_window->view();
        const QString before = text();
        for (int x = 20; x < m_window->width(); x += 120) {
            for (int y = 20; y < m_window->height(); y += 120) {
                QVERIFY(!m_window->childAt(x, y)); // nothing takes the mouse
                QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, QPoint(x, y));
            }
        }
        QCOMPARE(&m_window->view(), shown);
        QCOMPARE(text(), before);
        for (const QWidget *const part : shown->findChildren<QWidget *>())
            QCOMPARE(part->focusPolicy(), Qt::NoFocus);
    }
}

// To each view that a lesson may name; to one without content as soon as that is there, unless the teacher chooses another before.
void TestProjectorViews::lessonLeads()
{
    m_window->lead(u"race"_s);
    QVERIFY(shows<app::JoinView>());
    race(true);
    feed();
    QVERIFY(shows<app::RaceView>());
    m_window->lead({}); // what is there stays
    QVERIFY(shows<app::RaceView>());
    m_window->lead(u"question"_s);
    press(Qt::Key_1);
    ask(protocol::QuestionOrder::Part::Theory);
    feed();
    QVERIFY(shows<app::JoinView>());
    QSet<const QWidget *> views;
    for (const QString &name : app::lessonViews()) {
        m_window->lead(name);
        views.insert(&m_window->view());
    }
    QCOMPARE(views.size(), app::lessonViews().size());
    m_window->lead(u"question"_s);
    QVERIFY(shows<app::PredictionView>());
    press(Qt::Key_B);
    m_window->lead(u"join"_s);
    QVERIFY(m_window->isBlack()); // until the teacher wants it
}

void TestProjectorViews::lessonOfTheHostLeads()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    app::HostWindow host(options);
    const QSignalSpy started(&host, &app::HostWindow::started);
    host.show();
    host.start();
    QTRY_COMPARE(started.count(), 1);
    const auto button = [&host](const QString &name) { return host.findChild<QPushButton *>(name); };
    ProjectorWindow &window = host.findChild<app::HostProjector *>()->window();
    window.show();
    QTest::keyClick(&window, Qt::Key_2);
    QVERIFY(!qobject_cast<const app::JoinView *>(&window.view()));
    QTRY_VERIFY(button(u"start-lesson"_s)->isEnabled());
    button(u"start-lesson"_s)->click();
    QVERIFY(qobject_cast<const app::JoinView *>(&window.view()));
    button(u"lesson-next"_s)->click(); // asks, which takes its time
    QTRY_VERIFY(qobject_cast<const app::PredictionView *>(&window.view()));
    button(u"lesson-back"_s)->click();
    QVERIFY(qobject_cast<const app::JoinView *>(&window.view()));
}

QTEST_MAIN(TestProjectorViews)
#include "tst_projectorviews.moc"
