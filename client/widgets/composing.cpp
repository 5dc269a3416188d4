// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/composing.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QWidget>

namespace pushlab::widgets {

Composing::Composing(QWidget *field) : QObject(field)
{
    field->installEventFilter(this);
}

bool Composing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::InputMethod) {
        m_isComposing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
    } else if (event->type() == QEvent::FocusOut) {
        m_isComposing = false;
    } else if (event->type() == QEvent::KeyPress && m_isComposing) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        return key == Qt::Key_Return || key == Qt::Key_Enter;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace pushlab::widgets
