// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/hostlayout.h"

#include "app/windows/host/membersview.h"
#include "app/windows/host/overviewpage.h"
#include "app/windows/host/paneldock.h"
#include "app/windows/windowplace.h"

#include <QEvent>
#include <QMainWindow>
#include <QSettings>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString hostGeometryKey = u"host/geometry"_s;
constexpr int stateVersion = 2;
constexpr int usualFont = 16; // pixels of a line
constexpr int joinEms = 15;
constexpr int chatEms = 15;

QString stateKeyOf(HostLayout::Width width)
{
    return u"host/state-%1"_s.arg(int(width));
}

} // namespace

HostLayout::HostLayout(QMainWindow *window, const Parts &parts) : QObject(window), m_window(window), m_parts(parts)
{
    window->setDockNestingEnabled(true);
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    window->addDockWidget(Qt::LeftDockWidgetArea, m_parts.join);
    window->addDockWidget(Qt::RightDockWidgetArea, m_parts.members);
    window->addDockWidget(Qt::BottomDockWidgetArea, m_parts.chat);
    m_pause.setSingleShot(true);
    m_pause.callOnTimeout(this, &HostLayout::breathe);
    arrange(Width::Narrow); // the smallest, so that the window may become as small as it was
    window->installEventFilter(this);
}

bool HostLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange || event->type() == QEvent::Show)
        m_pause.start(0);
    return QObject::eventFilter(watched, event);
}

HostLayout::Width HostLayout::wanted() const
{
    const double font = std::max(1.0, double(m_window->fontMetrics().height()) / usualFont);
    if (m_window->width() < narrowBelow * font)
        return Width::Narrow;
    return m_window->width() < wideFrom * font ? Width::Usual : Width::Wide;
}

void HostLayout::breathe()
{
    const Width now = wanted();
    if (now == m_width)
        return;
    QSettings().setValue(stateKeyOf(m_width), m_window->saveState(stateVersion));
    arrange(now);
    resizeParts();
}

void HostLayout::arrange(Width width)
{
    m_width = width;
    m_parts.table->setBrief(width == Width::Narrow);
    m_parts.overview->setWide(width == Width::Wide);
    m_parts.chat->setFoldable(width == Width::Narrow);
    placeChat(width);
    showPanels();
}

void HostLayout::placeChat(Width width)
{
    const auto area = width == Width::Wide ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea;
    if (m_window->dockWidgetArea(m_parts.chat) == area)
        return;
    if (area == Qt::RightDockWidgetArea)
        m_window->splitDockWidget(m_parts.members, m_parts.chat, Qt::Vertical);
    else
        m_window->addDockWidget(area, m_parts.chat);
}

//! As the user left it at such a width, else as the content wants it.
void HostLayout::resizeParts()
{
    const QByteArray state = QSettings().value(stateKeyOf(m_width)).toByteArray();
    if (!state.isEmpty() && m_window->restoreState(state, stateVersion)) {
        showPanels();
        return;
    }
    const int em = m_window->fontMetrics().height();
    const int left = m_window->width() - joinEms * em - m_parts.overview->comfortableWidth();
    const int members = m_width == Width::Narrow ? m_parts.table->briefWidth()
                                                 : std::clamp(left, m_parts.table->briefWidth(), m_parts.table->comfortableWidth());
    m_window->resizeDocks({m_parts.join, m_parts.members}, {joinEms * em, members}, Qt::Horizontal);
    if (m_width == Width::Wide)
        m_window->resizeDocks({m_parts.members, m_parts.chat}, {m_window->height() / 2, m_window->height() / 2}, Qt::Vertical);
    else
        m_window->resizeDocks({m_parts.chat}, {em * chatEms}, Qt::Vertical);
}

void HostLayout::restore()
{
    const int em = m_window->fontMetrics().height();
    restorePlace(*m_window, QSettings().value(hostGeometryKey).toByteArray(), {em * 84, em * 56});
    arrange(wanted());
    resizeParts();
}

void HostLayout::save() const
{
    QSettings settings;
    settings.setValue(hostGeometryKey, m_window->saveGeometry());
    settings.setValue(stateKeyOf(m_width), m_window->saveState(stateVersion));
    m_parts.table->saveColumns();
}

void HostLayout::setComparing(bool isComparing, bool isTracing)
{
    m_isComparing = isComparing;
    m_isTracing = isTracing;
    showPanels();
}

void HostLayout::showPanels()
{
    for (PanelDock *const dock : {m_parts.join, m_parts.members, m_parts.chat})
        dock->setVisible(!m_isComparing && !(m_isTracing && m_width != Width::Wide));
}

} // namespace pushlab::app
