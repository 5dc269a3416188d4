// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classfile.h"
#include "app/classroom/classroom.h"
#include "app/classroom/lesson.h"
#include "app/classroom/lessonplayer.h"
#include "app/windows/accessibleroles.h"
#include "app/windows/host/bansdialog.h"
#include "app/windows/host/lessonpage.h"
#include "app/windows/host/questionpage.h"
#include "app/windows/host/racepage.h"
#include "app/windows/language.h"
#include "app/windows/projector/projectorwindow.h"
#include "app/windows/start/oldclassesdialog.h"
#include "server/storage/database.h"
#include "tests/app/windows/accessiblewalk.h"
#include "tests/app/windows/projectorsample.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using protocol::Technique;

//! The pages and dialogs that a class brings, by keys and by ear; and the projector, by ear.
class TestAccessiblePages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isSpoken_data();
    void isSpoken();
    void tabGoesRound_data();
    void tabGoesRound();
    void projectorIsSpoken_data();
    void projectorIsSpoken();

private:
    using Make = std::function<std::unique_ptr<QWidget>()>;
    void addPages();

    QTemporaryDir m_folder;
};

namespace {

protocol::Race finishedRace()
{
    protocol::Race race;
    race.number = 3;
    for (const Technique technique : {Technique::Polling, Technique::WebSocket}) {
        protocol::RaceReceipt receipt;
        receipt.name = u"Ann"_s;
        receipt.technique = technique;
        receipt.delay = technique == Technique::Polling ? 900 : 3;
        receipt.uncertainty = 1;
        race.receipts.append(receipt);
    }
    return protocol::ranked(race);
}

protocol::QuestionState answeredQuestion()
{
    const protocol::ClassQuestion question = *protocol::preparedQuestion(u"bytes-long-polling"_s, {});
    protocol::QuestionAnswer answer;
    answer.theory = protocol::TheoryAnswer{512, {u"so much"_s, u"这么多"_s}};
    protocol::QuestionOrder order;
    order.part = protocol::QuestionOrder::Part::Theory;
    const auto result = protocol::resultOf(question, {{u"Ann"_s, 500}, {u"Ben"_s, 700}}, answer, order);
    return {protocol::AskedQuestion{question, true, {}, result}, 2};
}

//! The tabs of a window to which the page adds itself, with its class.
class RaceTab final : public QTabWidget
{
public:
    RaceTab()
    {
        server::HostSnapshot snapshot;
        snapshot.race = finishedRace();
        auto *const page = new app::RacePage(m_classroom, *this);
        page->setSnapshot(snapshot);
    }

private:
    app::Classroom m_classroom{{}};
};

//! A lesson in its second step.
class LessonPlayed final : public QWidget
{
public:
    LessonPlayed() : m_page(std::make_unique<app::LessonPage>(m_player, this))
    {
        const QSignalSpy started(&m_classroom, &app::Classroom::started);
        m_classroom.start();
        QTRY_COMPARE(started.count(), 1);
        m_page->setRunning(true);
        m_player.start(m_player.lessons().first().id);
        m_player.next();
        m_page->setGeometry(0, 0, 1000, 700);
    }

private:
    [[nodiscard]] static server::HostOptions options()
    {
        server::HostOptions options;
        options.bind = QHostAddress(QHostAddress::LocalHost);
        options.port = 0;
        return options;
    }

    app::Classroom m_classroom{options()};
    app::LessonPlayer m_player{m_classroom};
    std::unique_ptr<app::LessonPage> m_page;
};

void makeOldClass(const QString &room)
{
    const QString name = app::classFile(room);
    QVERIFY(QDir().mkpath(QFileInfo(name).path()));
    QVERIFY(!server::importRoom(name, room, {room, {protocol::Message{1, u"Mia"_s, u"hi"_s, 0, 1, std::nullopt}}}));
    QFile file(name);
    QVERIFY(file.open(QFile::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-40), QFile::FileModificationTime));
}

} // namespace

void TestAccessiblePages::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    app::installAccessibleRoles();
    app::applyLanguage(u"en"_s);
    makeOldClass(u"physics"_s);
    makeOldClass(u"lobby"_s);
}

