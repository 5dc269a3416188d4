// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/memberstablemodel.h"

#include "app/windows/host/figurehistory.h"
#include "app/windows/host/virtualmembers.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace pushlab;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using app::MembersTableModel;
using server::MemberSnapshot;

namespace {

MemberSnapshot member(const QString &key, qint64 requests = 0)
{
    MemberSnapshot snapshot;
    snapshot.room = u"lobby"_s;
    snapshot.key = key;
    snapshot.name = key;
    snapshot.address = u"127.0.0.1"_s;
    snapshot.requests = requests;
    return snapshot;
}

QStringList names(const MembersTableModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, MembersTableModel::NameColumn).data().toString();
    return list;
}

} // namespace

class TestMembersTableModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsStayWithTheirMembers();
    void onlyWhatChangedIsAnnounced();
    void neverReset();
    void virtualClientsAreOneLine();
    void sameKeyInTwoRooms();
    void sortsByValue();
    void tellsTheBytes();
    void showsReportedDelays();
    void doubledMemberDoesNoHarm();
    void namesAreShownSafely();
    void tellsWhoIsMuted();
};

void TestMembersTableModel::rowsStayWithTheirMembers()
{
    MembersTableModel model;
    QAbstractItemModelTester tester(&model);
    model.update({member(u"a"_s), member(u"b"_s), member(u"c"_s)});
    const QPersistentModelIndex c = model.index(2, 0);
    model.update({member(u"d"_s), member(u"c"_s), member(u"a"_s), member(u"e"_s)});
    QCOMPARE(names(model), QStringList({u"a"_s, u"c"_s, u"d"_s, u"e"_s}));
    QCOMPARE(c.row(), 1);
    model.update({member(u"e"_s)});
    QCOMPARE(names(model), QStringList({u"e"_s}));
    QVERIFY(!c.isValid());
    model.update({});
    QCOMPARE(model.rowCount(), 0);
}

void TestMembersTableModel::onlyWhatChangedIsAnnounced()
{
    MembersTableModel model;
    model.update({member(u"a"_s), member(u"b"_s)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.update({member(u"a"_s), member(u"b"_s)});
    QCOMPARE(changed.count(), 0);
    model.update({member(u"a"_s), member(u"b"_s, 5)});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(model.index(1, MembersTableModel::RequestsColumn).data().toString(), u"5"_s);
    MemberSnapshot ordered = member(u"a"_s); // what the teacher sets is ticked in the member's menu, though no column shows it
    ordered.ordered = protocol::Technique::Sse;
    model.update({ordered, member(u"b"_s, 5)});
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.last().first().toModelIndex().row(), 0);
}

void TestMembersTableModel::neverReset()
{
    MembersTableModel model;
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 10; ++i)
        model.update({member(QString::number(i)), member(u"x"_s, i)});
    QCOMPARE(reset.count(), 0);
}

void TestMembersTableModel::sameKeyInTwoRooms()
{
    MembersTableModel model;
    MemberSnapshot elsewhere = member(u"a"_s);
    elsewhere.room = u"other"_s;
    model.update({member(u"a"_s), elsewhere});
    QCOMPARE(model.rowCount(), 2);
}

void TestMembersTableModel::sortsByValue()
{
    MembersTableModel model;
    MemberSnapshot low = member(u"a"_s, 9);
    low.address = u"192.168.1.9"_s;
    MemberSnapshot high = member(u"b"_s, 1000);
    high.address = u"192.168.1.10"_s;
    model.update({low, high});
    const auto value = [&model](int row, int column) { return model.index(row, column).data(MembersTableModel::SortRole); };
    QVERIFY(value(0, MembersTableModel::RequestsColumn).toLongLong() < value(1, MembersTableModel::RequestsColumn).toLongLong());
    QVERIFY(value(0, MembersTableModel::AddressColumn).toString() < value(1, MembersTableModel::AddressColumn).toString());
}

void TestMembersTableModel::tellsTheBytes()
{
    QLocale::setDefault(QLocale::c());
    MemberSnapshot mia = member(u"mia"_s);
    MembersTableModel model;
    model.update({mia});
    QCOMPARE(model.index(0, MembersTableModel::BytesColumn).data().toString(), u"0.0"_s);
    mia.usage[2].up = {100, 20, 300};
    mia.usage[2].down = {1000, 30, 400};
    mia.usage[2].tcpIp = {4, 5, 208, 260};
    mia.connections = 2;
    mia.bytes = 1850;
    model.update({mia});
    QCOMPARE(model.index(0, MembersTableModel::BytesColumn).data().toString(), u"1.9"_s);
    QCOMPARE(model.index(0, MembersTableModel::BytesColumn).data(MembersTableModel::SortRole).toLongLong(), 1850);
    QCOMPARE(model.index(0, MembersTableModel::ConnectionsColumn).data().toString(), u"2"_s);
    const QString hint = model.index(0, MembersTableModel::BytesColumn).data(Qt::ToolTipRole).toString();
    for (const QString &part : {u"420 B up, 1.4 KB down"_s, u"Payload: 1.1 KB"_s, u"HTTP or frame header: 50 B"_s,
                                u"Handshake: 700 B"_s, u"(estimate): 468 B"_s}) {
        QVERIFY2(hint.contains(part), qPrintable(hint));
    }
}

