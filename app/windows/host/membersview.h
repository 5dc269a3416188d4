// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/memberstablemodel.h"
#include "server/host.h"

#include <QList>
#include <QMap>
#include <QTableView>

#include <array>
#include <optional>

class QMenu;
class QSortFilterProxyModel;

namespace pushlab::app {

//! The table of members: sortable; its columns are stored between starts. When it is narrow, the least important columns are
//! hidden, unless the user has chosen otherwise in the menu of the header.
class MembersView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MembersView)

public:
    explicit MembersView(QWidget *parent = nullptr);

    //! \a room: the class's. The column of rooms is shown while a member is in another room.
    void setMembers(const QList<server::MemberSnapshot> &members, const QString &room = {});
    //! The member that has the spotlight, if any.
    void setSpotlight(const std::optional<server::SpotlightState> &spotlight);
    void saveColumns() const;

    //! The width at which every column shows its usual content, and names of some length.
    [[nodiscard]] int comfortableWidth() const;

    //! Shows names and the signs of techniques alone.
    void setBrief(bool isBrief);
    [[nodiscard]] int briefWidth() const; //!< the width for these

Q_SIGNALS:
    //! An empty \a room stands for all rooms.
    void moderationWanted(const QString &room, const pushlab::server::ModerationCommand &command);
    void bansWanted(); //!< the list of the banned

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitRows();
    void fitColumns();
    void showBrief();
    void showWhatFits();
    void offerColumns(const QPoint &where);
    void wantColumn(int column, bool isWanted);
    void restoreWanted();
    void addActions(QMenu &menu, const server::MemberSnapshot &member);
    void addPersonal(QMenu &menu, const server::MemberSnapshot &member);
    void addSpotlight(QMenu &menu, const server::MemberSnapshot &member);
    void askForName(const server::MemberSnapshot &member);
    [[nodiscard]] int fittedWidth(int column) const;

    std::array<int, MembersTableModel::ColumnCount> m_widths{}; // sufficient widths
    QMap<int, bool> m_wanted; // columns that the user has shown or hidden; others are shown when there is room
    bool m_isBrief = false;
    QByteArray m_usualColumns; // the header while it is brief
    QString m_spotlitRoom; // of the member in the spotlight
    QString m_spotlitKey;
    bool m_isSpread = false; // members are in several rooms
    MembersTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace pushlab::app
