// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"
#include "server/hostsnapshot.h"

#include <QDialog>
#include <QList>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace pushlab::app {

//! The list of the banned: name or address, and the room, each of whom can be let in again. Made by ClassLead.
class BansDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BansDialog)

public:
    explicit BansDialog(QWidget *parent = nullptr);

    void setBans(const QList<server::BanState> &bans);

Q_SIGNALS:
    //! An empty \a room stands for all rooms.
    void moderationWanted(const QString &room, const pushlab::server::ModerationCommand &command);

protected:
    void changeEvent(QEvent *event) override;

private:
    void liftChosen();
    void showBans();
    void retranslate();

    QList<server::BanState> m_bans;
    QLabel *m_note;
    QTreeWidget *m_list;
    QPushButton *m_lift;
    QPushButton *m_liftAll;
    QPushButton *m_close;
};

} // namespace pushlab::app
