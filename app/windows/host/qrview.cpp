// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/qrview.h"

#include <QPainter>

namespace pushlab::app {

namespace {
constexpr int quietZone = 4; // modules of margin, as ISO/IEC 18004 requires
constexpr int sideInEms = 13;
}

QrView::QrView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrView::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_matrix = text.isEmpty() ? std::nullopt : QrMatrix::encode(text);
    update();
}

QSize QrView::sizeHint() const
{
    const int side = fontMetrics().height() * sideInEms;
    return {side, side};
}

int QrView::heightForWidth(int width) const
{
    return qMin(width, sizeHint().height());
}

void QrView::paintEvent(QPaintEvent *)
{
    if (!m_matrix)
        return;
    QPainter painter(this);
    const int modules = m_matrix->size() + 2 * quietZone;
    const int module = qMax(1, qMin(width(), height()) / modules); // whole pixels, for sharp edges
    const int side = module * modules;
    const QPoint corner((width() - side) / 2, (height() - side) / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRect(corner, QSize(side, side)), 2 * module, 2 * module);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int y = 0; y < m_matrix->size(); ++y) {
        for (int x = 0; x < m_matrix->size(); ++x) {
            if (m_matrix->at(x, y))
                painter.fillRect(corner.x() + (x + quietZone) * module, corner.y() + (y + quietZone) * module, module, module,
                                 Qt::black);
        }
    }
}

} // namespace pushlab::app
