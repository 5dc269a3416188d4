// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hoststrips.h"

#include "app/windows/host/clockdoubt.h"
#include "app/windows/host/marktext.h"
#include "client/widgets/figures.h"
#include "client/widgets/stripchart.h"

#include <QLocale>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using protocol::Technique;
using widgets::StripChart;

namespace {

constexpr double shortestStep = 900; // ms between two points: rates over shorter times fluctuate

QString rateText(double perSecond, std::optional<double>)
{
    return QLocale().toString(perSecond, 'f', perSecond > 0 && perSecond < 9.95 ? 1 : 0);
}

} // namespace

HostStrips::HostStrips(QWidget *parent)
    : QWidget(parent)
    , m_delays(new StripChart(
          StripChart::Style::Joined, [] { return tr("Delay: median of what members report"); }, widgets::measuredDelay, this,
          StripChart::Scale::Logarithmic))
    , m_requests(new StripChart(
          StripChart::Style::Lines, [] { return tr("Requests per second"); }, rateText, this))
    , m_bytes(new StripChart(
          StripChart::Style::Lines, [] { return tr("Bytes per second"); },
          [](double bytes, std::optional<double>) { return widgets::bytesText(bytes); }, this))
    , m_strips{m_delays, m_requests, m_bytes}
{
    const int em = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em / 3);
    for (StripChart *strip : std::as_const(m_strips)) {
        column->addWidget(strip, 1);
        for (StripChart *other : std::as_const(m_strips)) {
            if (other != strip)
                connect(strip, &StripChart::crosshairMoved, other, &StripChart::setCrosshair);
        }
    }
    for (StripChart *strip : m_strips.first(m_strips.size() - 1))
        strip->setTimeShown(false);
}

void HostStrips::clear()
{
    m_last.reset();
    for (StripChart *strip : std::as_const(m_strips))
        strip->clear();
}

void HostStrips::setSnapshot(const server::HostSnapshot &snapshot)
{
    const double elapsed = m_last ? snapshot.now - m_last->now : 0;
    showMarks(snapshot.marks);
    if (m_last && elapsed < shortestStep)
        return;
    if (m_last)
        addPoints(snapshot, elapsed / 1000);
    m_last = snapshot;
}

void HostStrips::showMarks(const QList<server::ClassMark> &marks)
{
    QList<widgets::TimeMark> shown;
    for (const server::ClassMark &mark : marks)
        shown.append({mark.at / 1000, markText(mark)});
    for (StripChart *strip : std::as_const(m_strips))
        strip->setMarks(shown);
}

void HostStrips::addPoints(const server::HostSnapshot &now, double elapsed)
{
    const double time = now.now / 1000;
    m_delays->setNow(time); // also when no delay was reported
    const ClockDoubts doubts = clockDoubts(now.members);
    for (const Technique technique : protocol::allTechniques) {
        const server::TechniqueCounters &newer = now.techniques.at(std::size_t(technique));
        const server::TechniqueCounters &older = m_last->techniques.at(std::size_t(technique));
        const protocol::DelayHistogram &before = m_last->delays.at(std::size_t(technique)).deliveries;
        if (const auto median = now.delays.at(std::size_t(technique)).deliveries.quantileSince(before, 0.5))
            m_delays->add(technique, time, std::chrono::duration<double, std::milli>(*median).count(),
                          doubts.at(std::size_t(technique)));
        m_requests->add(technique, time, double(newer.requests - older.requests) / elapsed);
        const qint64 bytes = newer.bytesUp() + newer.bytesDown() - older.bytesUp() - older.bytesDown();
        m_bytes->add(technique, time, double(bytes) / elapsed);
    }
}

void HostStrips::setWindow(std::chrono::seconds window)
{
    for (StripChart *strip : std::as_const(m_strips))
        strip->setWindow(window);
}

void HostStrips::showOnly(int index)
{
    for (int i = 0; i < int(m_strips.size()); ++i) {
        m_strips.at(i)->setTimeShown(true);
        m_strips.at(i)->setVisible(i == index);
    }
}

void HostStrips::setPaused(bool isPaused)
{
    for (StripChart *strip : std::as_const(m_strips))
        strip->setPaused(isPaused);
}

} // namespace pushlab::app
