// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/hostsnapshot.h"

#include <QList>
#include <QTableView>

class QSortFilterProxyModel;

namespace pushlab::app {

class MembersTableModel;

//! The table of members: sortable, its columns kept from one start to the next.
class MembersView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MembersView)

public:
    explicit MembersView(QWidget *parent = nullptr);

    void setMembers(const QList<server::MemberSnapshot> &members);
    void saveColumns() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restoreColumns();

    MembersTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace pushlab::app
