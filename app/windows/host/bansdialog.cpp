// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/bansdialog.h"

#include "client/widgets/shownname.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace pushlab::app {

using Action = server::ModerationCommand::Action;

BansDialog::BansDialog(QWidget *parent)
    : QDialog(parent), m_note(new QLabel(this)), m_list(new QTreeWidget(this)), m_lift(new QPushButton), m_liftAll(new QPushButton)
{
    const int em = fontMetrics().height();
    m_note->setWordWrap(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setColumnCount(3);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_lift, QDialogButtonBox::ActionRole);
    buttons->addButton(m_liftAll, QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_lift, &QPushButton::clicked, this, &BansDialog::liftChosen);
    connect(m_list, &QTreeWidget::itemActivated, this, &BansDialog::liftChosen);
    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *now) { m_lift->setEnabled(now != nullptr); });
    connect(m_liftAll, &QPushButton::clicked, this, [this] { Q_EMIT moderationWanted({}, {Action::Unban, {}, {}}); });
    resize(em * 28, em * 18);
    retranslate();
}

void BansDialog::setBans(const QList<server::BanState> &bans)
{
    if (std::exchange(m_bans, bans) != bans)
        showBans();
}

//! What is chosen stays, as long as there is something.
void BansDialog::showBans()
{
    // Rows are kept where there are some, with what is chosen: on Qt 6.8 a screen reader hears nothing of those put in their place.
    while (m_list->topLevelItemCount() > m_bans.size())
        delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
    for (qsizetype row = 0; row < m_bans.size(); ++row) {
        const server::BanState &ban = m_bans.at(row);
        const QString name = ban.member.isEmpty() ? tr("everybody there") : widgets::shownName(ban.name);
        if (row == m_list->topLevelItemCount())
            m_list->addTopLevelItem(new QTreeWidgetItem);
        QTreeWidgetItem *const item = m_list->topLevelItem(int(row));
        item->setText(0, name.isEmpty() ? tr("(no name)") : name);
        item->setText(1, ban.address.isEmpty() ? tr("any") : ban.address);
        item->setText(2, ban.room.isEmpty() ? tr("all rooms") : widgets::shownName(ban.room));
    }
    if (!m_list->currentItem() && !m_bans.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_lift->setEnabled(!m_bans.isEmpty());
    m_liftAll->setEnabled(!m_bans.isEmpty());
    m_note->setText(m_bans.isEmpty() ? tr("Nobody is banned.") : tr("Who is banned cannot come in. Bans last until the host ends."));
}

void BansDialog::liftChosen()
{
    const int chosen = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (chosen < 0)
        return;
    const server::BanState &ban = m_bans.at(chosen);
    Q_EMIT moderationWanted(ban.room, {Action::Unban, ban.member.toUtf8(), ban.address});
}

void BansDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BansDialog::retranslate()
{
    setWindowTitle(tr("Banned members"));
    m_list->setHeaderLabels({tr("Name"), tr("Address"), tr("Room")});
    m_list->setAccessibleName(tr("Banned members"));
    m_lift->setText(tr("Lift the ban"));
    m_liftAll->setText(tr("Lift all bans"));
    m_close->setText(tr("Close"));
    showBans();
}

} // namespace pushlab::app
