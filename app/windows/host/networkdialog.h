// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/settingsdialog.h"
#include "app/windows/host/settlingbox.h"

#include <QSpinBox>
#include <QString>

class QComboBox;

namespace pushlab::app {

//! Sets the slow network to pretend, for the class's room or for all rooms; takes effect at once.
class NetworkDialog final : public SettingsDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkDialog)

public:
    explicit NetworkDialog(QWidget *parent = nullptr);

    //! Shows the settings in force. \a room: the class's.
    void setSettings(const protocol::ClassSettings &settings, const QString &room);

private:
    void turnOff() override;
    void retranslate() override;
    [[nodiscard]] QString scope() const; //!< the chosen room; empty: all
    void showValues();
    void choose();
    void use(const protocol::Conditioner &chosen);

    QString m_room;
    QComboBox *m_scope;
    SettlingBox<QSpinBox> *m_delay;
    SettlingBox<QSpinBox> *m_jitter;
    SettlingBox<QSpinBox> *m_rate; // kbit/s, 0: any
};

} // namespace pushlab::app
