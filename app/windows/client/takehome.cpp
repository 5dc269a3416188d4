// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/client/takehome.h"

#include "app/outputfile.h"
#include "app/windows/filequestion.h"
#include "client/session/chatclient.h"
#include "server/protocol/paths.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QTextDocument>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

TakeHome::TakeHome(const session::ChatClient &client, QWidget *parent) : QPushButton(parent), m_client(client)
{
    auto *menu = new QMenu(this);
    m_print = menu->addAction(QString());
    m_save = menu->addAction(QString());
    m_worksheet = menu->addAction(QString());
    setMenu(menu);
    connect(m_print, &QAction::triggered, this, &TakeHome::askHowToPrint);
    connect(m_save, &QAction::triggered, this, &TakeHome::askWhereToSaveThem);
    connect(m_worksheet, &QAction::triggered, this, &TakeHome::openWorksheet);
    retranslate();
}

OwnNumbers TakeHome::numbers() const
{
    OwnNumbers numbers{m_client.options().room, m_client.name(), QDateTime::currentDateTime(), {}};
    for (const protocol::Technique technique : protocol::allTechniques)
        numbers.counters += m_client.counters(technique);
    return numbers;
}

void TakeHome::askHowToPrint()
{
    auto *dialog = new QPrintDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this](QPrinter *printer) { printTo(*printer); });
    dialog->open();
}

void TakeHome::printTo(QPrinter &printer) const
{
    QTextDocument page;
    page.setHtml(ownNumbersPage(numbers()));
    page.print(&printer);
}

void TakeHome::askWhereToSaveThem()
{
    static const QRegularExpression unfit(u"[\\\\/:*?\"<>|\\p{C}]"_s);
    QString name = u"PushLab "_s + m_client.options().room + u' ' + m_client.name() + u".csv"_s;
    askWhereToSave(window(), {tr("Save my numbers"), tr("Comma-separated values (*.csv)"), u"csv"_s, name.replace(unfit, u"_"_s)},
                   [this](const QString &file) { saveTo(file); });
}

//! In the browser, which asks for the PIN if there is one.
void TakeHome::openWorksheet()
{
    QUrl address = m_client.options().host;
    address.setPath(QString::fromLatin1(protocol::withSlash(protocol::worksheetPath)));
    if (!QDesktopServices::openUrl(address))
        Q_EMIT problemFound(tr("No browser could be started. The worksheet is at %1").arg(address.toString()));
}

void TakeHome::saveTo(const QString &file)
{
    const QString problem = writeOutput(file, ownNumbersCsv(numbers()), Patience::Short);
    if (!problem.isEmpty())
        Q_EMIT problemFound(tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(file), problem));
}

void TakeHome::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TakeHome::retranslate()
{
    setText(tr("My numbers"));
    setToolTip(tr("Take home what you have measured"));
    m_print->setText(tr("Print my numbers…"));
    m_save->setText(tr("Save as CSV…"));
    m_worksheet->setText(tr("Open the worksheet in the browser"));
}

} // namespace pushlab::app
