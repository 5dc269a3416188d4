// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/card.h"

class QLabel;
class QToolButton;

namespace pushlab::app {

//! Help for when nobody from another machine can connect: the firewall command to copy, VPN, isolating access points.
class HelpCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpCard)

public:
    explicit HelpCard(QWidget *parent = nullptr);

    void setPort(quint16 port);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_command;
    QLabel *m_title;
    QLabel *m_firewall;
    QLabel *m_line;
    QToolButton *m_copy;
    QLabel *m_network;
};

} // namespace pushlab::app
