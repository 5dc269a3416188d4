// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/retrybanner.h"

#include "client/widgets/composing.h"
#include "client/widgets/contrast.h"
#include "client/widgets/shownname.h"
#include "client/widgets/statetext.h"
#include "server/protocol/pin.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include <chrono>

namespace pushlab::widgets {

using namespace std::chrono_literals;

namespace {

QColor bannerColour(const QPalette &palette)
{
    return blended(QColor(0xe5, 0x39, 0x35), palette.color(QPalette::Base), 0.22);
}

} // namespace

RetryBanner::RetryBanner(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)), m_reason(new QLabel(this)), m_pin(new QLineEdit(this)), m_retry(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    const int em = fontMetrics().height();
    layout->setContentsMargins(em * 3 / 4, em / 4, em / 2, em / 4);
    QFont bold = font();
    bold.setBold(true);
    m_text->setFont(bold);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMinimumWidth(1);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setMinimumWidth(1);
    layout->addWidget(m_text);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_pin);
    layout->addWidget(m_retry);
    m_pin->setMaxLength(int(protocol::mostPinDigits));
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly);
    m_pin->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    connect(&m_timer, &QTimer::timeout, this, &RetryBanner::showText);
    connect(m_retry, &QPushButton::clicked, this, &RetryBanner::go);
    new Composing(m_pin);
    connect(m_pin, &QLineEdit::returnPressed, this, &RetryBanner::go);
    showText();
    hide();
}

void RetryBanner::setState(const session::ClientState &state)
{
    const bool lost = state.kind == session::ClientState::Kind::Retrying;
    const bool isAccessDenied = state.kind == session::ClientState::Kind::AccessDenied;
    m_state = state;
    showText();
    setVisible(lost || isAccessDenied);
    m_pin->setVisible(isAccessDenied && asksForPin(state.code));
    if (m_pin->isVisible())
        m_pin->setFocus();
    if (lost)
        m_timer.start(250ms);
    else
        m_timer.stop();
}

void RetryBanner::showText()
{
    m_text->setText(retryText(m_state));
    const bool isAccessDenied = m_state.kind == session::ClientState::Kind::AccessDenied;
    m_reason->setText(isAccessDenied ? QString() : m_state.reason); // when refused, the reason is in the text
    m_reason->setToolTip(plainToolTip(m_state.reason));
    m_pin->setPlaceholderText(tr("PIN"));
    m_pin->setAccessibleName(tr("PIN of the class"));
    m_retry->setText(!isAccessDenied ? tr("Retry now") : asksForPin(m_state.code) ? tr("Join") : tr("Try again"));
}

void RetryBanner::go()
{
    const QString pin = protocol::plainPin(m_pin->text());
    if (m_pin->isHidden())
        Q_EMIT retryNowWanted();
    else if (protocol::isPin(pin))
        Q_EMIT pinGiven(pin);
    else
        m_pin->setFocus();
}

void RetryBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showText();
}

void RetryBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(bannerColour(palette()));
    const qreal radius = fontMetrics().height() * 0.4;
    painter.drawRoundedRect(rect(), radius, radius);
}

} // namespace pushlab::widgets
