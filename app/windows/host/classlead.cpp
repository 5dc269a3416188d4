// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/classlead.h"

#include "app/windows/host/bansdialog.h"
#include "app/windows/host/generatordialog.h"
#include "app/windows/host/hosttoolbar.h"
#include "app/windows/host/networkdialog.h"
#include "client/widgets/composing.h"

#include <QInputDialog>
#include <QLineEdit>

namespace pushlab::app {

namespace {

void bringUp(QDialog &dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

} // namespace

ClassLead::ClassLead(Classroom &classroom, HostToolBar &toolBar, QWidget *window)
    : QObject(window), m_class(classroom), m_toolBar(toolBar), m_window(window)
{
    connect(&toolBar, &HostToolBar::settingsChosen, &m_class, &Classroom::setSettings);
    connect(&toolBar, &HostToolBar::lockWanted, &m_class, &Classroom::setLocked);
    connect(&toolBar, &HostToolBar::networkWanted, this, &ClassLead::showNetworkDialog);
    connect(&toolBar, &HostToolBar::generatorWanted, this, &ClassLead::showGeneratorDialog);
    connect(&toolBar, &HostToolBar::markWanted, this, &ClassLead::askForMark);
    connect(&toolBar, &HostToolBar::raceWanted, &m_class, &Classroom::startRace);
    connect(&m_class, &Classroom::snapshotTaken, this,
            [this](const server::HostSnapshot &snapshot) { m_toolBar.setRacing(snapshot.race && snapshot.race->isOpen); });
}

void ClassLead::showSettings(const protocol::ClassSettings &settings)
{
    m_toolBar.setSettings(settings);
    if (m_network)
        m_network->setSettings(settings, m_class.room());
    if (m_generator)
        m_generator->setSettings(settings);
}

void ClassLead::setBans(const QList<server::BanState> &bans)
{
    m_bans = bans;
    if (m_banned)
        m_banned->setBans(bans);
}

void ClassLead::showBansDialog()
{
    if (!m_banned) {
        m_banned = new BansDialog(m_window);
        connect(m_banned, &BansDialog::moderationWanted, &m_class, &Classroom::moderate);
    }
    m_banned->setBans(m_bans);
    bringUp(*m_banned);
}

void ClassLead::showNetworkDialog()
{
    if (!m_network) {
        m_network = new NetworkDialog(m_window);
        connect(m_network, &NetworkDialog::settingsChosen, &m_class, &Classroom::setSettings);
    }
    m_network->setSettings(m_class.settings(), m_class.room());
    bringUp(*m_network);
}

void ClassLead::showGeneratorDialog()
{
    if (!m_generator) {
        m_generator = new GeneratorDialog(m_window);
        connect(m_generator, &GeneratorDialog::settingsChosen, &m_class, &Classroom::setSettings);
    }
    m_generator->setSettings(m_class.settings());
    bringUp(*m_generator);
}

//! Ctrl+M and Enter put a number.
void ClassLead::askForMark()
{
    auto *const dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Mark this moment"));
    dialog->setLabelText(tr("A word for it, in all curves and in the messages; without one it has a number."));
    dialog->setOkButtonText(tr("Mark"));
    dialog->setCancelButtonText(tr("Cancel"));
    new widgets::Composing(dialog->findChild<QLineEdit *>());
    connect(dialog, &QInputDialog::textValueSelected, &m_class, &Classroom::mark);
    dialog->open();
}

} // namespace pushlab::app
