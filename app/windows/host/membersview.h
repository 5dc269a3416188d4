// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/memberstablemodel.h"
#include "server/host.h"

#include <QList>
#include <QMap>
#include <QTableView>

#include <array>

class QMenu;
class QSortFilterProxyModel;

namespace pushlab::app {

//! The table of members: sortable, its columns kept from one start to the next. Where it is narrow, the columns that are
//! worth least stay away, unless a menu at the header says otherwise.
class MembersView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MembersView)

public:
    explicit MembersView(QWidget *parent = nullptr);

    //! \a room: the class's. The column of rooms is there while somebody is in another one.
    void setMembers(const QList<server::MemberSnapshot> &members, const QString &room = {});
    void saveColumns() const;

    //! The width at which every column shows all of its usual content and a name of some length.
    [[nodiscard]] int comfortableWidth() const;

Q_SIGNALS:
    //! \a room empty: all rooms.
    void moderationWanted(const QString &room, const pushlab::server::ModerationCommand &command);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    void showWhatFits();
    void offerColumns(const QPoint &where);
    void wantColumn(int column, bool isWanted);
    void restoreWanted();
    void addActions(QMenu &menu, const server::MemberSnapshot &member);
    void addPersonal(QMenu &menu, const server::MemberSnapshot &member);
    void askForName(const server::MemberSnapshot &member);
    [[nodiscard]] int fittedWidth(int column) const;

    std::array<int, MembersTableModel::ColumnCount> m_widths{}; // that fit
    QMap<int, bool> m_wanted; // columns shown or hidden by choice; the others as they fit
    bool m_isSpread = false; // over more rooms than the class's
    MembersTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace pushlab::app