void TestAccessiblePages::addPages()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("race") << Make([] { return std::make_unique<RaceTab>(); });
    QTest::newRow("question") << Make([] {
        auto page = std::make_unique<app::QuestionPage>();
        page->setRunning(true);
        page->setState(answeredQuestion(), {});
        auto *const choice = page->findChild<QComboBox *>(u"choice"_s);
        choice->setCurrentIndex(choice->count() - 1); // an own one
        return page;
    });
    QTest::newRow("lesson") << Make([] { return std::make_unique<LessonPlayed>(); });
    QTest::newRow("bans") << Make([] {
        auto dialog = std::make_unique<app::BansDialog>();
        dialog->setBans({{{}, u"m:ann"_s, {}, u"Ann"_s}, {u"lab"_s, {}, u"192.0.2.7"_s, {}}});
        return dialog;
    });
    QTest::newRow("old classes") << Make([] { return std::make_unique<app::OldClassesDialog>(); });
}

void TestAccessiblePages::isSpoken_data()
{
    addPages();
}

//! Controls have names and roles, cells have texts, in both languages.
void TestAccessiblePages::isSpoken()
{
    QFETCH(Make, make);
    const auto window = make();
    QVERIFY(tests::show(*window));
    for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
        app::applyLanguage(language);
        QCoreApplication::processEvents();
        QStringList faults = tests::twiceUsed(*window);
        int parts = 0;
        for (const QList<QWidget *> all = tests::widgetsOf(*window); QWidget *const widget : all) {
            parts += tests::isReachedByKeys(*widget);
            faults += tests::faultOf(widget);
            auto *const view = qobject_cast<QAbstractItemView *>(widget);
            if (view && !qobject_cast<QHeaderView *>(view) && view->isVisible() && view->model()->rowCount() > 0)
                faults += tests::rowFaultOf(*view);
        }
        faults.removeAll(QString());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(parts >= 2);
    }
}

void TestAccessiblePages::tabGoesRound_data()
{
    addPages();
}

void TestAccessiblePages::tabGoesRound()
{
    QFETCH(Make, make);
    const auto window = make();
    QVERIFY(tests::show(*window));
    QCOMPARE(tests::tabFaultOf(*window), QString());
}

void TestAccessiblePages::projectorIsSpoken_data()
{
    QTest::addColumn<int>("key");
    for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6})
        QTest::addRow("view %d", key - Qt::Key_0) << key;
}

//! All that is seen has a name and a role, though no key goes through it.
void TestAccessiblePages::projectorIsSpoken()
{
    QFETCH(const int, key);
    tests::ProjectorSample sample;
    sample.snapshot.race = finishedRace();
    sample.snapshot.question = answeredQuestion();
    app::ProjectorWindow window;
    sample.feed(window);
    QVERIFY(tests::show(window));
    QTest::keyClick(&window, Qt::Key(key));
    QCoreApplication::processEvents();
    QVERIFY(!QAccessible::queryAccessibleInterface(&window)->text(QAccessible::Name).isEmpty());
    const QStringList pictures{u"QCustomPlot"_s, u"pushlab::app::QrView"_s, u"pushlab::widgets::PhotoFinish"_s,
                               u"pushlab::widgets::GuessChart"_s};
    int parts = 0;
    for (const QList<QWidget *> all = tests::widgetsOf(window); QWidget *const widget : all) {
        const auto *const label = qobject_cast<QLabel *>(widget);
        const bool isPicture = pictures.contains(QString::fromLatin1(widget->metaObject()->className()));
        if (!widget->isVisible() || (!isPicture && !(label && !label->text().isEmpty())))
            continue;
        ++parts;
        const QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(tests::kindOf(*widget)));
        const QList<QAccessible::Role> roles{QAccessible::StaticText, QAccessible::Graphic, QAccessible::Chart};
        QVERIFY2(roles.contains(spoken->role()), qPrintable(tests::kindOf(*widget)));
    }
    QVERIFY(parts >= 2);
}

QTEST_MAIN(TestAccessiblePages)
#include "tst_accessiblepages.moc"
