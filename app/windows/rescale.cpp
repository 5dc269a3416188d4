// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/rescale.h"

#include "app/windows/card.h"
#include "client/widgets/flowlayout.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QList>
#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace pushlab::app {

namespace {

//! What a widget has of its own, before anything changes: some widgets adapt themselves when the font does.
struct OwnSizes
{
    QPointer<QWidget> widget;
    QFont font;
    bool hasFont = false;
    QSize least;
    QSize greatest;
    QMargins margins;
    int labelMargin = 0;
};

int scaledSize(int size, double ratio)
{
    return size <= 0 || size >= QWIDGETSIZE_MAX ? size : std::max(1, qRound(size * ratio));
}

QMargins scaledMargins(const QMargins &margins, double ratio)
{
    return {qRound(margins.left() * ratio), qRound(margins.top() * ratio), qRound(margins.right() * ratio),
            qRound(margins.bottom() * ratio)};
}

OwnSizes ownSizes(QWidget *widget)
{
    constexpr uint sizeResolved = 0x2; // in the mask of a font that says which of its properties were set
    OwnSizes own{widget, widget->font(), false, widget->minimumSize(), widget->maximumSize(), widget->contentsMargins(), 0};
    own.hasFont = widget->testAttribute(Qt::WA_SetFont) && (own.font.resolveMask() & sizeResolved);
    if (const auto *const label = qobject_cast<const QLabel *>(widget))
        own.labelMargin = label->margin();
    return own;
}

void scaleSpacers(QLayout &layout, double ratio)
{
    for (int i = 0; i < layout.count(); ++i) {
        if (QSpacerItem *const spacer = layout.itemAt(i)->spacerItem()) {
            const QSizePolicy policy = spacer->sizePolicy();
            const QSize size = spacer->sizeHint();
            spacer->changeSize(qRound(size.width() * ratio), qRound(size.height() * ratio), policy.horizontalPolicy(),
                               policy.verticalPolicy());
        }
    }
}

//! Qt's own layouts, of tool bars and docks, take their sizes from the style.
void scaleLayout(QLayout &layout, double ratio)
{
    if (auto *const box = qobject_cast<QBoxLayout *>(&layout)) {
        box->setSpacing(qRound(box->spacing() * ratio));
        scaleSpacers(layout, ratio);
    } else if (auto *const grid = qobject_cast<QGridLayout *>(&layout)) {
        grid->setHorizontalSpacing(qRound(grid->horizontalSpacing() * ratio));
        grid->setVerticalSpacing(qRound(grid->verticalSpacing() * ratio));
    } else if (auto *const form = qobject_cast<QFormLayout *>(&layout)) {
        form->setHorizontalSpacing(qRound(form->horizontalSpacing() * ratio));
        form->setVerticalSpacing(qRound(form->verticalSpacing() * ratio));
    } else if (auto *const flow = qobject_cast<widgets::FlowLayout *>(&layout)) {
        flow->setSpacing(qRound(flow->spacing() * ratio));
    } else {
        return;
    }
    layout.setContentsMargins(scaledMargins(layout.contentsMargins(), ratio));
    layout.invalidate();
}

void scaleWidget(const OwnSizes &own, double ratio)
{
    QWidget &widget = *own.widget;
    if (own.hasFont)
        widget.setFont(scaledFont(own.font, ratio, own.font.bold()));
    if (!widget.isWindow()) { // a window's least size is that of its layout
        widget.setMaximumSize(scaledSize(own.greatest.width(), ratio), scaledSize(own.greatest.height(), ratio));
        widget.setMinimumSize(scaledSize(own.least.width(), ratio), scaledSize(own.least.height(), ratio));
    }
    if (auto *const label = qobject_cast<QLabel *>(&widget)) {
        label->setMargin(qRound(own.labelMargin * ratio));
        label->setContentsMargins(scaledMargins(own.margins, ratio));
    }
    const auto layouts = widget.findChildren<QLayout *>(Qt::FindDirectChildrenOnly);
    for (QLayout *const layout : layouts) {
        scaleLayout(*layout, ratio);
        const auto inner = layout->findChildren<QLayout *>();
        for (QLayout *const each : inner)
            scaleLayout(*each, ratio);
    }
    widget.updateGeometry();
}

} // namespace

void rescaleWindows(const QFont &font, double scale, double ratio)
{
    QList<OwnSizes> all;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *const widget : widgets)
        all.append(ownSizes(widget));
    QApplication::setFont(scaledFont(font, scale, font.bold()));
    for (const OwnSizes &own : std::as_const(all)) {
        if (own.widget)
            scaleWidget(own, ratio);
    }
}

} // namespace pushlab::app
