// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/messageview.h"

#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"
#include "client/widgets/messagedelegate.h"
#include "client/widgets/messagemodel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pushlab::widgets {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds minLayoutPause = 40ms;

bool isFailed(const QModelIndex &index)
{
    return index.isValid() && index.data(MessageModel::StateRole).toInt() == int(MessageRow::State::Failed);
}

} // namespace

MessageView::MessageView(QWidget *parent)
    : QListView(parent), m_delegate(new MessageDelegate(this)), m_newButton(new QPushButton(this))
{
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a scroll bar that comes and goes would change the heights of all rows
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    m_newButton->hide();
    m_newButton->setCursor(Qt::PointingHandCursor);
    m_layoutPause.setSingleShot(true);
    connect(&m_layoutPause, &QTimer::timeout, this, &MessageView::layOutNow);
    connect(m_newButton, &QPushButton::clicked, this, &MessageView::followAgain);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageView::noteScroll);
    setAccessibleName(tr("Messages"));
}

void MessageView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    followAgain();
}

void MessageView::followAgain()
{
    m_following = true;
    m_unseen = 0;
    showUnseen();
    scrollToBottom();
}

void MessageView::noteScroll()
{
    if (m_layingOut)
        return;
    const QScrollBar *bar = verticalScrollBar();
    m_following = bar->value() >= bar->maximum() - fontMetrics().height() / 2;
    if (m_following) {
        m_unseen = 0;
        showUnseen();
        return;
    }
    m_anchor = indexAt(QPoint(1, 0));
    m_anchorTop = visualRect(m_anchor).top();
}

void MessageView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    if (!m_following)
        countNew(first, last);
    if (m_layoutPause.isActive()) {
        m_layoutWanted = true;
        QAbstractItemView::rowsInserted(parent, first, last);
        return;
    }
    QListView::rowsInserted(parent, first, last);
    m_layoutPause.start(minLayoutPause);
}

void MessageView::countNew(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        if (!model()->index(row, 0).data(MessageModel::OwnRole).toBool())
            ++m_unseen;
    }
    showUnseen();
}

void MessageView::layOutNow()
{
    if (!std::exchange(m_layoutWanted, false))
        return;
    scheduleDelayedItemsLayout();
    m_layoutPause.start(minLayoutPause);
}

void MessageView::doItemsLayout()
{
    QElapsedTimer clock;
    clock.start();
    m_layingOut = true;
    QListView::doItemsLayout();
    if (m_following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else if (m_anchor.isValid()) {
        const int moved = visualRect(m_anchor).top() - m_anchorTop;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
    m_layingOut = false;
    // A long list may use a fifth of the time at most.
    const auto spent = std::chrono::milliseconds(clock.elapsed());
    if (m_layoutPause.isActive() && spent * 5 > minLayoutPause)
        m_layoutPause.start(spent * 5);
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    placeButton();
}

void MessageView::placeButton()
{
    m_newButton->adjustSize();
    const int gap = fontMetrics().height() / 2;
    const QRect area = viewport()->geometry();
    m_newButton->move(area.center().x() - m_newButton->width() / 2, area.bottom() - m_newButton->height() - gap);
}

void MessageView::showUnseen()
{
    //: How many messages came below what is in sight; a click goes there
    m_newButton->setText(tr("%1 new ↓").arg(countText(m_unseen)));
    m_newButton->setVisible(m_unseen > 0);
    placeButton();
}

void MessageView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(quietText(palette()));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("No messages yet"));
}

void MessageView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange && event->type() != QEvent::FontChange)
        return;
    setAccessibleName(tr("Messages"));
    m_delegate->forgetHeights();
    scheduleDelayedItemsLayout();
    showUnseen();
}

// Makes the last visible row current, from which keys continue; QAbstractItemView would jump to the first row.
void MessageView::focusInEvent(QFocusEvent *event)
{
    if (model() && model()->rowCount() > 0 && !currentIndex().isValid()) {
        const QModelIndex lowest = indexAt(viewport()->rect().bottomLeft() + QPoint(1, 0));
        const QModelIndex start = lowest.isValid() ? lowest : model()->index(model()->rowCount() - 1, 0);
        const bool scrolls = hasAutoScroll();
        setAutoScroll(false);
        selectionModel()->setCurrentIndex(start, QItemSelectionModel::NoUpdate);
        setAutoScroll(scrolls);
    }
    QListView::focusInEvent(event);
}

void MessageView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
        event->accept();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isFailed(currentIndex())) {
        retry(currentIndex());
        event->accept();
    } else {
        QListView::keyPressEvent(event);
    }
}

bool MessageView::isOnRetry(const QModelIndex &index, const QPoint &position) const
{
    if (!isFailed(index))
        return false;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return m_delegate->retryRect(option).contains(position);
}

void MessageView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (event->button() == Qt::LeftButton && isOnRetry(index, position))
        retry(index);
}

void MessageView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QPoint position = event->position().toPoint();
    if (isOnRetry(indexAt(position), position))
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    const QPersistentModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &MessageView::copySelected);
    if (isFailed(index))
        menu->addAction(tr("Retry"), this, [this, index] { retry(index); });
    if (const qint64 seq = index.data(MessageModel::SeqRole).toLongLong(); m_areWithdrawable && seq > 0)
        menu->addAction(tr("Withdraw …"), this, [this, seq] { Q_EMIT withdrawalWanted(seq); });
    if (const qint64 seq = index.data(MessageModel::SeqRole).toLongLong(); m_areTraceable && seq > 0)
        menu->addAction(tr("Show on the wire"), this, [this, seq] { Q_EMIT bytesWanted(seq); });
    menu->popup(event->globalPos());
}

bool MessageView::showMessage(qint64 seq)
{
    for (int row = model() ? model()->rowCount() - 1 : -1; row >= 0; --row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(MessageModel::SeqRole).toLongLong() != seq)
            continue;
        setCurrentIndex(index);
        scrollTo(index, PositionAtCenter);
        return true;
    }
    return false;
}

void MessageView::retry(const QModelIndex &index)
{
    if (isFailed(index))
        Q_EMIT retryWanted(index.data(MessageModel::IdRole).toString());
}

void MessageView::copySelected() const
{
    QModelIndexList selected = selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex &index : selected)
        lines << index.data(MessageModel::TextRole).toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace pushlab::widgets
