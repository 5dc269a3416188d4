// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>
#include <QList>
#include <QStringList>

namespace pushlab::app {

//! The members as a table that is updated in place: a row belongs to the same member while it stays, so that selection, sorting
//! and scrolling are preserved while figures change ten times a second.
class MembersTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MembersTableModel)

public:
    enum Column {
        NameColumn,
        TechniqueColumn,
        StateColumn,
        RequestsColumn,
        DeliveredColumn,
        BytesColumn,
        ConnectionsColumn,
        P95Column,
        RoundTripColumn,
        MissedColumn,
        ClockColumn,
        AddressColumn,
        RoomColumn,
        ColumnCount
    };
    static constexpr int SortRole = Qt::UserRole; //!< a value by which the column is sorted

    explicit MembersTableModel(QObject *parent = nullptr);

    void update(const QList<server::MemberSnapshot> &members);
    void retranslate();

    [[nodiscard]] const server::MemberSnapshot *member(int row) const; //!< nullptr when there is no such row

    void setBrief(bool isBrief); //!< a technique is shown by its sign alone

    //! The longest usual texts of \a column, for a constant width; empty for names.
    [[nodiscard]] QStringList longestTexts(int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeMissing(const QHash<QString, const server::MemberSnapshot *> &present);
    [[nodiscard]] QString stateText(server::MemberSnapshot::State state) const;
    [[nodiscard]] QVariant text(const server::MemberSnapshot &member, int column) const;
    [[nodiscard]] QString nameText(const server::MemberSnapshot &member) const;
    [[nodiscard]] static QVariant sortValue(const server::MemberSnapshot &member, int column);

    [[nodiscard]] QVariant toolTip(int column) const;
    [[nodiscard]] QIcon icon(protocol::Technique technique) const;

    QList<server::MemberSnapshot> m_members;
    bool m_isBrief = false;
    mutable QList<QIcon> m_icons; // indexed by Technique, for the palette below
    mutable qint64 m_iconPalette = 0;
};

} // namespace pushlab::app
