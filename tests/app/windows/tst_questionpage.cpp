// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/questionpage.h"

#include "app/windows/host/hostwindow.h"
#include "client/session/chatclient.h"
#include "client/widgets/guesschart.h"
#include "client/widgets/questioncard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::HostWindow;
using app::QuestionPage;
using protocol::QuestionOrder;

//! The class's question in the teacher's window, and the card by which a member guesses.
class TestQuestionPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksWhatIsChosen();
    void asksAnOwnQuestion();
    void leadsFromQuestionToResult();

private:
    template <typename T>
    static T *find(QWidget &in, const QString &name)
    {
        T *const found = in.findChild<T *>(name);
        Q_ASSERT(found);
        return found;
    }
    static void press(QWidget &in, const QString &name) { QTest::mouseClick(find<QPushButton>(in, name), Qt::LeftButton); }

    QTemporaryDir m_directory;
};

void TestQuestionPage::initTestCase()
{
    qRegisterMetaType<QuestionOrder>();
    QLocale::setDefault(QLocale(QLocale::English));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestQuestionPage::asksWhatIsChosen()
{
    QuestionPage page;
    QSignalSpy given(&page, &QuestionPage::orderGiven);
    page.show();
    QVERIFY(!find<QPushButton>(page, u"ask"_s)->isEnabled()); // no class
    page.setRunning(true);
    find<QComboBox>(page, u"choice"_s)->setCurrentIndex(2);
    press(page, u"ask"_s);
    QCOMPARE(given.count(), 1);
    const auto order = given.first().first().value<QuestionOrder>();
    QVERIFY(order.action == QuestionOrder::Action::Open);
    QCOMPARE(order.question.id, u"requests"_s);
    QVERIFY(!find<QPushButton>(page, u"close"_s)->isEnabled());
}

void TestQuestionPage::asksAnOwnQuestion()
{
    QuestionPage page;
    QSignalSpy given(&page, &QuestionPage::orderGiven);
    page.setRunning(true);
    page.show();
    auto *const choice = find<QComboBox>(page, u"choice"_s);
    QVERIFY(!find<QLineEdit>(page, u"own-text"_s)->isVisible());
    choice->setCurrentIndex(choice->count() - 1);
    QVERIFY(find<QLineEdit>(page, u"own-text"_s)->isVisible());
    press(page, u"ask"_s);
    QCOMPARE(given.count(), 0); // there is no text yet
    QTest::keyClicks(find<QLineEdit>(page, u"own-text"_s), u"How many?"_s);
    QTest::keyClicks(find<QLineEdit>(page, u"own-answer"_s), u"x"_s);
    press(page, u"ask"_s);
    QCOMPARE(given.count(), 0);
    find<QLineEdit>(page, u"own-answer"_s)->setText(u"4.5"_s);
    press(page, u"ask"_s);
    QCOMPARE(given.count(), 1);
    const auto order = given.first().first().value<QuestionOrder>();
    QCOMPARE(order.question.text.english, u"How many?"_s);
    QCOMPARE(order.question.answer, 4.5);
}

void TestQuestionPage::leadsFromQuestionToResult()
{
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    HostWindow window(options);
    QSignalSpy started(&window, &HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    auto &page = *window.findChild<QuestionPage *>();
    window.findChild<QTabWidget *>()->setCurrentWidget(&page);
    session::ClientOptions member;
    member.host = window.url();
    member.room = window.room();
    member.name = u"Ann"_s;
    member.technique = protocol::Technique::WebSocket;
    session::ChatClient ann(member);
    auto card = std::make_unique<widgets::QuestionCard>(ann.prediction());
    ann.start();
    QTRY_VERIFY(ann.state().everConnected);
    QVERIFY(card->isHidden());

    press(page, u"ask"_s);
    QTRY_VERIFY(card->isVisible());
    QVERIFY(card->findChild<QLabel *>(u"question"_s)->text().contains(u"on average"));
    auto *const field = find<QLineEdit>(*card, u"guess"_s);
    QTest::keyClicks(field, u"soon"_s);
    QTest::keyClick(field, Qt::Key_Return);
    field->clear();
    QTest::keyClicks(field, u"950"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(card->findChild<QLabel *>(u"guess-state"_s)->text().contains(u"950 ms"));
    QTRY_VERIFY(find<QLabel>(page, u"count"_s)->text().endsWith(u": 1"));
    press(page, u"close"_s);
    QTRY_VERIFY(!field->isVisible());

    find<QCheckBox>(page, u"names"_s)->setChecked(true);
    press(page, u"measured"_s);
    for (QWidget *const place : {static_cast<QWidget *>(&page), static_cast<QWidget *>(card.get())}) {
        QTRY_VERIFY(find<QLabel>(*place, u"result"_s)->text().contains(u"Theory: 1,000 ms"));
        const QString words = find<QLabel>(*place, u"result"_s)->text();
        QVERIFY2(words.contains(u"Not measured yet") && words.contains(u"Nearest: 950 ms") && words.contains(u"Ann"),
                 qPrintable(words));
        QVERIFY(place->findChild<widgets::GuessChart *>()->isVisible());
    }
    press(page, u"discard"_s);
    QTRY_VERIFY(card->isHidden());
    card.reset();
    ann.stop();
    window.close();
}

QTEST_MAIN(TestQuestionPage)
#include "tst_questionpage.moc"
