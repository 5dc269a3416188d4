// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/trafficlist.h"

#include "app/windows/traffic/trafficmodel.h"
#include "app/windows/traffic/waterfalldelegate.h"
#include "client/widgets/contrast.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>
#include <QStyle>

#include <algorithm>
#include <limits>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString trafficColumnsKey = u"host/traffic-columns-%1"_s.arg(int(TrafficModel::ColumnCount));
constexpr int leastRows = 4;
constexpr int leastWaterfall = 10; // characters
constexpr int leastKind = 12;

} // namespace

TrafficList::TrafficList(const TrafficModel &model, QAbstractItemModel &rows, QWidget *parent)
    : QTableView(parent), m_model(model), m_waterfall(new WaterfallDelegate(model, this))
{
    setModel(&rows);
    setItemDelegateForColumn(TrafficModel::WaterfallColumn, m_waterfall);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    fitColumns();
    horizontalHeader()->restoreState(QSettings().value(trafficColumnsKey).toByteArray());
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TrafficList::noteScroll);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_isFollowing)
            scrollToBottom();
    });
    setAccessibleName(tr("Recorded traffic"));
}

void TrafficList::setFollowing(bool isFollowing)
{
    if (isFollowing)
        scrollToBottom();
    if (std::exchange(m_isFollowing, isFollowing) != isFollowing)
        Q_EMIT followingChanged(isFollowing);
}

//! Who scrolls up wants to read; who comes back to the end wants to follow.
void TrafficList::noteScroll()
{
    viewport()->update(); // the waterfall's time is that of the rows in sight
    if (!m_isMoving)
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
}

void TrafficList::rowsInserted(const QModelIndex &parent, int first, int last)
{
    m_isMoving = true;
    QTableView::rowsInserted(parent, first, last);
    if (m_isFollowing)
        scrollToBottom();
    m_isMoving = false;
}

void TrafficList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    m_isMoving = true;
    if (currentIndex().row() >= first && currentIndex().row() <= last)
        setCurrentIndex({}); // Qt would choose the next row, and the next
    QTableView::rowsAboutToBeRemoved(parent, first, last);
    if (!m_isFollowing && first == 0) {
        const int top = rowAt(0);
        verticalScrollBar()->setValue(std::max(0, top - (last - first + 1)));
    }
    m_isMoving = false;
}

int TrafficList::modelRow(int row) const
{
    return m_model.rowOf(model()->index(row, 0).data(TrafficModel::NumberRole).toULongLong());
}

void TrafficList::setWaterfall()
{
    const int top = rowAt(0);
    if (top < 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    qint64 from = std::numeric_limits<qint64>::max();
    qint64 to = 0;
    for (int row = top; row <= (last < 0 ? model()->rowCount() - 1 : last); ++row) {
        if (const int source = modelRow(row); source >= 0) {
            const TrafficSpan span = m_model.span(source);
            from = std::min(from, span.from);
            to = std::max(to, span.to);
        }
    }
    m_waterfall->setRange(from, to);
}

void TrafficList::paintEvent(QPaintEvent *event)
{
    setWaterfall();
    QTableView::paintEvent(event);
    if (model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(widgets::quietText(palette()));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     m_model.rowCount() > 0 ? tr("No row is like that") : tr("Nothing has been recorded yet"));
}

void TrafficList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const int row = modelRow(index.row());
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *const show = menu->addAction(tr("Show message"));
    show->setEnabled(row >= 0 && m_model.record(row).firstMessage > 0);
    connect(show, &QAction::triggered, this, [this, wanted = QPersistentModelIndex(index)] { Q_EMIT messageWanted(wanted); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

int TrafficList::fittedWidth(int column) const
{
    const int margin = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1);
    int width = 0;
    for (const QString &text : m_model.longestTexts(column))
        width = std::max(width, fontMetrics().horizontalAdvance(text) + margin);
    if (column == TrafficModel::TechniqueColumn)
        width += style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + margin;
    return std::max(width + margin, horizontalHeader()->sectionSizeHint(column));
}

void TrafficList::fitColumns()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    for (int column = 0; column < TrafficModel::WaterfallColumn; ++column)
        setColumnWidth(column, fittedWidth(column));
    showWhatFits();
}

//! What a request asks for takes the room that is left, up to half of it.
void TrafficList::showWhatFits()
{
    const int letter = fontMetrics().averageCharWidth();
    int left = viewport()->width() - letter * leastWaterfall;
    for (int column = 0; column < TrafficModel::WaterfallColumn; ++column) {
        if (column != TrafficModel::KindColumn)
            left -= columnWidth(column);
    }
    setColumnWidth(TrafficModel::KindColumn, std::clamp(left * 2 / 3, letter * leastKind, letter * 48));
}

void TrafficList::saveColumns() const
{
    QSettings().setValue(trafficColumnsKey, horizontalHeader()->saveState());
}

QSize TrafficList::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 10, horizontalHeader()->sizeHint().height() + leastRows * em * 3 / 2};
}

void TrafficList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Recorded traffic"));
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        fitColumns();
}

void TrafficList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    showWhatFits();
}

} // namespace pushlab::app
