// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/settlingbox.h"
#include "server/protocol/classsettings.h"

#include <QDialog>
#include <QSpinBox>
#include <QString>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace pushlab::app {

//! Sets the slow network to pretend, for the class's room or for all rooms; takes effect at once.
class NetworkDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkDialog)

public:
    explicit NetworkDialog(QWidget *parent = nullptr);

    //! Shows the settings in force. \a room: the class's.
    void setSettings(const protocol::ClassSettings &settings, const QString &room);

Q_SIGNALS:
    void settingsChosen(const pushlab::protocol::ClassSettings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString scope() const; //!< the chosen room; empty: all
    void showValues();
    void choose();
    void use(const protocol::Conditioner &chosen);
    void retranslate();

    protocol::ClassSettings m_settings;
    QString m_room;
    QFormLayout *m_form;
    QComboBox *m_scope;
    SettlingBox<QSpinBox> *m_delay;
    SettlingBox<QSpinBox> *m_jitter;
    SettlingBox<QSpinBox> *m_rate; // kbit/s, 0: any
    QLabel *m_note;
    QPushButton *m_off;
    QPushButton *m_close;
};

} // namespace pushlab::app
