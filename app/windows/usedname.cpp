// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/usedname.h"

#include "app/classfile.h"
#include "app/datetext.h"
#include "client/session/hanspacing.h"
#include "client/widgets/shownname.h"
#include "server/archive.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace pushlab::app {

namespace {

struct UsedName
{
    Q_DECLARE_TR_FUNCTIONS(UsedName)
};

//! Why the class could not be moved aside; empty when it was.
QString clearTheWay(const QString &file)
{
    const QString shown = QDir::toNativeSeparators(file);
    if (server::isInUse(file)) // a second window of the same class
        return UsedName::tr("The file %1 is in use by another host.").arg(shown);
    return moveAside(file) ? QString() : UsedName::tr("The file %1 cannot be moved.").arg(shown);
}

void beginAnew(QWidget *window, const QString &file, const std::function<void()> &proceed)
{
    const QString problem = clearTheWay(file);
    if (problem.isEmpty()) {
        proceed();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, QString(), problem, QMessageBox::Ok, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

} // namespace

void askAboutUsedName(QWidget *window, const QString &room, const std::function<void()> &proceed)
{
    const QString file = classFile(room);
    const QFileInfo kept(file);
    if (!kept.exists()) {
        proceed();
        return;
    }
    auto *box = new QMessageBox(
        QMessageBox::Question, QString(),
        session::closedUp(UsedName::tr("A class of the name %1 was held before. Continue it?").arg(widgets::isolatedName(room))),
        QMessageBox::Cancel, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(UsedName::tr("It was held last on %1. A new one begins without its messages: they are moved to %2, in place "
                                         "of what is there.")
                                .arg(dateTimeText(kept.lastModified()), QDir::toNativeSeparators(previousOf(file))));
    auto *const goOn = box->addButton(UsedName::tr("Continue"), QMessageBox::AcceptRole);
    const auto *const anew = box->addButton(UsedName::tr("A new class"), QMessageBox::DestructiveRole);
    box->setDefaultButton(goOn);
    // Queued: when the box has gone.
    QObject::connect(goOn, &QPushButton::clicked, window, proceed, Qt::QueuedConnection);
    QObject::connect(
        anew, &QPushButton::clicked, window, [window, file, proceed] { beginAnew(window, file, proceed); }, Qt::QueuedConnection);
    box->open();
}

} // namespace pushlab::app
