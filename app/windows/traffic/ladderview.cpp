// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/ladderview.h"

#include "app/windows/traffic/traffictext.h"
#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"
#include "client/widgets/shownname.h"
#include "client/widgets/techniquestyle.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds frameTime = 40ms;
constexpr int slowness = 10;
constexpr int reach = 4; // pixels around the mouse

qint64 systemClock()
{
    return QDateTime::currentMSecsSinceEpoch() * 1000;
}

} // namespace

LadderView::LadderView(QWidget *parent, Clock clock) : QWidget(parent), m_clock(clock ? std::move(clock) : Clock(systemClock))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Ladder"));
    m_frames.setTimerType(Qt::PreciseTimer);
    m_frames.setInterval(frameTime);
    m_frames.callOnTimeout(this, &LadderView::tick);
    m_ticked = m_clock();
    m_now = m_ticked - std::chrono::microseconds(lag).count();
}

void LadderView::append(const wire::TrafficExcerpt &excerpt)
{
    const qsizetype before = m_data.members().size();
    m_tiles.forgetFrom(m_data.append(excerpt));
    if (m_data.members().size() != before)
        Q_EMIT membersChanged();
    update();
}

void LadderView::clear()
{
    m_data.clear();
    m_tiles.forget();
    m_chosen.reset();
    Q_EMIT membersChanged();
    update();
}

void LadderView::tick()
{
    const qint64 clock = m_clock();
    const qint64 passed = clock - std::exchange(m_ticked, clock);
    if (m_pace == Pace::Live)
        m_now = clock - std::chrono::microseconds(lag).count();
    else if (m_pace == Pace::Slow)
        m_now = std::max(m_now + passed / slowness, m_data.oldest());
    if (m_pace != Pace::Frozen)
        update();
}

void LadderView::setPace(Pace pace)
{
    tick();
    if (std::exchange(m_pace, pace) == pace)
        return;
    if (pace != Pace::Frozen)
        m_isDetailed = pace == Pace::Slow;
    tick();
    update();
    Q_EMIT paceChanged();
}

void LadderView::setSpan(std::chrono::seconds span)
{
    m_span = span;
    update();
}

void LadderView::step(int direction)
{
    setPace(Pace::Frozen);
    const auto &items = m_data.items();
    const qsizetype next = direction > 0 ? m_data.firstFrom(m_now + 1) : m_data.firstFrom(m_now) - 1;
    if (next >= 0 && next < items.size())
        m_now = items.at(next).moment;
    setAccessibleDescription(currentText());
    update();
    Q_EMIT currentChanged();
}

void LadderView::setChosen(const std::optional<QList<int>> &members)
{
    m_chosen = members;
    if (m_chosen && m_chosen->size() > mostLanes)
        m_chosen->resize(mostLanes);
    update();
}

QList<int> LadderView::shownMembers() const
{
    QList<int> members = m_chosen.value_or(QList<int>());
    for (int i = 0; !m_chosen && i < int(std::min<qsizetype>(m_data.members().size(), mostLanes)); ++i)
        members.append(i);
    return members;
}

int LadderView::headHeight() const
{
    return fontMetrics().height() * 2;
}

QRect LadderView::plot() const
{
    return rect().adjusted(0, headHeight(), 0, 0);
}

qint64 LadderView::perPixel() const
{
    const qint64 span = std::chrono::microseconds(m_span).count() / (m_isDetailed ? slowness : 1);
    return std::max<qint64>(1, span / std::max(1, plot().height()));
}

void LadderView::restyle()
{
    const int times = fontMetrics().horizontalAdvance(u"00:00:00 "_s);
    m_lanes = ladderLanes(shownMembers(), m_data.members().size(), times, width());
    m_tiles.setStyle({m_lanes, palette(), font(), width(), perPixel(), devicePixelRatioF()});
}

void LadderView::paintEvent(QPaintEvent *)
{
    restyle();
    QPainter painter(this);
    m_tiles.paint(painter, plot(), m_now, m_data);
    paintHead(painter);
    if (m_pace == Pace::Frozen)
        paintStep(painter);
    if (m_data.items().isEmpty()) {
        painter.setPen(widgets::quietText(palette()));
        painter.drawText(plot(), Qt::AlignCenter | Qt::TextWordWrap, tr("Nobody has sent or received anything yet"));
    }
}

