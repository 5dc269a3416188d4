// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/windowplace.h"

#include "app/windows/card.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace pushlab::app {

namespace {

qint64 areaOf(const QRect &rect)
{
    return rect.isEmpty() ? 0 : qint64(rect.width()) * rect.height();
}

//! The usual frame of the window manager; the actual one is unknown before the window is shown.
QMargins usualFrame(const QWidget &window)
{
    const int side = window.style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth, nullptr, &window);
    return {side, window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window), side, side};
}

} // namespace

QRect fittedRect(const QRect &window, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return window;
    const QRect &screen = *std::max_element(screens.cbegin(), screens.cend(), [&](const QRect &a, const QRect &b) {
        const qint64 seenA = areaOf(a.intersected(window));
        const qint64 seenB = areaOf(b.intersected(window));
        if (seenA != seenB)
            return seenA < seenB;
        const auto away = [&](const QRect &each) { return (each.center() - window.center()).manhattanLength(); };
        return away(a) > away(b);
    });
    QRect fitted(window.topLeft(), window.size().boundedTo(screen.size()));
    fitted.moveLeft(std::clamp(fitted.left(), screen.left(), screen.right() - fitted.width() + 1));
    fitted.moveTop(std::clamp(fitted.top(), screen.top(), screen.bottom() - fitted.height() + 1));
    return fitted;
}

void restorePlace(QWidget &window, const QByteArray &geometry, const QSize &otherwise)
{
    if (!window.restoreGeometry(geometry)) {
        window.resize(fittedSize(window, otherwise));
        return;
    }
    if (window.isMaximized() || window.isFullScreen())
        return;
    QList<QRect> screens;
    for (const QScreen *const screen : QGuiApplication::screens())
        screens.append(screen->availableGeometry());
    // A window is not smaller than its content, which has to fit on the screen.
    QRect wanted = window.geometry();
    wanted.setSize(wanted.size().expandedTo(window.minimumSizeHint()));
    const QMargins frame = usualFrame(window);
    window.setGeometry(fittedRect(wanted.marginsAdded(frame), screens).marginsRemoved(frame));
}

} // namespace pushlab::app
