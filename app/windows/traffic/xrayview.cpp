// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/traffic/xrayview.h"

#include "app/windows/traffic/traffictext.h"
#include "client/session/hanspacing.h"
#include "client/widgets/contrast.h"
#include "client/widgets/techniquestyle.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using wire::SegmentKind;
using wire::XrayBar;
using wire::XraySegment;

namespace {

QString segmentText(SegmentKind kind)
{
    switch (kind) {
    case SegmentKind::RequestLine:
        return XrayView::tr("Request line");
    case SegmentKind::StatusLine:
        return XrayView::tr("Status line");
    case SegmentKind::Fields:
        return XrayView::tr("Fields");
    case SegmentKind::ChunkFraming:
        return XrayView::tr("Chunk framing");
    case SegmentKind::EventFraming:
        return XrayView::tr("Event framing");
    case SegmentKind::FrameHeader:
        return XrayView::tr("Frame header");
    case SegmentKind::MaskingKey:
        return XrayView::tr("Masking key");
    case SegmentKind::Payload:
        return XrayView::tr("Payload");
    case SegmentKind::Other:
        return XrayView::tr("Other bytes");
    }
    Q_UNREACHABLE();
}

//! How overhead is told apart without colours: the share of ink in its grey, and a pattern.
struct SegmentStyle
{
    double ink;
    Qt::BrushStyle pattern;
};

SegmentStyle styleOf(SegmentKind kind)
{
    switch (kind) {
    case SegmentKind::RequestLine:
    case SegmentKind::StatusLine:
        return {0.55, Qt::SolidPattern};
    case SegmentKind::Fields:
        return {0.25, Qt::SolidPattern};
    case SegmentKind::ChunkFraming:
        return {0.6, Qt::BDiagPattern};
    case SegmentKind::EventFraming:
        return {0.6, Qt::FDiagPattern};
    case SegmentKind::FrameHeader:
        return {0.75, Qt::SolidPattern};
    case SegmentKind::MaskingKey:
        return {0.7, Qt::DiagCrossPattern};
    case SegmentKind::Payload:
        return {1, Qt::SolidPattern};
    case SegmentKind::Other:
        return {0.5, Qt::Dense6Pattern};
    }
    Q_UNREACHABLE();
}

} // namespace

XrayView::XrayView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Byte X-ray"));
}

void XrayView::setXray(const wire::Xray &xray)
{
    m_xray = xray;
    m_chosen = -1;
    arrange();
}

int XrayView::nameWidth() const
{
    int width = 0;
    for (const protocol::Technique technique : protocol::allTechniques)
        width = std::max(width, fontMetrics().horizontalAdvance(widgets::techniqueShortTitle(technique)));
    return width + fontMetrics().height() * 2;
}

int XrayView::valueWidth() const
{
    return fontMetrics().horizontalAdvance(tr("%1, of which payload %2").arg(sizeText(88'888), sizeText(88'888)));
}

//! Headings and bars from above; all bars have one scale.
void XrayView::arrange()
{
    m_lines.clear();
    m_boxes.clear();
    const int em = fontMetrics().height();
    qint64 greatest = 1;
    for (const QList<XrayBar> *const bars : {&m_xray.sent, &m_xray.delivered}) {
        for (const XrayBar &bar : *bars)
            greatest = std::max(greatest, bar.size());
    }
    int top = em / 2;
    if (m_xray.message > 0) {
        top = addBars(tr("Message %1 on its way to the host").arg(m_xray.message), m_xray.sent, top, greatest);
        top = addBars(tr("Message %1 on its way to a member, with what asked for it").arg(m_xray.message), m_xray.delivered, top,
                      greatest);
    }
    m_height = top + em * 2;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(em);
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    viewport()->update();
}

