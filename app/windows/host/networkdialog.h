// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/hostoptions.h"
#include "server/protocol/conditioner.h"

#include <QDialog>
#include <QString>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace pushlab::app {

//! The slow network to pretend, for the class's room or for all rooms; what is set holds at once.
class NetworkDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkDialog)

public:
    explicit NetworkDialog(QWidget *parent = nullptr);

    //! What holds now, as the host has it.
    void setOptions(const server::HostOptions &options);

    //! Takes a choice into \a options, for the next start.
    static void keep(const protocol::Conditioner &conditioner, const QString &room, server::HostOptions &options);

Q_SIGNALS:
    //! \a room: empty for all.
    void conditionerChosen(const pushlab::protocol::Conditioner &conditioner, const QString &room);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString scope() const; //!< the room chosen; empty: all
    void showValues();
    void choose();
    void switchOff();
    void retranslate();

    server::HostOptions m_options;
    QFormLayout *m_form;
    QComboBox *m_scope;
    QSpinBox *m_delay;
    QSpinBox *m_jitter;
    QSpinBox *m_rate; // kbit/s, 0: any
    QLabel *m_note;
    QPushButton *m_off;
    QPushButton *m_close;
};

} // namespace pushlab::app
