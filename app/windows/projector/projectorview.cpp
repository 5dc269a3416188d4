// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/projector/projectorview.h"

#include "app/windows/projector/fittedlabel.h"
#include "app/windows/projector/projectorpalette.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>

namespace pushlab::app {

ProjectorView::ProjectorView(QWidget *parent) : QWidget(parent) {}

void ProjectorView::setTextSize(int pixels)
{
    m_textSize = pixels;
    QFont smallest = font();
    smallest.setPixelSize(pixels);
    setFont(smallest);
    for (const Text &text : std::as_const(m_texts)) {
        QFont own = smallest;
        own.setPixelSize(qRound(pixels * text.scale));
        own.setBold(text.isBold);
        if (auto *const fitted = qobject_cast<FittedLabel *>(text.label))
            fitted->setFonts(own, pixels);
        else
            text.label->setFont(own);
    }
    resizeParts();
}

int ProjectorView::neededHeight(int width) const
{
    const QLayout *const parts = layout();
    if (!parts)
        return 0;
    return parts->hasHeightForWidth() ? parts->minimumHeightForWidth(width) : parts->minimumSize().height();
}

QLabel *ProjectorView::addText(double scale, bool isBold)
{
    auto *const label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    m_texts.append({label, scale, isBold});
    return label;
}

FittedLabel *ProjectorView::addFitted(double scale)
{
    auto *const label = new FittedLabel(this);
    m_texts.append({label, scale, true});
    return label;
}

QLabel *ProjectorView::addQuietText()
{
    QLabel *const label = addText(1);
    label->setPalette(projectorCaptions());
    return label;
}

void ProjectorView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace pushlab::app
