// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/paneldock.h"

#include "app/windows/card.h"

#include <QLabel>

namespace pushlab::app {

PanelDock::PanelDock(const QString &name, QWidget *content, QWidget *parent) : QDockWidget(parent)
{
    setObjectName(name);
    setFeatures(NoDockWidgetFeatures);
    auto *title = new QLabel(this);
    title->setFont(scaledFont(font(), 1.05, true));
    title->setMargin(fontMetrics().height() / 3);
    setTitleBarWidget(title);
    connect(this, &QDockWidget::windowTitleChanged, title, &QLabel::setText);
    setWidget(content);
}

} // namespace pushlab::app
