// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/fittedlabel.h"

#include <QResizeEvent>

#include <algorithm>

namespace pushlab::app {

namespace {

//! \a text with a place to break it after each part of an address.
QString breakable(QString text)
{
    constexpr QChar zeroWidthSpace(0x200b);
    for (const QChar separator : {u':', u'.', u'/', u'-'})
        text.replace(separator, QString(separator) + zeroWidthSpace);
    return text;
}

} // namespace

FittedLabel::FittedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FittedLabel::setFonts(const QFont &largest, int leastPixels)
{
    m_largest = largest;
    m_least = leastPixels;
    fit();
}

void FittedLabel::setFitted(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    fit();
}

void FittedLabel::fit()
{
    QFont font = m_largest;
    while (font.pixelSize() > m_least && QFontMetrics(font).horizontalAdvance(m_text) > width())
        font.setPixelSize(font.pixelSize() - 1);
    const bool isBroken = QFontMetrics(font).horizontalAdvance(m_text) > width();
    setWordWrap(isBroken);
    setText(isBroken ? breakable(m_text) : m_text);
    setFont(font);
}

QSize FittedLabel::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

QSize FittedLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    const QSize lines = metrics.boundingRect(QRect(0, 0, std::max(1, width()), 1), Qt::TextWordWrap, text()).size();
    return {metrics.horizontalAdvance(m_text), std::max(metrics.height(), wordWrap() ? lines.height() : 0)};
}

void FittedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

} // namespace pushlab::app
