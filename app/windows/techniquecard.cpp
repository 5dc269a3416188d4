// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/techniquecard.h"

#include "app/windows/usagewords.h"
#include "client/widgets/contrast.h"
#include "client/widgets/figures.h"
#include "client/widgets/techniquelook.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStringList>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int bytesRow = 4;
const QString unknown = u"–"_s;

QString share(qint64 part, qint64 whole)
{
    return whole > 0 ? QLocale().toString(100.0 * double(part) / double(whole), 'f', 0) + u" %"_s : unknown;
}

} // namespace

TechniqueCard::TechniqueCard(protocol::Technique technique, QWidget *parent)
    : Card(parent)
    , m_technique(technique)
    , m_title(new QLabel(this))
    , m_rate{new QLabel(this), new QLabel(this)}
{
    const int em = fontMetrics().height();
    m_title->setFont(scaledFont(font(), 1.15, true));
    // As high in every language, so that the cards stand level.
    m_title->setMinimumHeight(em * 3 / 2);
    m_rate.caption->setMinimumHeight(em * 4 / 3);
    m_title->setContentsMargins(em * 4 / 3, 0, 0, 0);
    m_rate.value->setFont(scaledFont(font(), 2, true));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em * 2 / 3, em * 3 / 4, em * 2 / 3, em * 2 / 3);
    column->setSpacing(em / 8);
    column->addWidget(m_title);
    column->addSpacing(em / 4);
    column->addWidget(m_rate.value);
    column->addWidget(m_rate.caption);
    column->addSpacing(em / 3);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em / 3);
    grid->setVerticalSpacing(em / 5);
    grid->setColumnStretch(0, 1);
    constexpr int rows = 8;
    for (int i = 0; i < rows; ++i) {
        const Figure figure{new QLabel(this), new QLabel(this)};
        figure.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(figure.caption, i, 0);
        grid->addWidget(figure.value, i, 1);
        m_figures.append(figure);
    }
    column->addLayout(grid);
    column->addStretch();
    retranslate();
    colour();
}

void TechniqueCard::setFigures(const server::TechniqueCounters &counters, std::optional<double> requestsPerMinute)
{
    m_counters = counters;
    m_requestsPerMinute = requestsPerMinute;
    showFigures();
}

void TechniqueCard::setDelays(const server::TechniqueDelays &delays)
{
    m_delays = delays;
    showFigures();
}

void TechniqueCard::showFigures()
{
    const QLocale locale;
    const auto set = [](const Figure &figure, const QString &text) {
        figure.value->setText(text);
        figure.value->setAccessibleName(figure.caption->text() + u": "_s + text);
    };
    const auto perMinute = m_requestsPerMinute;
    set(m_rate, perMinute ? locale.toString(*perMinute, 'f', *perMinute < 9.95 ? 1 : 0) : unknown);
    const double bytes = double(m_counters.bytesUp() + m_counters.bytesDown());
    const auto delay = [this](double ms) { return m_delays.delivery.n > 0 ? widgets::delayText(ms) : unknown; };
    const QStringList values{
        widgets::countText(m_counters.members),
        delay(m_delays.delivery.p50),
        delay(m_delays.delivery.p95),
        widgets::countText(m_counters.requests),
        widgets::countText(m_counters.delivered),
        m_technique == protocol::Technique::WebSocket ? unknown : share(m_counters.empty, m_counters.requests),
        m_counters.delivered > 0 ? widgets::bytesText(bytes / double(m_counters.delivered)) : unknown,
        widgets::countText(m_counters.connections),
    };
    for (qsizetype i = 0; i < values.size(); ++i)
        set(m_figures.at(i), values.at(i));
    showBytesHint();
}

void TechniqueCard::showBytesHint()
{
    QString hint = tr("Bytes both ways, headers included, for each message delivered");
    if (m_counters.delivered > 0)
        hint += u"\n\n" + bytesByPart(m_counters, double(m_counters.delivered));
    m_figures.at(bytesRow).caption->setToolTip(hint);
    m_figures.at(bytesRow).value->setToolTip(hint);
}

void TechniqueCard::retranslate()
{
    m_title->setText(widgets::techniqueTitle(m_technique));
    const bool socket = m_technique == protocol::Technique::WebSocket;
    m_rate.caption->setText(socket ? tr("handshakes a minute") : tr("requests a minute"));
    const QStringList captions{tr("Members"), tr("Delay p50"), tr("Delay p95"), socket ? tr("Handshakes") : tr("Requests"), tr("Delivered"),
                               tr("Empty answers"), tr("Bytes a message"), tr("Connections")};
    const QString half = tr("Half of all messages took at most this long, from acceptance to receipt, as members report it");
    const QString most = tr("95 of 100 messages took at most this long, from acceptance to receipt, as members report it");
    const QStringList hints{tr("Members that use it now"),
                            half,
                            most,
                            tr("Requests that ask for messages; with WebSocket, handshakes"),
                            tr("Messages handed to members"),
                            tr("Answers that brought nothing"),
                            {}, // by showBytesHint()
                            tr("Connections that carried it since the start")};
    for (qsizetype i = 0; i < captions.size(); ++i) {
        m_figures.at(i).caption->setText(captions.at(i));
        m_figures.at(i).caption->setToolTip(hints.at(i));
        m_figures.at(i).value->setToolTip(hints.at(i));
    }
    showFigures();
}

void TechniqueCard::colour()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::Text, widgets::quietText(quiet));
    quiet.setColor(QPalette::WindowText, widgets::quietText(quiet));
    m_rate.caption->setPalette(quiet);
    for (const Figure &figure : m_figures)
        figure.caption->setPalette(quiet);
}

void TechniqueCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

void TechniqueCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int em = fontMetrics().height();
    // The technique's own line, as charts draw it.
    QPen pen(widgets::techniqueColour(m_technique), em / 5.0, widgets::techniqueLine(m_technique));
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(em / 2.0, em * 0.35), QPointF(width() - em / 2.0, em * 0.35));
    const QRect title = m_title->geometry();
    const qreal mark = em * 0.9;
    widgets::paintTechniqueMark(painter, QRectF(title.left(), title.center().y() - mark / 2 + 0.5, mark, mark),
                                m_technique, widgets::cardColour(palette()));
}

} // namespace pushlab::app
