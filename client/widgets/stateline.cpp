// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/stateline.h"

#include "client/widgets/contrast.h"
#include "client/widgets/statetext.h"

#include <QEvent>
#include <QPainter>

#include <chrono>

namespace pushlab::widgets {

using namespace std::chrono_literals;
using session::ClientState;

namespace {

QColor dotColour(ClientState::Kind kind)
{
    switch (kind) {
    case ClientState::Kind::Stopped:
        return QColor(0x88, 0x88, 0x88);
    case ClientState::Kind::Connecting:
        return QColor(0xc7, 0x92, 0x1e);
    case ClientState::Kind::Waiting:
    case ClientState::Kind::Pausing:
    case ClientState::Kind::Connected:
        return QColor(0x2e, 0x9e, 0x5b);
    case ClientState::Kind::Retrying:
    case ClientState::Kind::AccessDenied:
        return QColor(0xc6, 0x28, 0x28);
    }
    Q_UNREACHABLE();
}

// Whether a request or connection is open, which a full dot shows; otherwise a ring.
bool isOpen(ClientState::Kind kind)
{
    return kind == ClientState::Kind::Waiting || kind == ClientState::Kind::Connected;
}

} // namespace

StateLine::StateLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_timer, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    speak();
}

void StateLine::setState(const ClientState &state)
{
    const bool other = state.kind != m_state.kind;
    m_state = state;
    if (other)
        speak();
    countAlong();
    update();
}

// Speaks the kind only, because a screen reader must not repeat the time ten times a second.
void StateLine::speak()
{
    setAccessibleName(tr("State: %1").arg(stateText(m_state)));
}

void StateLine::countAlong()
{
    const bool counts = m_state.kind == ClientState::Kind::Waiting || m_state.kind == ClientState::Kind::Pausing;
    if (counts && isVisible())
        m_timer.start(100ms);
    else
        m_timer.stop();
}

void StateLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    countAlong();
}

void StateLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void StateLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    speak();
    update();
}

QSize StateLine::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 32, fontMetrics().height() * 3 / 2};
}

QSize StateLine::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() * 3 / 2};
}

void StateLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int em = fontMetrics().height();
    const qreal side = em * 0.6;
    const QColor colour = readableOn(palette().color(QPalette::Window), dotColour(m_state.kind), 3);
    painter.setPen(QPen(colour, side / 6));
    painter.setBrush(isOpen(m_state.kind) ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(em * 0.2, (height() - side) / 2, side, side));
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect area = rect().adjusted(em * 5 / 4, 0, 0, 0);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(stateText(m_state), Qt::ElideRight, area.width()));
}

} // namespace pushlab::widgets
