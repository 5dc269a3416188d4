// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>
#include <QPersistentModelIndex>
#include <QTimer>

class QPushButton;

namespace pushlab::widgets {

class MessageDelegate;

//! The list of messages. It follows new ones only while it is scrolled to the end; otherwise it keeps its position, and a button
//! shows how many have come. Limits how often it lays out, however many rows arrive.
class MessageView final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageView)

public:
    explicit MessageView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void doItemsLayout() override;

    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] int unseen() const { return m_unseen; } //!< messages that came since it stopped following
    void followAgain();
    void setWithdrawable(bool areWithdrawable) { m_areWithdrawable = areWithdrawable; } //!< the teacher may withdraw messages
    void setTraceable(bool areTraceable) { m_areTraceable = areTraceable; } //!< their bytes can be shown
    bool showMessage(qint64 seq); //!< selects it and scrolls to it; false: it is not there (any more)

Q_SIGNALS:
    void retryWanted(const QString &id); //!< of a message that was refused
    void withdrawalWanted(qint64 seq);
    void bytesWanted(qint64 seq); //!< of a message: how it passed the wire

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void noteScroll();
    void countNew(int first, int last);
    void layOutNow();
    void placeButton();
    void showUnseen();
    void copySelected() const;
    void retry(const QModelIndex &index);
    [[nodiscard]] bool isOnRetry(const QModelIndex &index, const QPoint &position) const;

    MessageDelegate *m_delegate;
    QPushButton *m_newButton;
    QTimer m_layoutPause; // while it runs, no layout is done
    bool m_layoutWanted = false;
    bool m_following = true;
    bool m_layingOut = false;
    bool m_areWithdrawable = false;
    bool m_areTraceable = false;
    int m_unseen = 0;
    QPersistentModelIndex m_anchor; // the topmost visible row while it does not follow
    int m_anchorTop = 0;
};

} // namespace pushlab::widgets
