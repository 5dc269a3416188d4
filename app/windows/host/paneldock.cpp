// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/paneldock.h"

#include "app/windows/card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

PanelDock::PanelDock(const QString &name, QWidget *content, QWidget *parent)
    : QDockWidget(parent), m_bar(new QWidget(this)), m_title(new QLabel(m_bar)), m_drawer(new QToolButton(m_bar))
{
    const int em = fontMetrics().height();
    setObjectName(name);
    setFeatures(NoDockWidgetFeatures);
    m_title->setFont(scaledFont(font(), 1.05, true));
    m_drawer->setFont(m_title->font());
    m_drawer->setObjectName(u"drawer"_s);
    m_drawer->setCheckable(true);
    m_drawer->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_drawer->setFocusPolicy(Qt::StrongFocus);
    m_drawer->hide();
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(em / 3, em / 3, em / 3, em / 3);
    row->addWidget(m_title);
    row->addWidget(m_drawer);
    row->addStretch(1);
    setTitleBarWidget(m_bar);
    connect(this, &QDockWidget::windowTitleChanged, this, &PanelDock::showTitle);
    connect(m_drawer, &QToolButton::clicked, this, &PanelDock::setOpen);
    setWidget(content);
}

void PanelDock::setFoldable(bool isFoldable)
{
    m_isFoldable = isFoldable;
    showContent();
}

void PanelDock::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    showContent();
}

void PanelDock::addNews(int count)
{
    if (!isFolded())
        return;
    m_news += count;
    showTitle();
}

void PanelDock::showContent()
{
    if (!isFolded())
        m_news = 0;
    showTitle();
    m_title->setVisible(!m_isFoldable);
    m_drawer->setVisible(m_isFoldable);
    m_drawer->setChecked(m_isOpen);
    m_drawer->setArrowType(m_isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_drawer->setToolTip(m_isOpen ? tr("Close this drawer") : tr("Open this drawer"));
    widget()->setVisible(!isFolded());
    setMaximumHeight(isFolded() ? m_bar->sizeHint().height() : QWIDGETSIZE_MAX);
}

void PanelDock::showTitle()
{
    //: the title of a closed drawer, and how many things have come since
    const QString title = m_news > 0 ? tr("%1 · %n new", nullptr, m_news).arg(windowTitle()) : windowTitle();
    m_title->setText(title);
    m_drawer->setText(title);
}

void PanelDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        showContent();
}

} // namespace pushlab::app
