// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/endwatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QSessionManager>

namespace pushlab::app {

EndWatch::EndWatch(QObject *application) : QObject(application)
{
    // Direct: the session manager waits for the slots, which have to decide at once.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &EndWatch::prepareForSessionEnd, Qt::DirectConnection);
}

bool EndWatch::isEnding()
{
    const auto *const watch = QCoreApplication::instance()->findChild<EndWatch *>(QString(), Qt::FindDirectChildrenOnly);
    return watch && watch->m_isEnding;
}

void EndWatch::end()
{
    m_isEnding = true;
    QCoreApplication::quit(); // closes each window first
}

void EndWatch::prepareForSessionEnd(QSessionManager &manager)
{
    manager.setRestartHint(QSessionManager::RestartNever); // a class is opened by its teacher, not by the next login
    m_isEnding = true;
    QCoreApplication::instance()->installEventFilter(this);
}

bool EndWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHandsOn = event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress;
    if (isHandsOn && event->spontaneous()) {
        m_isEnding = false; // the user has cancelled the end of the session
        QCoreApplication::instance()->removeEventFilter(this);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace pushlab::app
