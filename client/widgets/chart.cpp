// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/chart.h"

#include "client/widgets/contrast.h"
#include "client/widgets/plotting.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Chart::Chart(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_remark(new QLabel(this)), m_legend(new QLabel(this)), m_plot(new QCustomPlot(this))
{
    const int em = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel *label : {m_title, m_remark})
        label->setTextFormat(Qt::PlainText);
    m_remark->setMinimumWidth(1); // a long remark is cut and does not widen the window
    auto *header = new QHBoxLayout;
    header->setSpacing(em);
    header->addWidget(m_title);
    header->addWidget(m_remark, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em / 5);
    column->addLayout(header);
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    m_legend->hide();
    column->addWidget(m_legend);
    column->addWidget(m_plot, 1);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumHeight(em * 4);
    m_plot->setNoAntialiasingOnDrag(true);
    m_pause.setSingleShot(true);
    m_pause.callOnTimeout(this, &Chart::draw);
    colour();
}

void Chart::setTitle(const QString &title)
{
    m_title->setText(title);
    m_plot->setAccessibleName(title);
}

void Chart::setRemark(const QStringList &remarks)
{
    if (remarks == m_remarks)
        return;
    m_remarks = remarks;
    showRemark();
}

void Chart::showRemark()
{
    const int beside = width() - m_title->sizeHint().width() - fontMetrics().height();
    const auto fits = [this](int room) {
        return [this, room](const QString &remark) { return m_remark->fontMetrics().horizontalAdvance(remark) <= room; };
    };
    auto shown = std::find_if(m_remarks.cbegin(), m_remarks.cend(), fits(beside));
    m_title->setVisible(m_remarks.isEmpty() || shown != m_remarks.cend());
    if (shown == m_remarks.cend())
        shown = std::find_if(m_remarks.cbegin(), m_remarks.cend(), fits(width()));
    m_remark->setText(m_remarks.isEmpty() ? QString() : shown != m_remarks.cend() ? *shown : m_remarks.constLast());
}

QColor Chart::ground() const
{
    return cardColour(palette());
}

void Chart::setLegend(const QList<LegendEntry> &entries)
{
    QString html;
    for (const LegendEntry &entry : entries) {
        QString text = entry.sign + u' ' + entry.text;
        text = text.toHtmlEscaped().replace(u' ', QChar(QChar::Nbsp)); // lines break only between entries
        const QString sign = text.left(entry.sign.size());
        html += u"<span style=\"color:%1\">%2</span>%3&nbsp;&nbsp; "_s.arg(entry.colour.name(), sign, text.mid(sign.size()));
    }
    if (m_legend->text() == html)
        return;
    m_legend->setText(html);
    m_legend->setVisible(!html.isEmpty());
}

QPixmap Chart::picture(const QSize &size, double scale)
{
    updatePlot();
    QPixmap pixmap(size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(palette().color(QPalette::Window));
    QPainter painter(&pixmap);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(m_title->font());
    painter.drawText(QRect(QPoint(), size), Qt::AlignLeft | Qt::AlignTop, m_title->text());
    painter.setFont(font());
    painter.drawText(QRect(QPoint(), size), Qt::AlignRight | Qt::AlignTop, m_remark->text());
    int y = fontMetrics().height() * 5 / 4;
    if (!m_legend->text().isEmpty()) {
        QTextDocument legend;
        legend.setDocumentMargin(0);
        legend.setDefaultFont(m_legend->font());
        legend.setDefaultStyleSheet(u"body{color:%1}"_s.arg(palette().color(QPalette::WindowText).name()));
        legend.setHtml(u"<body>"_s + m_legend->text() + u"</body>"_s);
        legend.setTextWidth(size.width());
        painter.translate(0, y);
        legend.drawContents(&painter);
        painter.translate(0, -y);
        y += int(legend.size().height()) + fontMetrics().height() / 4;
    }
    const QSize rest(size.width(), size.height() - y);
    painter.drawPixmap(QRect(QPoint(0, y), rest), m_plot->toPixmap(rest.width(), rest.height(), scale));
    return pixmap;
}

void Chart::refresh()
{
    m_isStale = true;
    if (!isVisible() || m_pause.isActive())
        return;
    const auto since = m_sinceDrawn.isValid() ? std::chrono::milliseconds(m_sinceDrawn.elapsed()) : shortestPause;
    m_pause.start(std::max(0ms, shortestPause - since));
}

void Chart::draw()
{
    if (!isVisible())
        return; // updated when it is shown
    m_isStale = false;
    m_sinceDrawn.start();
    updatePlot();
    m_plot->replot();
}

void Chart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void Chart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showRemark();
}

void Chart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        colour();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

void Chart::setTextContrast(double ratio)
{
    m_textContrast = ratio;
    colour();
}

QColor Chart::textColour() const
{
    return readableOn(ground(), quietText(palette()), m_textContrast);
}

void Chart::colour()
{
    const QColor text = textColour();
    const QPen line(blended(text, ground(), 0.5));
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.85);
    m_plot->setBackground(QBrush(ground()));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(line);
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->grid()->setPen(QPen(blended(text, ground(), 0.18), 0));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_legend->setFont(small);
    m_remark->setPalette(quietPalette(palette()));
}

} // namespace pushlab::widgets
