// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/card.h"
#include "server/host.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace pushlab::app {

//! "Host a class" on the start window.
class HostForm final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostForm)

public:
    explicit HostForm(QWidget *parent = nullptr);

Q_SIGNALS:
    void hostWanted(const pushlab::server::HostOptions &options);

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void showProblem();
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_roomCaption;
    QLineEdit *m_room;
    QLabel *m_portCaption;
    QSpinBox *m_port;
    QCheckBox *m_tls;
    QLabel *m_problem;
    QPushButton *m_start;
    QString m_trouble; // with the certificate
    bool m_invalid = false;
};

} // namespace pushlab::app
