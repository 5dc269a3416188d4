// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/stripchart.h"

#include "client/widgets/chartmark.h"
#include "client/widgets/contrast.h"
#include "client/widgets/relativetimeticker.h"
#include "client/widgets/techniquestyle.h"

#include <QMouseEvent>

#include <cmath>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

namespace {

constexpr double tailLength = 2; // s: how long a line goes on without a new value

//! The next of 1, 2, 5, 10, 20 … from \a value: an axis that seldom changes.
double roundUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

//! Writes values as everywhere else in the window.
class ValueTicker final : public QCPAxisTicker
{
public:
    explicit ValueTicker(StripChart::Text text) : m_text(std::move(text)) { setTickCount(2); }

protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override { return tick == 0 ? u"0"_s : m_text(tick, {}); }
    int getSubTickCount(double) override { return 0; }

private:
    StripChart::Text m_text;
};

} // namespace

StripChart::StripChart(Style style, Title title, Text text, QWidget *parent)
    : Chart(parent), m_style(style), m_titleText(std::move(title)), m_text(std::move(text)), m_marks(plot())
{
    QCustomPlot &plot = this->plot();
    plot.xAxis->setTicker(QSharedPointer<RelativeTimeTicker>::create());
    plot.yAxis->setTicker(QSharedPointer<ValueTicker>::create(m_text));
    plot.axisRect()->setAutoMargins(QCP::msBottom);
    // The same left margin always: strips stand below one another.
    plot.axisRect()->setMargins(QMargins(fontMetrics().height() * 4, fontMetrics().height() / 3, fontMetrics().height() * 3 / 2, 0));
    for (qsizetype i = 0; i < qsizetype(protocol::allTechniques.size()); ++i)
        m_graphs.append(plot.addGraph());
    m_crosshair = new QCPItemStraightLine(&plot);
    m_crosshair->setVisible(false);
    plot.installEventFilter(this);
    retranslate();
}

void StripChart::add(Technique technique, double now, double value, std::optional<double> doubt)
{
    const QCPGraph &graph = *m_graphs.at(qsizetype(technique));
    const QSharedPointer<QCPGraphDataContainer> points = graph.data();
    const bool isAfterGap = isGap(graph, now);
    points->removeBefore(now - double(longestWindow.count()) - tailLength);
    const int surplus = points->size() + (isAfterGap ? 2 : 1) - maxPoints;
    if (surplus > 0) // with all that are of the same moment
        points->removeBefore(std::nextafter((points->constBegin() + (surplus - 1))->key, now + 1));
    if (isAfterGap)
        points->add(QCPGraphData(now, qQNaN())); // breaks the line
    points->add(QCPGraphData(now, value));
    keepDoubt(technique, now, doubt);
    setNow(std::max(m_now, now));
}

//! As long as the graph keeps the point.
void StripChart::keepDoubt(Technique technique, double now, std::optional<double> doubt)
{
    std::map<double, double> &doubts = m_doubts.at(std::size_t(technique));
    doubts.erase(doubts.begin(), doubts.lower_bound(now - double(longestWindow.count()) - tailLength));
    if (!doubt)
        return;
    doubts[now] = std::max(doubts[now], *doubt); // of several at the same moment
    if (doubts.size() > std::size_t(maxPoints))
        doubts.erase(doubts.begin());
}

bool StripChart::isGap(const QCPGraph &graph, double now) const
{
    const auto points = graph.data();
    return m_style == Style::Joined && !points->isEmpty() && now - (points->constEnd() - 1)->key > double(longestJoin.count());
}

void StripChart::setNow(double now)
{
    m_now = now;
    if (!m_isPaused)
        refresh();
}

void StripChart::clear()
{
    for (QCPGraph *graph : std::as_const(m_graphs))
        graph->data()->clear();
    m_doubts = {};
    m_marks.set({});
    m_crosshairTime.reset();
    refresh();
}

void StripChart::setMarks(const QList<TimeMark> &marks)
{
    if (marks == m_marks.marks())
        return;
    m_marks.set(marks);
    refresh();
}

void StripChart::setWindow(std::chrono::seconds window)
{
    m_window = window;
    refresh();
}

void StripChart::setTimeShown(bool isShown)
{
    plot().xAxis->setTickLabels(isShown);
    refresh();
}

void StripChart::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    refresh();
}

void StripChart::setCrosshair(std::optional<double> time)
{
    if (m_crosshairTime == time)
        return;
    m_crosshairTime = time;
    refresh();
}

double StripChart::greatestIn(double from, double to) const
{
    double greatest = 0;
    for (const QCPGraph *graph : m_graphs) {
        const auto points = graph->data();
        for (auto point = points->findBegin(from, false); point != points->constEnd() && point->key <= to; ++point)
            greatest = std::max(greatest, point->value); // stays where that is no number
    }
    return greatest;
}

QString StripChart::textAt(double time) const
{
    QStringList texts{tr("%1 s ago").arg(QLocale().toString(qMax(0, qRound(m_shownNow - time))))};
    for (const Technique technique : protocol::allTechniques) {
        const auto points = m_graphs.at(qsizetype(technique))->data();
        auto point = points->findBegin(time, true);
        const double reach = m_style == Style::Joined ? double(longestJoin.count()) : 5;
        if (point == points->constEnd() || point->key > time || time - point->key > reach || qIsNaN(point->value))
            continue;
        const std::map<double, double> &doubts = m_doubts.at(std::size_t(technique));
        const auto doubt = doubts.find(point->key);
        texts += techniqueShortTitle(technique) + u' '
            + m_text(point->value, doubt == doubts.end() ? std::nullopt : std::optional(doubt->second));
    }
    return texts.join(u" · "_s);
}

void StripChart::updatePlot()
{
    if (!m_isPaused)
        m_shownNow = m_now;
    for (const Technique technique : protocol::allTechniques) {
        const double mark = m_style == Style::Lines ? 0 : m_style == Style::Dots ? 7 : 5;
        styleSeries(*m_graphs.at(qsizetype(technique)),
                    {readableOn(ground(), techniqueColour(technique), 3), traitsOf(technique).mark,
                     m_style == Style::Dots ? Qt::NoPen : techniqueLine(technique), 2, mark});
    }
    const double from = m_shownNow - double(m_window.count());
    const double greatest = greatestIn(from, m_shownNow);
    plot().xAxis->setRange(from, m_shownNow);
    plot().yAxis->setRange(0, greatest > 0 ? roundUp(greatest * 1.02) : 1);
    m_marks.place(from, m_shownNow, quietText(palette()), font());
    m_crosshair->setVisible(m_crosshairTime.has_value());
    if (m_crosshairTime) {
        m_crosshair->setPen(QPen(quietText(palette()), 1));
        m_crosshair->point1->setCoords(*m_crosshairTime, 0);
        m_crosshair->point2->setCoords(*m_crosshairTime, 1);
    }
    setRemark(m_crosshairTime ? textAt(*m_crosshairTime) : QString());
}

void StripChart::retranslate()
{
    setTitle(m_titleText());
}

bool StripChart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const double time = plot().xAxis->pixelToCoord(static_cast<QMouseEvent *>(event)->position().x());
        setCrosshair(plot().xAxis->range().contains(time) ? std::optional(time) : std::nullopt);
        Q_EMIT crosshairMoved(m_crosshairTime);
    } else if (event->type() == QEvent::Leave) {
        setCrosshair(std::nullopt);
        Q_EMIT crosshairMoved(m_crosshairTime);
    }
    return Chart::eventFilter(watched, event);
}

} // namespace pushlab::widgets
