// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/windowflow.h"

#include "app/classfile.h"
#include "app/demo/demooptions.h"
#include "app/windows/client/clientwindow.h"
#include "app/windows/host/hostwindow.h"
#include "app/windows/host/joinpanel.h"
#include "app/windows/start/startwindow.h"
#include "app/windows/usedname.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::WindowFlow;

namespace {

//! The window of that kind that is seen; nullptr when there is none.
template <typename Window>
Window *shown()
{
    for (QWidget *const widget : QApplication::topLevelWidgets()) {
        if (auto *const window = qobject_cast<Window *>(widget); window && window->isVisible())
            return window;
    }
    return nullptr;
}

QPushButton *buttonOf(QMessageBox &box, const QString &text)
{
    for (QAbstractButton *const button : box.buttons()) {
        if (button->text() == text)
            return qobject_cast<QPushButton *>(button);
    }
    return nullptr;
}

} // namespace

//! Which window follows which.
class TestWindowFlow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theDemosEndLeavesTheStartWindow();
    void membersOpenBesideTheHost();
    void aNewNameIsNotAskedAbout();
    void aUsedNameIsContinued();
    void aUsedNameBeginsAnew();
    void aUsedNameMayBeLeft();

private:
    QTemporaryDir m_directory;
};

void TestWindowFlow::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_directory.path().toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
    QVERIFY(app::classFile(u"a"_s).startsWith(m_directory.path()));
    QVERIFY(QDir().mkpath(QFileInfo(app::classFile(u"a"_s)).path()));
}

void TestWindowFlow::theDemosEndLeavesTheStartWindow()
{
    WindowFlow flow;
    app::HostWindow &window = flow.openHost(app::demoOptions(), true);
    QSignalSpy started(&window, &app::HostWindow::started);
    window.start();
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(!shown<app::StartWindow>());
    window.close();
    QVERIFY(shown<app::StartWindow>());
    QTRY_VERIFY(!shown<app::HostWindow>());
}

void TestWindowFlow::membersOpenBesideTheHost()
{
    WindowFlow flow;
    app::HostWindow &window = flow.openHost(app::demoOptions(), true);
    QSignalSpy started(&window, &app::HostWindow::started);
    QSignalSpy figures(&window, &app::HostWindow::figuresShown);
    window.start();
    QTRY_COMPARE(started.count(), 1);
    Q_EMIT window.findChild<app::JoinPanel *>()->memberWanted();
    Q_EMIT window.findChild<app::JoinPanel *>()->memberWanted();
    const auto areIn = [&figures] {
        return !figures.isEmpty() && figures.last().first().value<server::HostSnapshot>().memberCount == 5; // three and two
    };
    QTRY_VERIFY(areIn());
    app::ClientWindow *const member = shown<app::ClientWindow>();
    QVERIFY(member);
    Q_EMIT member->leaveWanted();
    window.close();
    QTRY_VERIFY(!shown<app::ClientWindow>());
    QVERIFY(shown<app::StartWindow>());
}

void TestWindowFlow::aNewNameIsNotAskedAbout()
{
    QWidget parent;
    int proceeded = 0;
    app::askAboutUsedName(&parent, u"new"_s, [&proceeded] { ++proceeded; });
    QCOMPARE(proceeded, 1);
    QVERIFY(!parent.findChild<QMessageBox *>());
}

void TestWindowFlow::aUsedNameIsContinued()
{
    QFile kept(app::classFile(u"used"_s));
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.close();
    QWidget parent;
    parent.show();
    int proceeded = 0;
    app::askAboutUsedName(&parent, u"used"_s, [&proceeded] { ++proceeded; });
    auto *const box = parent.findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QCOMPARE(proceeded, 0);
    QVERIFY(box->text().contains(u"used"_s));
    buttonOf(*box, u"Continue"_s)->click();
    QTRY_COMPARE(proceeded, 1);
    QVERIFY(kept.exists());
}

void TestWindowFlow::aUsedNameBeginsAnew()
{
    QFile kept(app::classFile(u"used"_s));
    QVERIFY(kept.open(QIODevice::WriteOnly));
    QCOMPARE(kept.write("kept"), 4);
    kept.close();
    QWidget parent;
    parent.show();
    int proceeded = 0;
    app::askAboutUsedName(&parent, u"used"_s, [&] {
        ++proceeded;
        QVERIFY(!kept.exists());
    });
    buttonOf(*parent.findChild<QMessageBox *>(), u"A new class"_s)->click();
    QTRY_COMPARE(proceeded, 1);
    QFile previous(app::previousOf(kept.fileName()));
    QVERIFY(previous.open(QIODevice::ReadOnly));
    QCOMPARE(previous.readAll(), QByteArray("kept"));
}

void TestWindowFlow::aUsedNameMayBeLeft()
{
    QFile kept(app::classFile(u"used"_s));
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.close();
    QWidget parent;
    parent.show();
    int proceeded = 0;
    app::askAboutUsedName(&parent, u"used"_s, [&proceeded] { ++proceeded; });
    parent.findChild<QMessageBox *>()->button(QMessageBox::Cancel)->click();
    QCoreApplication::processEvents();
    QCOMPARE(proceeded, 0);
    QVERIFY(kept.exists());
}

QTEST_MAIN(TestWindowFlow)
#include "tst_windowflow.moc"