//! Returns where the next line is.
int XrayView::addBars(const QString &heading, const QList<XrayBar> &bars, int top, qint64 greatest)
{
    const int em = fontMetrics().height();
    QStringList missing;
    m_lines.append({heading, true, nullptr, top});
    top += em * 3 / 2;
    for (const XrayBar &bar : bars) {
        if (!bar.isRecorded) {
            missing += widgets::techniqueShortTitle(bar.technique);
            continue;
        }
        m_lines.append({{}, false, &bar, top});
        addBar(bar, top, greatest);
        top += em * 7 / 4;
    }
    if (!missing.isEmpty()) {
        m_lines.append({tr("Not recorded: %1").arg(missing.join(tr(", "))), false, nullptr, top});
        top += em * 3 / 2;
    }
    return top + em / 3;
}

void XrayView::addBar(const XrayBar &bar, int top, qint64 greatest)
{
    const int em = fontMetrics().height();
    const int left = nameWidth();
    const int width = std::max(em * 4, viewport()->width() - left - valueWidth() - em);
    qint64 before = 0;
    for (const XraySegment &segment : bar.segments) {
        const int from = left + int(before * width / greatest);
        before += segment.size;
        const int to = left + int(before * width / greatest);
        // What is less than two pixels is still to be hit.
        m_boxes.append({QRect(from, top, std::max(2, to - from), em * 3 / 2), segment, bar.technique});
    }
}

QBrush XrayView::brushOf(const XraySegment &segment, protocol::Technique technique) const
{
    const QColor ground = palette().color(QPalette::Base);
    if (segment.kind == SegmentKind::Payload)
        return widgets::readableOn(ground, widgets::techniqueColour(technique), 3);
    const SegmentStyle style = styleOf(segment.kind);
    return {widgets::blended(palette().color(QPalette::Text), ground, style.ink), style.pattern};
}

void XrayView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (m_xray.message == 0) {
        painter.setPen(widgets::quietText(palette()));
        painter.drawText(viewport()->rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Choose a row that carries a message, or “Show on the wire” in the chat."));
        return;
    }
    painter.translate(0, -verticalScrollBar()->value());
    const int em = fontMetrics().height();
    for (const Line &line : m_lines)
        paintLine(painter, line);
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const Box &box = m_boxes.at(i);
        painter.fillRect(box.rect, palette().color(QPalette::Base));
        painter.fillRect(box.rect, brushOf(box.segment, box.technique));
        if (box.rect.width() > 4) {
            painter.setPen(palette().color(QPalette::Base));
            painter.drawLine(box.rect.topRight(), box.rect.bottomRight());
        }
        if (i == m_chosen) {
            painter.setPen(QPen(palette().color(QPalette::Text), 2));
            painter.drawRect(box.rect.adjusted(-1, -1, 1, 1));
        }
    }
    paintLegend(painter, m_height - em * 2);
}

void XrayView::paintLine(QPainter &painter, const Line &line) const
{
    if (line.bar) {
        paintBar(painter, line);
        return;
    }
    const int em = fontMetrics().height();
    QFont own = font();
    own.setBold(line.isHeading);
    painter.setFont(own);
    painter.setPen(line.isHeading ? palette().color(QPalette::Text) : widgets::quietText(palette()));
    painter.drawText(QRect(em / 2, line.top, viewport()->width() - em, em * 3 / 2), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(line.text, Qt::ElideRight, viewport()->width() - em));
    painter.setFont(font());
}

void XrayView::paintBar(QPainter &painter, const Line &line) const
{
    const int em = fontMetrics().height();
    const int height = em * 3 / 2;
    widgets::paintTechniqueMark(painter, QRectF(em / 2.0, line.top + em / 4.0, em, em), line.bar->technique,
                                palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(em * 7 / 4, line.top, nameWidth() - em * 2, height), Qt::AlignVCenter,
                     widgets::techniqueShortTitle(line.bar->technique));
    const QString value = tr("%1, of which payload %2").arg(sizeText(line.bar->size()), sizeText(line.bar->payload()));
    int left = nameWidth();
    for (const Box &box : m_boxes) {
        if (box.rect.top() == line.top)
            left = std::max(left, box.rect.right() + em / 2);
    }
    painter.setPen(widgets::quietText(palette()));
    painter.drawText(QRect(left, line.top, viewport()->width() - left, height), Qt::AlignVCenter, value);
}

