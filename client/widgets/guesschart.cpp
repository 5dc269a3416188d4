// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/guesschart.h"

#include "client/text/questiontext.h"
#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"

#include <QPainter>

#include <algorithm>

namespace pushlab::widgets {

using protocol::GuessBar;

namespace {

constexpr int wordRows = 3; // above the bars: one for each line that there may be
constexpr qreal outside = 0.35; // of a bar's width: how far beside the bars a value stands that nobody guessed

} // namespace

GuessChart::GuessChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
}

void GuessChart::setAsked(const std::optional<protocol::AskedQuestion> &asked)
{
    m_asked = asked;
    QString spoken;
    if (m_asked && m_asked->result) {
        for (const GuessBar &bar : m_asked->result->bars)
            spoken += tr("%1 to %2: %3; ").arg(text::guessText(bar.from, {}), text::guessText(bar.to, {}), countText(bar.count));
    }
    setAccessibleName(tr("Distribution of the guesses"));
    setAccessibleDescription(spoken);
    update();
}

QSize GuessChart::sizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 24, em * 12};
}

QSize GuessChart::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 12, em * 8};
}

QRectF GuessChart::plotArea() const
{
    const int em = fontMetrics().height();
    return QRectF(rect()).adjusted(em, em * (wordRows + 0.5), -em, -em * 1.5);
}

//! A value outside of the bars stands beside them.
qreal GuessChart::placeOf(double value) const
{
    const QList<GuessBar> &bars = m_asked->result->bars;
    const QRectF area = plotArea();
    const qreal step = area.width() / (qreal(bars.size()) + 2 * outside);
    const auto at = [&](qreal bar) { return area.left() + step * (outside + bar); };
    if (value < bars.first().from)
        return at(-outside);
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const GuessBar &bar = bars[i];
        if (value <= bar.to)
            return at(qreal(i) + (bar.to > bar.from ? (value - bar.from) / (bar.to - bar.from) : 0.5));
    }
    return at(qreal(bars.size()) + outside);
}

void GuessChart::drawBars(QPainter &painter) const
{
    const QList<GuessBar> &bars = m_asked->result->bars;
    const QRectF area = plotArea();
    const auto most = std::ranges::max_element(bars, {}, &GuessBar::count)->count;
    const qreal step = area.width() / (qreal(bars.size()) + 2 * outside);
    const int em = fontMetrics().height();
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const qreal height = most > 0 ? (area.height() - em) * qreal(bars[i].count) / qreal(most) : 0;
        const QRectF bar(area.left() + step * (outside + qreal(i)) + 1, area.bottom() - height, step - 2, height);
        painter.fillRect(bar, readableOn(palette().color(QPalette::Window), palette().color(QPalette::Highlight), 3));
        if (bars[i].count > 0) {
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawText(bar.adjusted(-step, -em, step, 0), Qt::AlignHCenter | Qt::AlignTop, countText(bars[i].count));
        }
    }
    painter.setPen(
        QPen(readableOn(palette().color(QPalette::Window), quietText(palette()), m_textContrast), std::max(1., em * 0.05)));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    const QRectF foot(area.left(), area.bottom(), area.width(), em * 1.4);
    const protocol::BilingualText &unit = m_asked->question.unit;
    if (bars.size() == 1) {
        painter.drawText(foot, Qt::AlignCenter, text::guessText(bars.first().from, unit));
        return;
    }
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, text::guessText(bars.first().from, unit));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, text::guessText(bars.last().to, unit));
}

QList<GuessChart::Truth> GuessChart::truths() const
{
    const protocol::QuestionResult &result = *m_asked->result;
    QList<Truth> list;
    if (result.own)
        list.append({*result.own, tr("Answer %1"), Qt::DashDotLine, 0});
    if (result.answer.theory)
        list.append({result.answer.theory->value, tr("Theory %1"), Qt::DashLine, 1});
    if (result.answer.measured)
        list.append({result.answer.measured->value, tr("Measured %1"), Qt::SolidLine, 2});
    return list;
}

//! From its words down to the axis.
void GuessChart::drawLine(QPainter &painter, const Truth &truth) const
{
    const int em = fontMetrics().height();
    const qreal x = placeOf(truth.value);
    painter.setPen(QPen(palette().color(QPalette::WindowText), std::max(2., em * 0.08), truth.style));
    painter.drawLine(QPointF(x, em * (truth.row + 1.25)), QPointF(x, plotArea().bottom()));
}

//! On a ground of their own, because the lines of words above them pass there.
void GuessChart::drawWords(QPainter &painter, const Truth &truth) const
{
    const int em = fontMetrics().height();
    const QString text = truth.word.arg(text::guessText(truth.value, m_asked->question.unit));
    const qreal width = fontMetrics().horizontalAdvance(text) + em / 4.;
    const qreal left = std::clamp(placeOf(truth.value) - width / 2, 0.0, std::max(0.0, qreal(this->width()) - width));
    const QRectF area(left, em * (truth.row + 0.25), width, em);
    painter.fillRect(area, palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(area, Qt::AlignCenter, text);
}

void GuessChart::paintEvent(QPaintEvent *)
{
    if (!m_asked || !m_asked->result || m_asked->result->bars.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBars(painter);
    const QList<Truth> lines = truths();
    for (const Truth &truth : lines)
        drawLine(painter, truth);
    for (const Truth &truth : lines)
        drawWords(painter, truth);
}

} // namespace pushlab::widgets
