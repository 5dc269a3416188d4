// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/composing.h"

#include "app/windows/compare/runspanel.h"
#include "app/windows/host/generatordialog.h"
#include "client/session/classprediction.h"
#include "client/session/clientstate.h"
#include "client/widgets/problemlabel.h"
#include "client/widgets/questioncard.h"
#include "client/widgets/retrybanner.h"
#include "server/protocol/roominfo.h"
#include "tests/compare/sampleresult.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QNetworkAccessManager>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

//! Enter belongs to the input method while it composes, in whatever field it would do something.
class TestComposing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fieldWaits();
    void pinWaits();
    void guessWaits();
    void dialogStays();
    void nameOfARunWaits();

private:
    static void compose(QWidget &field, const QString &preedit, const QString &commit = {});

    QTemporaryDir m_folder;
};

void TestComposing::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestComposing::compose(QWidget &field, const QString &preedit, const QString &commit)
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(&field, &event);
}

void TestComposing::fieldWaits()
{
    QLineEdit field;
    new widgets::Composing(&field);
    const QSignalSpy done(&field, &QLineEdit::returnPressed);
    field.show();
    compose(field, u"zhang"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    compose(field, u"san"_s, u"张"_s); // goes on composing
    QTest::keyClick(&field, Qt::Key_Enter);
    QCOMPARE(done.count(), 0);
    compose(field, {}, u"三"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(done.count(), 1);
    QCOMPARE(field.text(), u"张三"_s);
}

//! Digits in full width come from an input method.
void TestComposing::pinWaits()
{
    widgets::RetryBanner banner;
    session::ClientState state;
    state.kind = session::ClientState::Kind::AccessDenied;
    state.code = u"pin-needed"_s;
    banner.show();
    banner.setState(state);
    const QSignalSpy given(&banner, &widgets::RetryBanner::pinGiven);
    auto *const field = banner.findChild<QLineEdit *>();
    QVERIFY(field->isVisible());
    compose(*field, u"５６"_s, u"１２３４"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(given.count(), 0); // with half of it
    compose(*field, {}, u"５６"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(given.count(), 1);
    QCOMPARE(given.first().first().toString(), u"123456"_s);
}

void TestComposing::guessWaits()
{
    QNetworkAccessManager network;
    session::ClassPrediction prediction({QUrl(u"http://127.0.0.1:1"_s), u"lobby"_s, u"m"_s, u"Ann"_s}, network);
    widgets::QuestionCard card(prediction);
    protocol::RoomInfo info;
    info.question = protocol::AskedQuestion{*protocol::preparedQuestion(u"bytes-long-polling"_s, {})};
    prediction.begin(info);
    card.show();
    auto *const field = card.findChild<QLineEdit *>();
    const auto *const problem = card.findChild<widgets::ProblemLabel *>();
    QVERIFY(field->isVisible() && !problem->isVisible());
    compose(*field, u"shi"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!problem->isVisible()); // nothing was given, and so nothing is wrong with it
    compose(*field, {}, u"十"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(problem->isVisible());
}

//! In a dialog Enter would press a button.
void TestComposing::dialogStays()
{
    app::GeneratorDialog dialog;
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *const rate = dialog.findChild<QAbstractSpinBox *>(u"rate"_s);
    rate->setFocus();
    compose(*rate, u"４"_s);
    QTest::keyClick(rate, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    compose(*rate, {}, {});
    QTest::keyClick(rate, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
}

void TestComposing::nameOfARunWaits()
{
    app::RunsPanel panel;
    panel.addRun(sampleResult());
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    auto *const list = panel.findChild<QListView *>();
    list->edit(panel.model().index(0));
    auto *const field = list->findChild<QLineEdit *>();
    QVERIFY(field);
    field->clear();
    compose(*field, u"zhuan"_s, u"上"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(list->findChild<QLineEdit *>()->isVisible());
    QCOMPARE(panel.model().name(0), u"Run 1"_s);
    compose(*field, {}, u"课"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(panel.model().name(0), u"上课"_s);
}

QTEST_MAIN(TestComposing)
#include "tst_composing.moc"
