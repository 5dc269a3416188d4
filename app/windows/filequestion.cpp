// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/filequestion.h"

#include <QFileDialog>

namespace pushlab::app {

namespace {

QFileDialog *fileDialog(QWidget *window, const FileQuestion &question, QFileDialog::FileMode mode)
{
    auto *dialog = new QFileDialog(window, question.title, {}, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode == QFileDialog::AnyFile ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(mode);
    dialog->setDefaultSuffix(question.suffix);
    if (!question.name.isEmpty())
        dialog->selectFile(question.name);
    return dialog;
}

} // namespace

void askWhereToSave(QWidget *window, const FileQuestion &question, const std::function<void(const QString &)> &chosen)
{
    QFileDialog *const dialog = fileDialog(window, question, QFileDialog::AnyFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, chosen);
    dialog->open();
}

void askWhatToOpen(QWidget *window, const FileQuestion &question, const std::function<void(const QString &)> &chosen)
{
    QFileDialog *const dialog = fileDialog(window, question, QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, chosen);
    dialog->open();
}

void askWhichToOpen(QWidget *window, const FileQuestion &question, const std::function<void(const QStringList &)> &chosen)
{
    QFileDialog *const dialog = fileDialog(window, question, QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, window, chosen);
    dialog->open();
}

} // namespace pushlab::app
