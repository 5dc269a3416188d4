// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/membersview.h"

#include "app/windows/host/memberstablemodel.h"
#include "app/windows/language.h"

#include <QAbstractItemDelegate>
#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace pushlab;

//! The list of members: which columns it shows, and what its menu orders.
class TestMembersView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void columnsFit();
    void columnsAreChosen();
    void widthsAreOfTheLanguage();
    void briefIsNotKept();
    void ordersOneMember();

private:
    QTemporaryDir m_directory;
};

void TestMembersView::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
    QCoreApplication::setOrganizationName(u"PushLab tests"_s);
}

void TestMembersView::columnsFit()
{
    app::MembersView members;
    server::MemberSnapshot member;
    member.key = member.name = u"Anna"_s;
    member.technique = protocol::Technique::WebSocket;
    member.state = server::MemberSnapshot::State::Connected;
    member.address = u"192.168.100.200"_s;
    member.requests = member.delivered = 12'345;
    members.setMembers({member});
    members.resize(members.comfortableWidth(), 300);
    members.show();
    QVERIFY(QTest::qWaitForWindowExposed(&members));
    QVERIFY(!members.horizontalScrollBar()->isVisible());
    using Model = app::MembersTableModel;
    for (int column = 0; column < members.model()->columnCount(); ++column) {
        if (members.isColumnHidden(column)) { // for a wider window
            QVERIFY(column == Model::RoundTripColumn || column == Model::MissedColumn || column == Model::ClockColumn
                    || column == Model::RoomColumn);
            continue;
        }
        const int wanted = members.itemDelegate()->sizeHint(QStyleOptionViewItem(), members.model()->index(0, column)).width();
        QVERIFY2(members.columnWidth(column) >= wanted, qPrintable(QString::number(column)));
    }
    members.resize(members.comfortableWidth() / 2, 300); // a small screen's
    QVERIFY(members.isColumnHidden(app::MembersTableModel::AddressColumn));
    QVERIFY(!members.isColumnHidden(app::MembersTableModel::TechniqueColumn));
    QVERIFY(!members.horizontalScrollBar()->isVisible());
}

void TestMembersView::columnsAreChosen()
{
    using Model = app::MembersTableModel;
    const auto choose = [](app::MembersView &members, const QString &caption) {
        Q_EMIT members.horizontalHeader()->customContextMenuRequested({});
        auto *menu = members.findChild<QMenu *>();
        for (QAction *action : menu->actions()) {
            if (action->text() == caption)
                action->trigger();
        }
        delete menu;
    };
    const QString address = app::MembersTableModel().headerData(Model::AddressColumn, Qt::Horizontal, Qt::DisplayRole).toString();
    const QString p95 = app::MembersTableModel().headerData(Model::P95Column, Qt::Horizontal, Qt::DisplayRole).toString();
    {
        app::MembersView members;
        members.resize(members.comfortableWidth() / 2, 300);
        members.show();
        QVERIFY(QTest::qWaitForWindowExposed(&members));
        QVERIFY(members.isColumnHidden(Model::AddressColumn));
        choose(members, address);
        QVERIFY(!members.isColumnHidden(Model::AddressColumn)); // though it does not fit
        members.resize(members.comfortableWidth() * 2, 300);
        QVERIFY(!members.isColumnHidden(Model::P95Column));
        choose(members, p95);
        QVERIFY(members.isColumnHidden(Model::P95Column)); // though it fits
        members.saveColumns();
    }
    app::MembersView members;
    members.resize(members.comfortableWidth() * 2, 300);
    QVERIFY(members.isColumnHidden(Model::P95Column)); // from one start to the next
    choose(members, app::MembersView::tr("As many as fit"));
    QVERIFY(!members.isColumnHidden(Model::P95Column));
    members.saveColumns();
}

//! Headers of one language are not cut to the widths of another's.
void TestMembersView::widthsAreOfTheLanguage()
{
    for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
        app::applyLanguage(language);
        app::MembersView members;
        members.resize(members.comfortableWidth() * 2, 300);
        members.show();
        for (int column = app::MembersTableModel::TechniqueColumn; column < members.model()->columnCount(); ++column) {
            const int wanted = members.horizontalHeader()->sectionSizeHint(column);
            const QString seen = u"%1: column %2 has %3 of %4"_s.arg(language).arg(column).arg(members.columnWidth(column)).arg(wanted);
            QVERIFY2(members.isColumnHidden(column) || members.columnWidth(column) >= wanted, qPrintable(seen));
        }
        members.saveColumns();
    }
}

//! Names and signs for a narrow window leave the columns of a wider one as they were.
void TestMembersView::briefIsNotKept()
{
    using Model = app::MembersTableModel;
    int before = 0;
    {
        app::MembersView members;
        members.resize(members.comfortableWidth(), 300);
        before = members.columnWidth(Model::TechniqueColumn);
        members.setBrief(true);
        QVERIFY(members.columnWidth(Model::TechniqueColumn) < before);
        QVERIFY(members.isColumnHidden(Model::RequestsColumn));
        members.saveColumns();
    }
    app::MembersView members;
    members.resize(members.comfortableWidth(), 300);
    QCOMPARE(members.columnWidth(Model::TechniqueColumn), before);
    members.setBrief(true);
    members.setBrief(false);
    QCOMPARE(members.columnWidth(Model::TechniqueColumn), before);
    QVERIFY(!members.isColumnHidden(Model::RequestsColumn));
}

void TestMembersView::ordersOneMember()
{
    using Action = server::ModerationCommand::Action;
    app::MembersView members;
    server::MemberSnapshot member;
    member.room = u"lobby"_s;
    member.key = u"m:anna"_s;
    member.name = u"Anna"_s;
    member.ordered = protocol::Technique::Sse;
    members.setMembers({member}, u"lobby"_s);
    members.resize(500, 300);
    members.show();
    QVERIFY(QTest::qWaitForWindowExposed(&members));
    members.setCurrentIndex(members.model()->index(0, 0));
    QSignalSpy wanted(&members, &app::MembersView::moderationWanted);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(members.viewport(), &event);
    auto *menu = members.findChild<QMenu *>();
    QVERIFY(menu);
    auto *techniques = menu->findChild<QMenu *>();
    QVERIFY(techniques);
    QCOMPARE(techniques->actions().size(), qsizetype(1 + protocol::allTechniques.size()));
    QVERIFY(techniques->actions().at(1 + int(protocol::Technique::Sse))->isChecked());
    techniques->actions().at(1 + int(protocol::Technique::Polling))->trigger();
    const auto order = [&wanted] { return wanted.takeFirst().at(1).value<server::ModerationCommand>(); };
    const server::ModerationCommand set = order();
    QVERIFY(set.action == Action::SetTechnique && set.member == "m:anna" && set.technique == protocol::Technique::Polling);
    techniques->actions().first()->trigger();
    QVERIFY(!order().technique);
    for (QAction *action : menu->actions()) {
        if (action->text() == app::MembersView::tr("Rename …"))
            action->trigger();
    }
    auto *dialog = members.findChild<QInputDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"Anna"_s);
    dialog->setTextValue(u" Anna B. "_s);
    dialog->accept();
    const server::ModerationCommand renamed = order();
    QVERIFY(renamed.action == Action::Rename && renamed.member == "m:anna");
    QCOMPARE(renamed.name, u"Anna B."_s);
    menu->close();
}

QTEST_MAIN(TestMembersView)
#include "tst_membersview.moc"
