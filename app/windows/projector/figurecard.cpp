// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/figurecard.h"

#include "app/windows/projector/fittedlabel.h"
#include "app/windows/projector/projectorpalette.h"
#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"
#include "client/widgets/techniquestyle.h"
#include "server/protocol/techniquetraits.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStringList>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rowCount = 5;
constexpr double titleScale = 1.15;
constexpr double stackedScale = 1.4; // of values below their captions
constexpr double besideScale = 1.15; // and beside them

} // namespace

FigureCard::FigureCard(protocol::Technique technique, QWidget *parent)
    : Card(parent), m_technique(technique), m_title(new FittedLabel(this))
{
    auto *const column = new QVBoxLayout(this);
    column->addWidget(m_title);
    for (int i = 0; i < rowCount; ++i) {
        const Figure figure{new QLabel(this), new QLabel(this), new QHBoxLayout};
        figure.caption->setPalette(projectorCaptions());
        figure.caption->setWordWrap(true);
        figure.row->setSpacing(0);
        figure.row->addWidget(figure.caption, 1);
        figure.row->addWidget(figure.value);
        column->addLayout(figure.row);
        m_rows.append(figure);
    }
    column->addStretch();
    shareHeight();
    retranslate();
}

void FigureCard::setFigures(const TechniqueFigures &figures)
{
    m_figures = figures;
    showFigures();
}

void FigureCard::showFigures()
{
    const QString none = u"–"_s;
    const auto delay = [&](std::optional<double> ms) { return ms ? widgets::measuredDelay(*ms, m_figures.doubt) : none; };
    const server::Usage &usage = m_figures.usage;
    const std::optional<double> requests = m_figures.perMemberMinute(usage.requests);
    const QStringList values{
        widgets::countText(m_figures.members), delay(m_figures.p50), delay(m_figures.p95),
        requests ? QLocale().toString(*requests, 'f', *requests < 9.95 ? 1 : 0) : none,
        usage.delivered > 0 ? widgets::bytesText(double(usage.bytesOfDelivery()) / double(usage.delivered)) : none};
    for (qsizetype i = 0; i < values.size(); ++i)
        m_rows.at(i).value->setText(values.at(i));
    fitValues();
}

void FigureCard::setTextSize(int pixels)
{
    QFont smallest = font();
    smallest.setPixelSize(pixels);
    setFont(smallest);
    m_title->setFonts(scaledFont(smallest, titleScale, true), pixels);
    m_title->setContentsMargins(pixels * 5 / 4, 0, 0, 0);
    for (const Figure &figure : std::as_const(m_rows))
        figure.caption->setFont(smallest);
    layout()->setContentsMargins(pixels / 2, pixels / 2, pixels / 2, pixels / 3);
    layout()->setSpacing(m_isStacked ? pixels / 4 : pixels / 8);
    fitValues();
}

//! Below its caption, a value has the width of the card: all become smaller when one has no room, but not smaller than captions.
void FigureCard::fitValues()
{
    const int least = font().pixelSize();
    if (least <= 0)
        return;
    QFont large = scaledFont(font(), m_isStacked ? stackedScale : besideScale, true);
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    for (const Figure &figure : std::as_const(m_rows)) {
        while (m_isStacked && large.pixelSize() > least && QFontMetrics(large).horizontalAdvance(figure.value->text()) > room)
            large.setPixelSize(large.pixelSize() - 1);
    }
    for (const Figure &figure : std::as_const(m_rows))
        figure.value->setFont(large);
}

void FigureCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitValues();
}

void FigureCard::setStacked(bool isStacked)
{
    if (isStacked == m_isStacked)
        return;
    m_isStacked = isStacked;
    shareHeight();
    for (const Figure &figure : std::as_const(m_rows)) {
        figure.row->setDirection(isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        figure.value->setSizePolicy(isStacked ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    }
    if (font().pixelSize() > 0)
        setTextSize(font().pixelSize());
}

//! Rows stand apart as far as there is room; a value below its caption stays close to it.
void FigureCard::shareHeight()
{
    auto *const column = static_cast<QBoxLayout *>(layout());
    for (const Figure &figure : std::as_const(m_rows))
        column->setStretchFactor(figure.row, m_isStacked ? 0 : 1);
    column->setStretch(column->count() - 1, m_isStacked ? 1 : 0);
}

void FigureCard::retranslate()
{
    const bool isOpening = traitsOf(m_technique).holdsConnection;
    m_title->setFitted(widgets::techniqueTitle(m_technique));
    const QStringList captions{tr("Members"), tr("Delay p50"), tr("Delay p95"),
                               isOpening ? tr("openings/min per member") : tr("requests/min per member"), tr("Bytes a message")};
    for (qsizetype i = 0; i < captions.size(); ++i)
        m_rows.at(i).caption->setText(captions.at(i));
    showFigures();
}

void FigureCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FigureCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    const int em = font().pixelSize();
    QPen pen(widgets::techniqueColour(m_technique), em / 5.0, widgets::techniqueLine(m_technique)); // as in charts
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(em / 2.0, em / 4.0), QPointF(width() - em / 2.0, em / 4.0));
    const QRect title = m_title->geometry();
    widgets::paintTechniqueMark(painter, QRectF(title.left(), title.center().y() - em * 0.45, em * 0.9, em * 0.9), m_technique,
                                widgets::cardColour(palette()));
}

} // namespace pushlab::app