void TestMembersTableModel::showsReportedDelays()
{
    MembersTableModel model;
    MemberSnapshot silent = member(u"a"_s);
    MemberSnapshot reporting = member(u"b"_s);
    model.update({silent, reporting});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    reporting.delays = {12.4, 3.2, 0.4, 7, 0};
    model.update({silent, reporting});
    QCOMPARE(changed.count(), 1);
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, MembersTableModel::P95Column), u"–"_s);
    QCOMPARE(text(1, MembersTableModel::P95Column), u"12 ms"_s);
    QCOMPARE(text(1, MembersTableModel::RoundTripColumn), u"3.2 ms"_s);
    QCOMPARE(text(1, MembersTableModel::ClockColumn), u"0.4 ms"_s);
    QCOMPARE(text(1, MembersTableModel::MissedColumn), u"7"_s);
    reporting.delays = {0.04, 36, 18, 7, 0};
    model.update({silent, reporting});
    QCOMPARE(text(1, MembersTableModel::P95Column), u"0 ± 18 ms"_s); // no better than its clock
    QCOMPARE(text(1, MembersTableModel::RoundTripColumn), u"36 ms"_s); // by one clock
}

void TestMembersTableModel::doubledMemberDoesNoHarm()
{
    MembersTableModel model;
    QAbstractItemModelTester tester(&model);
    model.update({member(u"a"_s), member(u"a"_s)});
    model.update({member(u"a"_s), member(u"a"_s), member(u"b"_s)});
    QCOMPARE(names(model), QStringList({u"a"_s, u"b"_s}));
}

void TestMembersTableModel::namesAreShownSafely()
{
    const QString evil = u"<img src=\"file:///x\">\u202eEve"_s;
    MembersTableModel model;
    MemberSnapshot unseen = member(u"b"_s);
    unseen.name = u"\u200b\u2066"_s;
    model.update({member(evil), unseen});
    QCOMPARE(names(model), QStringList({u"<img src=\"file:///x\">Eve"_s, u"U+200B U+2066"_s}));
    QTextDocument tip;
    tip.setHtml(model.index(0, MembersTableModel::NameColumn).data(Qt::ToolTipRole).toString());
    QVERIFY2(tip.toPlainText().startsWith(u"<img src=\"file:///x\">Eve\n"_s), qPrintable(tip.toPlainText()));
}

void TestMembersTableModel::tellsWhoIsMuted()
{
    MembersTableModel model;
    MemberSnapshot anna = member(u"anna"_s);
    model.update({anna, member(u"bob"_s)});
    anna.isMuted = true;
    model.update({anna, member(u"bob"_s)});
    QCOMPARE(names(model), QStringList({u"anna"_s, u"bob"_s})); // the name is first in its cell, however narrow
    const QModelIndex cell = model.index(0, MembersTableModel::NameColumn);
    QVERIFY(!cell.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(!model.index(1, MembersTableModel::NameColumn).data(Qt::DecorationRole).isValid());
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), u"(muted) anna"_s);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"(muted) anna"_s));
    anna.isMuted = false;
    model.update({anna, member(u"bob"_s)});
    QCOMPARE(names(model), QStringList({u"anna"_s, u"bob"_s}));
}

void TestMembersTableModel::virtualClientsAreOneLine()
{
    server::HostSnapshot snapshot;
    snapshot.now = 1000;
    snapshot.members = {member(u"anna"_s)};
    snapshot.memberCount = 1;
    app::FigureHistory history;
    history.add(snapshot);
    QCOMPARE(history.members(10s).size(), 1);
    snapshot.virtualCount = 30;
    snapshot.virtualClients.requests = 60;
    snapshot.techniques[0].members = 1;
    snapshot.techniques[0].virtualClients = 30;
    for (int second = 2; second <= 4; ++second) {
        snapshot.now = 1000 * second;
        snapshot.virtualClients.requests += 30;
        history.add(snapshot);
    }
    const QList<MemberSnapshot> lines = app::withVirtualNamed(history.members(1s), snapshot.virtualCount, u"lobby"_s);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().name, snapshot.members.first().name);
    QVERIFY(lines.last().name.contains(u"30"_s));
    QCOMPARE(lines.last().requests, 30); // of the last second
    QCOMPARE(lines.last().room, u"lobby"_s);
    QVERIFY(lines.last().key.isEmpty()); // nobody to be sent out
    const app::TechniqueFigures figures = history.figures(1s)->techniques[0];
    QCOMPARE(figures.members, 1); // is what a card says
    QCOMPARE(figures.virtualClients, 30);
    QCOMPARE(figures.memberMinutes, 31. / 60); // by which requests are divided that all of them make
}

QTEST_MAIN(TestMembersTableModel)
#include "tst_memberstablemodel.moc"
