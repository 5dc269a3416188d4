// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/start/formcard.h"
#include "server/host.h"

class QCheckBox;
class QSpinBox;

namespace pushlab::app {

class RoomField;

//! "Host a class" on the start window.
class HostForm final : public FormCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostForm)

public:
    explicit HostForm(QWidget *parent = nullptr);

Q_SIGNALS:
    void hostWanted(const pushlab::server::HostOptions &options);

private:
    void submit() override;
    void edit() override;
    void retranslate() override;
    void showProblem();

    RoomField *m_room;
    QSpinBox *m_port;
    QCheckBox *m_tls;
    QString m_trouble; // with the certificate
    bool m_invalid = false;
};

} // namespace pushlab::app
