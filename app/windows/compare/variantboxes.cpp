// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/variantboxes.h"

#include "app/windows/compare/variantstyle.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>

namespace pushlab::app {

using compare::Variant;

VariantBoxes::VariantBoxes(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(fontMetrics().height() / 4);
    for (const Variant variant : compare::allVariants) {
        auto *box = new QCheckBox(this);
        const int place = int(m_boxes.size());
        grid->addWidget(box, place / 2, place % 2);
        connect(box, &QCheckBox::toggled, this, &VariantBoxes::changed);
        box->setObjectName(QString::fromLatin1(variantName(variant)));
        m_boxes.append(box);
    }
    retranslate();
    colour();
}

QList<Variant> VariantBoxes::chosen() const
{
    QList<Variant> list;
    for (const Variant variant : compare::allVariants) {
        if (m_boxes.at(qsizetype(variant))->isChecked())
            list.append(variant);
    }
    return list;
}

void VariantBoxes::setChosen(const QList<Variant> &variants)
{
    for (const Variant variant : compare::allVariants)
        m_boxes.at(qsizetype(variant))->setChecked(variants.contains(variant));
}

void VariantBoxes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

void VariantBoxes::retranslate()
{
    for (const Variant variant : compare::allVariants)
        m_boxes.at(qsizetype(variant))->setText(variantLabel(variant));
    m_boxes.at(qsizetype(Variant::TutorialQueue))
        ->setToolTip(tr("Long polling as tutorials write it: one message an answer, from a queue for each browser"));
}

void VariantBoxes::colour()
{
    for (const Variant variant : compare::allVariants)
        m_boxes.at(qsizetype(variant))->setIcon(variantIcon(variant, palette()));
}

} // namespace pushlab::app