void XrayView::paintLegend(QPainter &painter, int top) const
{
    const int em = fontMetrics().height();
    QList<SegmentKind> kinds;
    for (const Box &box : m_boxes) {
        if (!kinds.contains(box.segment.kind))
            kinds.append(box.segment.kind);
    }
    std::sort(kinds.begin(), kinds.end());
    int left = em / 2;
    for (const SegmentKind kind : std::as_const(kinds)) {
        const QRect sample(left, top + em / 4, em, em * 3 / 4);
        XraySegment segment;
        segment.kind = kind;
        painter.setPen(widgets::quietText(palette()));
        if (kind == SegmentKind::Payload)
            painter.setBrush(widgets::blended(palette().color(QPalette::Highlight), palette().color(QPalette::Base), 1));
        else
            painter.setBrush(brushOf(segment, protocol::Technique::Polling));
        painter.drawRect(sample);
        painter.setPen(palette().color(QPalette::Text));
        const QString text = kind == SegmentKind::Payload ? tr("Payload, in the technique's colour") : segmentText(kind);
        painter.drawText(QRect(left + em * 3 / 2, top, viewport()->width(), em * 5 / 4), Qt::AlignVCenter, text);
        left += em * 5 / 2 + fontMetrics().horizontalAdvance(text);
    }
    painter.setBrush(Qt::NoBrush);
}

QString XrayView::boxText(const Box &box) const
{
    return session::closedUp(tr("%1: %2, %3, %4 of record %5")
                                 .arg(widgets::techniqueTitle(box.technique), segmentText(box.segment.kind),
                                      directionText(box.segment.direction), sizeText(box.segment.size))
                                 .arg(box.segment.record));
}

qsizetype XrayView::boxAt(const QPoint &position) const
{
    const QPoint at = position + QPoint(0, verticalScrollBar()->value());
    for (qsizetype i = m_boxes.size() - 1; i >= 0; --i) {
        if (m_boxes.at(i).rect.contains(at))
            return i;
    }
    return -1;
}

bool XrayView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *const help = static_cast<QHelpEvent *>(event);
        const qsizetype box = boxAt(help->pos());
        QToolTip::showText(help->globalPos(), box < 0 ? QString() : boxText(m_boxes.at(box)), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void XrayView::moveTo(qsizetype box)
{
    if (m_boxes.isEmpty())
        return;
    m_chosen = std::clamp<qsizetype>(box, 0, m_boxes.size() - 1);
    const QRect rect = m_boxes.at(m_chosen).rect;
    const int top = verticalScrollBar()->value();
    if (rect.top() < top || rect.bottom() >= top + viewport()->height())
        verticalScrollBar()->setValue(rect.top() - fontMetrics().height() * 2);
    setAccessibleDescription(boxText(m_boxes.at(m_chosen)));
    viewport()->update();
}

void XrayView::open(qsizetype box)
{
    if (box < 0)
        return;
    const XraySegment segment = m_boxes.at(box).segment;
    Q_EMIT bytesWanted(segment.record, segment.offset, segment.size);
}

void XrayView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_chosen - 1);
    case Qt::Key_Right:
        return moveTo(m_chosen + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return open(m_chosen);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void XrayView::mousePressEvent(QMouseEvent *event)
{
    if (const qsizetype box = boxAt(event->position().toPoint()); box >= 0) {
        moveTo(box);
        open(box);
    }
}

void XrayView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void XrayView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Byte X-ray"));
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        arrange();
}

} // namespace pushlab::app
