// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/stripchart.h"

#include "client/widgets/chartmark.h"
#include "client/widgets/contrast.h"
#include "client/widgets/relativetimeticker.h"
#include "client/widgets/techniquestyle.h"
#include "client/widgets/valueticker.h"

#include <QMouseEvent>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;

namespace {

constexpr int mostSteps = 10; // labels of a linear axis, however high: more are no help
constexpr double tailLength = 2; // s: for how long a line continues without a new value

//! Of \a points, whose keys ascend, the mean over what came in the last \a length at each of them.
QVector<QCPGraphData> meansOver(double length, const QCPGraphDataContainer &points, double from)
{
    QVector<QCPGraphData> means;
    auto oldest = points.findBegin(from - length, false);
    double sum = 0;
    qsizetype count = 0;
    for (auto point = oldest; point != points.constEnd(); ++point) {
        sum += point->value;
        for (++count; oldest->key <= point->key - length; ++oldest, --count)
            sum -= oldest->value;
        means.append(QCPGraphData(point->key, std::max(0.0, sum) / double(count)));
    }
    return means;
}

} // namespace

StripChart::StripChart(Style style, Title title, Text text, QWidget *parent, Scale scale)
    : Chart(parent)
    , m_style(style)
    , m_titleText(std::move(title))
    , m_text(std::move(text))
    , m_scale(scale)
    , m_ticker(QSharedPointer<ValueTicker>::create([this](double value) { return m_text(value, {}); }, scale == Scale::Logarithmic))
    , m_marks(plot())
{
    QCustomPlot &plot = this->plot();
    plot.xAxis->setTicker(QSharedPointer<RelativeTimeTicker>::create());
    plot.yAxis->setTicker(m_ticker);
    plot.yAxis->setScaleType(scale == Scale::Logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    plot.axisRect()->setAutoMargins(QCP::msBottom);
    placeMargins();
    for (qsizetype i = 0; i < qsizetype(protocol::allTechniques.size()); ++i) {
        m_graphs.append(plot.addGraph());
        m_graphs.constLast()->setVisible(false);
    }
    for (qsizetype i = 0; i < qsizetype(protocol::allTechniques.size()); ++i)
        m_drawn.append(plot.addGraph());
    m_crosshair = new QCPItemStraightLine(&plot);
    m_crosshair->setVisible(false);
    plot.installEventFilter(this);
    retranslate();
}

//! The same left margin always: strips stand below one another. Above, half of the uppermost label.
void StripChart::placeMargins()
{
    const int em = fontMetrics().height();
    plot().axisRect()->setMargins(QMargins(em * 4, em * 2 / 3, em * 3 / 2, 0));
    plot().xAxis->setTickLabelPadding(em / 2); // below the lower half of the undermost label beside the axis
}

void StripChart::changeEvent(QEvent *event)
{
    Chart::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeMargins();
}

void StripChart::add(Technique technique, double now, double value, std::optional<double> doubt)
{
    const QCPGraph &graph = *m_graphs.at(qsizetype(technique));
    const QSharedPointer<QCPGraphDataContainer> points = graph.data();
    const bool isAfterGap = isGap(graph, now);
    points->removeBefore(now - double(longestWindow.count()) - tailLength);
    const int surplus = points->size() + (isAfterGap ? 2 : 1) - maxPoints;
    if (surplus > 0) // including all points of the same moment
        points->removeBefore(std::nextafter((points->constBegin() + (surplus - 1))->key, now + 1));
    if (isAfterGap)
        points->add(QCPGraphData(now, qQNaN())); // breaks the line
    points->add(QCPGraphData(now, value));
    keepDoubt(technique, now, doubt);
    setNow(std::max(m_now, now));
}

//! Stores the uncertainty as long as the graph keeps the point.
void StripChart::keepDoubt(Technique technique, double now, std::optional<double> doubt)
{
    std::map<double, double> &doubts = m_doubts.at(std::size_t(technique));
    doubts.erase(doubts.begin(), doubts.lower_bound(now - double(longestWindow.count()) - tailLength));
    if (!doubt)
        return;
    doubts[now] = std::max(doubts[now], *doubt); // the greatest of those at the same moment
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
    retranslate(); // the title names the mean
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

std::chrono::duration<double> StripChart::smoothing() const
{
    return m_window / double(smoothings);
}

QString StripChart::textAt(double time, bool isBrief) const
{
    QStringList texts{tr("%1 s ago").arg(QLocale().toString(qMax(0, qRound(m_shownNow - time))))};
    for (const Technique technique : protocol::allTechniques) {
        const auto points = (m_style == Style::Lines ? m_drawn : m_graphs).at(qsizetype(technique))->data();
        auto point = points->findBegin(time, true);
        const double reach = m_style == Style::Joined ? double(longestJoin.count()) : 5;
        if (point == points->constEnd() || point->key > time || time - point->key > reach || qIsNaN(point->value))
            continue;
        const std::map<double, double> &doubts = m_doubts.at(std::size_t(technique));
        const auto doubt = doubts.find(point->key);
        texts += (isBrief ? QString(markSign(traitsOf(technique).mark)) : techniqueShortTitle(technique)) + u' '
            + m_text(point->value, doubt == doubts.end() ? std::nullopt : std::optional(doubt->second));
    }
    return texts.join(isBrief ? u"  "_s : u" · "_s);
}

//! Puts the values of a technique as they are to be seen into the graph that is drawn.
void StripChart::drawSeries(Technique technique, double from)
{
    const QCPGraphDataContainer &points = *m_graphs.at(qsizetype(technique))->data();
    QVector<QCPGraphData> drawn;
    if (m_style == Style::Lines) {
        drawn = meansOver(smoothing().count(), points, from);
    } else {
        std::copy(points.findBegin(from), points.constEnd(), std::back_inserter(drawn));
        for (QCPGraphData &point : drawn) {
            if (m_scale == Scale::Logarithmic && point.value < least) // and what is no number stays none
                point.value = least;
        }
    }
    QCPGraph &graph = *m_drawn.at(qsizetype(technique));
    graph.data()->set(drawn, true);
    const double thick = std::max(1.0, fontMetrics().height() / 24.0); // on a projector
    const double mark = thick * (m_style == Style::Lines ? 0 : m_style == Style::Dots ? 7 : 5);
    styleSeries(graph,
                {readableOn(ground(), techniqueColour(technique), 3), traitsOf(technique).mark,
                 m_style == Style::Dots ? Qt::NoPen : techniqueLine(technique), 2 * thick, mark});
}

void StripChart::setRange(double from, double to)
{
    double smallest = qInf();
    double greatest = 0;
    for (const QCPGraph *graph : std::as_const(m_drawn)) {
        const auto points = graph->data();
        for (auto point = points->findBegin(from, false); point != points->constEnd() && point->key <= to; ++point) {
            if (qIsNaN(point->value))
                continue;
            smallest = std::min(smallest, point->value);
            greatest = std::max(greatest, point->value);
        }
    }
    QCPAxis &axis = *plot().yAxis;
    if (m_scale == Scale::Linear) {
        axis.setRange(0, greatest > 0 ? ValueTicker::roundedUp(greatest * 1.02) : 1);
    } else if (greatest > 0) {
        const double lower = std::floor(std::log10(smallest));
        axis.setRange(std::pow(10, lower), std::pow(10, std::max(lower + 1, std::ceil(std::log10(greatest * 1.02)))));
    } else {
        axis.setRange(1, 10);
    }
    plot().xAxis->setRange(from, to);
    const int room = 1 + int(plot().axisRect()->height() / (1.3 * QFontMetrics(axis.tickLabelFont()).height()));
    m_ticker->setRoom(m_scale == Scale::Linear ? std::min(room, mostSteps) : room);
}

void StripChart::updatePlot()
{
    if (!m_isPaused)
        m_shownNow = m_now;
    const double from = m_shownNow - double(m_window.count());
    for (const Technique technique : protocol::allTechniques)
        drawSeries(technique, from);
    setRange(from, m_shownNow);
    m_marks.place(from, m_shownNow, textColour(), font());
    m_crosshair->setVisible(m_crosshairTime.has_value());
    if (m_crosshairTime) {
        m_crosshair->setPen(QPen(quietText(palette()), 1));
        m_crosshair->point1->setCoords(*m_crosshairTime, plot().yAxis->range().lower);
        m_crosshair->point2->setCoords(*m_crosshairTime, plot().yAxis->range().upper);
    }
    setRemark(m_crosshairTime ? QStringList{textAt(*m_crosshairTime, false), textAt(*m_crosshairTime, true)} : QStringList());
}

void StripChart::retranslate()
{
    setTitle(m_style == Style::Lines ? tr("%1 (mean of %2 s)").arg(m_titleText(), QLocale().toString(smoothing().count()))
                                     : m_titleText());
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
