// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/techniquecard.h"

#include "app/windows/host/usagetext.h"
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

constexpr int deliveredRow = 4;
constexpr int bytesRow = 6;
const QString unknown = u"–"_s;

QString share(qint64 part, qint64 whole)
{
    return whole > 0 ? QLocale().toString(100.0 * double(part) / double(whole), 'f', 0) + u" %"_s : unknown;
}

} // namespace

TechniqueCard::TechniqueCard(protocol::Technique technique, QWidget *parent)
    : Card(parent), m_technique(technique), m_title(new QLabel(this)), m_rate{new QLabel(this), new QLabel(this)}
{
    const int em = fontMetrics().height();
    m_title->setFont(scaledFont(font(), 1.15, true));
    // The same height in every language, so that all cards are aligned.
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
    // A layout for each row: otherwise the longest caption would stand beside the longest value, and three cards have to fit.
    auto *rowsOfFigures = new QVBoxLayout;
    rowsOfFigures->setSpacing(em / 5);
    constexpr int rows = 9;
    for (int i = 0; i < rows; ++i) {
        const Figure figure{new QLabel(this), new QLabel(this)};
        figure.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *row = new QHBoxLayout;
        row->setSpacing(em / 3);
        row->addWidget(figure.caption, 1);
        row->addWidget(figure.value);
        rowsOfFigures->addLayout(row);
        m_figures.append(figure);
    }
    column->addLayout(rowsOfFigures);
    column->addStretch();
    retranslate();
    colour();
}

void TechniqueCard::setFigures(const TechniqueFigures &figures, double seconds)
{
    m_shown = figures;
    m_seconds = seconds;
    showFigures();
}

void TechniqueCard::showFigures()
{
    const auto set = [](const Figure &figure, const QString &text) {
        figure.value->setText(text);
        figure.value->setAccessibleName(figure.caption->text() + u": "_s + text);
    };
    const auto rate = [](std::optional<double> perMinute) {
        return perMinute ? QLocale().toString(*perMinute, 'f', *perMinute < 9.95 ? 1 : 0) : unknown;
    };
    const auto bytesOr = [](std::optional<double> bytes) { return bytes ? widgets::bytesText(*bytes) : unknown; };
    const auto delay = [this](std::optional<double> ms) { return ms ? widgets::measuredDelay(*ms, m_shown.doubt) : unknown; };
    const server::Usage &usage = m_shown.usage;
    const qint64 bytes = usage.bytesUp() + usage.bytesDown();
    set(m_rate, rate(m_shown.perMemberMinute(usage.requests)));
    const QStringList values{
        widgets::countText(m_shown.members),
        delay(m_shown.p50),
        delay(m_shown.p95),
        rate(m_seconds > 0 ? std::optional(double(usage.requests) * 60 / m_seconds) : std::nullopt),
        widgets::countText(usage.delivered),
        traitsOf(m_technique).holdsConnection ? unknown : share(usage.empty, usage.answers),
        bytesOr(usage.delivered > 0 ? std::optional(double(usage.bytesOfDelivery()) / double(usage.delivered)) : std::nullopt),
        bytesOr(m_shown.perMemberMinute(bytes)),
        widgets::countText(usage.connections),
    };
    for (qsizetype i = 0; i < values.size(); ++i)
        set(m_figures.at(i), values.at(i));
    showBytesHint();
    showDeliveredHint();
}

void TechniqueCard::showBytesHint()
{
    QString hint = tr("Bytes both ways, headers included, for each message delivered");
    if (m_shown.usage.delivered > 0)
        hint += u"\n\n" + bytesByPart(m_shown.usage, double(m_shown.usage.delivered));
    m_figures.at(bytesRow).caption->setToolTip(hint);
    m_figures.at(bytesRow).value->setToolTip(hint);
}

void TechniqueCard::showDeliveredHint()
{
    QString hint = tr("Messages handed to members");
    if (m_shown.usage.history > 0)
        hint += u"\n\n" + historyOf(m_shown.usage);
    m_figures.at(deliveredRow).caption->setToolTip(hint);
    m_figures.at(deliveredRow).value->setToolTip(hint);
}

void TechniqueCard::retranslate()
{
    m_title->setText(widgets::techniqueTitle(m_technique));
    const bool isOpening = traitsOf(m_technique).holdsConnection;
    m_rate.caption->setText(isOpening ? tr("openings/min per member") : tr("requests/min per member"));
    const QStringList captions{
        tr("Members"),           tr("Delay p50"),     tr("Delay p95"),       isOpening ? tr("Openings/min") : tr("Requests/min"),
        tr("Delivered"),         tr("Empty answers"), tr("Bytes a message"), tr("Bytes/min a member"),
        tr("Connections opened")};
    const QString half = tr("Half of all messages took at most this long, from acceptance to receipt, as members report it");
    const QString most = tr("95 of 100 messages took at most this long, from acceptance to receipt, as members report it");
    const QStringList hints{
        tr("Members that use it now"),
        half,
        most,
        tr("Of all members together: requests that ask for messages; where a connection stays open, those that open it"),
        {}, // set by showDeliveredHint()
        tr("Answers that brought nothing"),
        {}, // set by showBytesHint()
        tr("Bytes both ways that each member costs in a minute, headers included"),
        tr("Connections that were opened for it")};
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
    // The line style of the technique, as in charts.
    QPen pen(widgets::techniqueColour(m_technique), em / 5.0, widgets::techniqueLine(m_technique));
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(em / 2.0, em * 0.35), QPointF(width() - em / 2.0, em * 0.35));
    const QRect title = m_title->geometry();
    const qreal mark = em * 0.9;
    widgets::paintTechniqueMark(painter, QRectF(title.left(), title.center().y() - mark / 2 + 0.5, mark, mark), m_technique,
                                widgets::cardColour(palette()));
}

} // namespace pushlab::app