//! Who stands where.
void LadderView::paintHead(QPainter &painter) const
{
    const int em = fontMetrics().height();
    painter.fillRect(QRect(0, 0, width(), headHeight()), palette().color(QPalette::Window));
    const QList<int> shown = m_lanes.shown;
    const int laneWidth = m_lanes.laneWidth - em / 3;
    const auto place = [&](int x) { return QRect(x - laneWidth / 2, 0, laneWidth, headHeight()); };
    for (int lane = 0; lane < int(m_lanes.at.size()); ++lane) {
        const QRect area = place(m_lanes.at.at(lane));
        painter.setPen(palette().color(QPalette::WindowText));
        if (lane >= int(shown.size())) {
            const auto others = int(m_data.members().size() - shown.size());
            painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, tr("%n other(s)", nullptr, others));
            continue;
        }
        const LadderData::Member &member = m_data.members().at(shown.at(lane));
        const QString name = fontMetrics().elidedText(widgets::shownName(member.name), Qt::ElideRight, laneWidth);
        painter.drawText(area.adjusted(0, 0, 0, -em), Qt::AlignCenter, name);
        if (member.technique)
            widgets::paintTechniqueMark(painter, QRectF(area.center().x() - em * 0.35, em * 1.1, em * 0.7, em * 0.7),
                                        *member.technique, palette().color(QPalette::Window));
    }
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(place(m_lanes.host), Qt::AlignCenter, tr("Host"));
    painter.setFont(font());
}

//! Where a step has come to.
void LadderView::paintStep(QPainter &painter) const
{
    const qsizetype index = m_data.firstFrom(m_now + 1) - 1;
    if (index < 0)
        return;
    const int line = y(m_data.items().at(index).moment);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawLine(0, std::min(line, height() - 1), width(), std::min(line, height() - 1));
}

int LadderView::y(qint64 moment) const
{
    return m_tiles.y(moment, plot(), m_now);
}

int LadderView::laneX(int member) const
{
    return m_lanes.at.value(m_lanes.laneOf.value(member));
}

bool LadderView::isOnArrow(const LadderData::Item &item, const QPoint &position) const
{
    const int member = laneX(item.member);
    return std::abs(y(item.moment) - position.y()) <= reach && position.x() >= std::min(member, m_lanes.host) - reach
        && position.x() <= std::max(member, m_lanes.host) + reach;
}

QString LadderView::holdText(const LadderData::Hold &hold) const
{
    const qint64 end = std::min(hold.to, m_now);
    const QString time = widgets::delayText(double(end - hold.from) / 1000);
    return hold.to > m_now ? tr("Held for %1 so far, since %2").arg(time, recordTime(hold.from))
                           : tr("Held for %1, from %2 to %3").arg(time, recordTime(hold.from), recordTime(hold.to));
}

//! Of several arrows, that whose lane is the nearest.
QString LadderView::textAt(const QPoint &position) const
{
    if (!plot().contains(position))
        return {};
    const qint64 moment = m_now - qint64(plot().bottom() - position.y()) * perPixel();
    const LadderData::Item *nearest = nullptr;
    const auto distance = [&](const LadderData::Item &item) { return std::abs(laneX(item.member) - position.x()); };
    for (qsizetype i = m_data.firstFrom(moment - 2 * reach * perPixel()); i < m_data.items().size(); ++i) {
        const LadderData::Item &item = m_data.items().at(i);
        if (item.moment > std::min(m_now, moment + 2 * reach * perPixel()))
            break;
        if (isOnArrow(item, position) && (!nearest || distance(item) < distance(*nearest)))
            nearest = &item;
    }
    if (nearest)
        return recordSentence(nearest->record);
    for (auto hold = m_data.holds().crbegin(); hold != m_data.holds().crend(); ++hold) {
        if (hold->from <= moment && hold->to >= moment && std::abs(laneX(hold->member) - position.x()) <= reach)
            return holdText(*hold);
    }
    return {};
}

QString LadderView::currentText() const
{
    const qsizetype index = m_data.firstFrom(m_now + 1) - 1;
    return index < 0 ? QString() : recordSentence(m_data.items().at(index).record);
}

bool LadderView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *const help = static_cast<QHelpEvent *>(event);
    const QString text = textAt(help->pos());
    QToolTip::showText(help->globalPos(), text.isEmpty() ? QString() : widgets::plainToolTip(text), this);
    return true;
}

void LadderView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        return setPace(m_pace == Pace::Frozen ? Pace::Live : Pace::Frozen);
    case Qt::Key_Up:
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Down:
    case Qt::Key_Right:
        return step(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void LadderView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    m_frames.start();
}

void LadderView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_frames.stop();
}

void LadderView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Ladder"));
    update();
}

QSize LadderView::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 20, em * 10};
}

} // namespace pushlab::app
