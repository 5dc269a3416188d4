// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/bansdialog.h"

#include "app/windows/host/hostwindow.h"
#include "app/windows/host/membersview.h"
#include "client/session/chatclient.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;
using app::BansDialog;
using Action = server::ModerationCommand::Action;

//! The list of the banned, by itself and in the teacher's window.
class TestBansDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsWhoIsBanned();
    void liftsWhatIsChosen();
    void worksInTheWindow();

private:
    static QPushButton *button(const BansDialog &dialog, const QString &text)
    {
        const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.cbegin(), buttons.cend(),
                                        [&text](const QPushButton *one) { return one->text() == text; });
        return found == buttons.cend() ? nullptr : *found;
    }

    QTemporaryDir m_directory;
};

void TestBansDialog::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestBansDialog::showsWhoIsBanned()
{
    BansDialog dialog;
    const auto *list = dialog.findChild<QTreeWidget *>();
    QVERIFY(!button(dialog, u"Lift the ban"_s)->isEnabled());
    QVERIFY(!button(dialog, u"Lift all bans"_s)->isEnabled());
    dialog.setBans({{{}, u"m:ann"_s, {}, u"Ann\u202e"_s}, {u"lab"_s, {}, u"192.0.2.7"_s, {}}});
    QCOMPARE(list->topLevelItemCount(), 2);
    QVERIFY(list->topLevelItem(0)->text(0).startsWith(u"Ann"_s));
    QVERIFY(!list->topLevelItem(0)->text(0).contains(QChar(0x202e)));
    QCOMPARE(list->topLevelItem(0)->text(2), u"all rooms"_s);
    QCOMPARE(list->topLevelItem(1)->text(0), u"everybody there"_s);
    QCOMPARE(list->topLevelItem(1)->text(1), u"192.0.2.7"_s);
    dialog.setBans({});
    QCOMPARE(list->topLevelItemCount(), 0);
    QVERIFY(!button(dialog, u"Lift the ban"_s)->isEnabled());
}

void TestBansDialog::liftsWhatIsChosen()
{
    BansDialog dialog;
    const QList<server::BanState> bans{{{}, u"m:ann"_s, {}, u"Ann"_s}, {u"lab"_s, u"q:ben"_s, u"192.0.2.7"_s, u"ben"_s}};
    dialog.setBans(bans);
    QSignalSpy wanted(&dialog, &BansDialog::moderationWanted);
    auto *list = dialog.findChild<QTreeWidget *>();
    list->setCurrentItem(list->topLevelItem(1));
    dialog.setBans(bans); // the next snapshot
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 1);
    button(dialog, u"Lift the ban"_s)->click();
    QCOMPARE(wanted.first().first().toString(), u"lab"_s);
    const auto one = wanted.takeFirst().at(1).value<server::ModerationCommand>();
    QVERIFY(one.action == Action::Unban && one.member == "q:ben" && one.address == u"192.0.2.7"_s);
    button(dialog, u"Lift all bans"_s)->click();
    QCOMPARE(wanted.first().first().toString(), QString());
    const auto all = wanted.takeFirst().at(1).value<server::ModerationCommand>();
    QVERIFY(all.action == Action::Unban && all.member.isEmpty() && all.address.isEmpty());
}

void TestBansDialog::worksInTheWindow()
{
    server::HostOptions hostOptions;
    hostOptions.bind = QHostAddress(QHostAddress::LocalHost);
    hostOptions.port = 0;
    app::HostWindow window(hostOptions);
    QSignalSpy started(&window, &app::HostWindow::started);
    window.show();
    window.start();
    QTRY_COMPARE(started.count(), 1);
    session::ClientOptions options;
    options.host = window.url();
    options.room = window.room();
    options.name = u"Mei"_s;
    session::ChatClient member(options);
    member.start();
    auto *members = window.findChild<app::MembersView *>();
    QTRY_COMPARE(members->model()->rowCount(), 1);
    const QByteArray key = "m:" + member.memberId().toUtf8();
    Q_EMIT members->moderationWanted(window.room(), {Action::Spotlight, key, {}});
    const auto actionOf = [members](const QString &text) -> QAction * {
        delete members->findChild<QMenu *>();
        for (int row = 0; row < members->model()->rowCount(); ++row) {
            if (members->model()->index(row, 0).data().toString().contains(u"Mei"_s))
                members->setCurrentIndex(members->model()->index(row, 0));
        }
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(members->viewport(), &event);
        const auto *menu = members->findChild<QMenu *>();
        const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
        const auto found = std::find_if(actions.cbegin(), actions.cend(),
                                        [&text](const QAction *one) { return one->text() == text; });
        return found == actions.cend() ? nullptr : *found;
    };
    QTRY_VERIFY(actionOf(u"Spotlight"_s) && actionOf(u"Spotlight"_s)->isChecked());
    QSignalSpy wanted(members, &app::MembersView::moderationWanted);
    actionOf(u"Spotlight"_s)->trigger();
    QVERIFY(wanted.first().at(1).value<server::ModerationCommand>().member.isEmpty()); // ends it
    QTRY_VERIFY(!actionOf(u"Spotlight"_s)->isChecked());
    delete members->findChild<QMenu *>();

    Q_EMIT members->moderationWanted(window.room(), {Action::Ban, "m:somebody-else", {}}); // nobody to be asked about
    QAction *const banned = actionOf(u"Banned members …"_s);
    QVERIFY(banned);
    banned->trigger();
    auto *dialog = window.findChild<BansDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *list = dialog->findChild<QTreeWidget *>();
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    button(*dialog, u"Lift the ban"_s)->click();
    QTRY_COMPARE(list->topLevelItemCount(), 0);
    member.stop();
}

QTEST_MAIN(TestBansDialog)
#include "tst_bansdialog.moc"
