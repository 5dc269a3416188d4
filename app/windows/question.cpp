// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/question.h"

#include <QMessageBox>
#include <QPushButton>

namespace pushlab::app {

QMessageBox *askFirst(QWidget *window, const Question &question, const std::function<void()> &accepted)
{
    auto *box = new QMessageBox(QMessageBox::Question, QString(), question.question, QMessageBox::Cancel, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // it contains names of files and rooms
    box->setInformativeText(question.details);
    box->setDefaultButton(QMessageBox::Cancel);
    const QPushButton *const button = box->addButton(question.yes, QMessageBox::AcceptRole);
    // Queued, so that the box has closed before.
    QObject::connect(button, &QPushButton::clicked, window, accepted, Qt::QueuedConnection);
    box->open();
    return box;
}

} // namespace pushlab::app
