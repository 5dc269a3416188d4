// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

class QAbstractItemModel;

namespace pushlab::app {

class TrafficModel;
class WaterfallDelegate;

//! The list of recorded traffic. While it follows, the newest row is in sight; otherwise the rows in sight stay, also while the oldest
//! ones are removed.
class TrafficList final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrafficList)

public:
    //! Shows \a rows, which are \a model or a proxy over it. Borrows both.
    TrafficList(const TrafficModel &model, QAbstractItemModel &rows, QWidget *parent = nullptr);

    void setFollowing(bool isFollowing);
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    void saveColumns() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void followingChanged(bool isFollowing); //!< also by scrolling away from the end, or to it
    void messageWanted(const QModelIndex &row); //!< the row's message is to be shown in the chat

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void noteScroll();
    void fitColumns();
    void showWhatFits();
    [[nodiscard]] int fittedWidth(int column) const;
    void setWaterfall();
    [[nodiscard]] int modelRow(int row) const;

    const TrafficModel &m_model;
    WaterfallDelegate *m_waterfall;
    bool m_isFollowing = true;
    bool m_isMoving = false; // the rows, by themselves
};

} // namespace pushlab::app
