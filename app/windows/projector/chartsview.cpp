// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/chartsview.h"

#include "app/windows/host/hoststrips.h"
#include "app/windows/projector/projectorcontent.h"
#include "client/widgets/flowlayout.h"
#include "client/widgets/stripchart.h"
#include "client/widgets/techniquestyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QVBoxLayout>

namespace pushlab::app {

namespace {

constexpr double textContrast = 7;

QPixmap signOf(protocol::Technique technique, int side, qreal ratio)
{
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    widgets::paintTechniqueMark(painter, QRectF(0, 0, side, side), technique, Qt::white);
    return pixmap;
}

} // namespace

ChartsView::ChartsView(QWidget *parent) : ProjectorView(parent), m_strips(new HostStrips(this))
{
    auto *const legend = new QWidget(this); // four names take two rows on a small screen
    m_legend = new widgets::FlowLayout(legend);
    m_legend->setContentsMargins(0, 0, 0, 0);
    for (Entry &entry : m_entries) {
        auto *const whole = new QWidget(legend);
        auto *const row = new QHBoxLayout(whole);
        row->setContentsMargins(0, 0, 0, 0);
        entry = {whole, new QLabel(whole), addText(1)};
        row->addWidget(entry.sign);
        row->addWidget(entry.name);
        m_legend->addWidget(whole);
    }
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(legend);
    column->addWidget(m_strips, 1);
    for (widgets::StripChart *const strip : m_strips->strips())
        strip->setTextContrast(textContrast);
    m_strips->showOnly(m_chart);
    retranslate();
}

void ChartsView::take(const ProjectorContent &content)
{
    m_strips->setSnapshot(content.snapshot);
    if (m_offered == content.snapshot.settings.techniques)
        return;
    m_offered = content.snapshot.settings.techniques;
    showLegend();
}

void ChartsView::showLegend()
{
    for (const protocol::Technique technique : protocol::allTechniques)
        m_entries.at(size_t(technique)).whole->setVisible(m_offered.contains(technique));
}

void ChartsView::clear()
{
    m_strips->clear();
}

void ChartsView::setPaused(bool isPaused)
{
    m_strips->setPaused(isPaused);
}

void ChartsView::turn()
{
    m_chart = (m_chart + 1) % int(m_strips->strips().size());
    m_strips->showOnly(m_chart);
}

QString ChartsView::title() const
{
    return tr("How it went");
}

void ChartsView::resizeParts()
{
    layout()->setSpacing(textSize() / 3);
    m_legend->setSpacing(textSize() / 2);
    for (const protocol::Technique technique : protocol::allTechniques) {
        const Entry &entry = m_entries.at(size_t(technique));
        entry.whole->layout()->setSpacing(textSize() / 3);
        entry.sign->setPixmap(signOf(technique, textSize(), devicePixelRatioF()));
    }
}

void ChartsView::retranslate()
{
    for (const protocol::Technique technique : protocol::allTechniques)
        m_entries.at(size_t(technique)).name->setText(widgets::techniqueTitle(technique));
    showLegend();
}

} // namespace pushlab::app
