// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/teacherpage.h"

#include "app/windows/host/qrview.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHostAddress>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

TeacherPage::TeacherPage(QWidget *parent) : QPushButton(parent)
{
    auto *menu = new QMenu(this);
    m_open = menu->addAction(QString(), this, &TeacherPage::openHere);
    m_code = menu->addAction(QString(), this, &TeacherPage::showCode);
    setMenu(menu);
    setUrls({}, {});
    retranslate();
}

void TeacherPage::setUrls(const QUrl &here, const QUrl &elsewhere)
{
    m_here = here;
    m_elsewhere = elsewhere;
    setEnabled(!here.isEmpty());
}

void TeacherPage::openHere()
{
    if (!QDesktopServices::openUrl(m_here))
        Q_EMIT problemFound(tr("No browser could be started."));
}

void TeacherPage::showCode()
{
    const int em = fontMetrics().height();
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Teacher's page on a phone"));
    auto *warning = new QLabel(tr("Whoever has this code leads the class: it carries the teacher's key. Scan it with your own phone, and "
                                  "show it to nobody, also not on a projector."),
                               dialog);
    auto *code = new QrView(dialog);
    code->setText(m_elsewhere.toString());
    code->setAccessibleName(tr("QR code of the teacher's page"));
    code->setMinimumSize(em * 16, em * 16);
    auto *note = new QLabel(dialog);
    if (QHostAddress(m_elsewhere.host()).isLoopback())
        note->setText(tr("This class is open on this computer alone: a phone does not reach it."));
    for (QLabel *label : {warning, note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    note->setVisible(!note->text().isEmpty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QPushButton *const copy = buttons->addButton(tr("Copy address"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, dialog,
            [address = m_elsewhere.toString()] { QGuiApplication::clipboard()->setText(address); });
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(warning);
    column->addWidget(note);
    column->addWidget(code, 1);
    column->addWidget(buttons);
    dialog->resize(em * 22, em * 28);
    dialog->show();
}

void TeacherPage::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TeacherPage::retranslate()
{
    setText(tr("Teacher's page"));
    setToolTip(tr("Lead the class from a browser: for the teacher alone"));
    m_open->setText(tr("Open in the browser"));
    m_code->setText(tr("QR code for your phone …"));
}

} // namespace pushlab::app
