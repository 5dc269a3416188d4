// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/settlingbox.h"
#include "server/protocol/classsettings.h"

#include <QDialog>
#include <QDoubleSpinBox>
#include <QSpinBox>

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace pushlab::app {

//! What the host is to say by itself, so that a silent class measures, too; what is set holds at once.
class GeneratorDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GeneratorDialog)

public:
    explicit GeneratorDialog(QWidget *parent = nullptr);

    void setSettings(const protocol::ClassSettings &settings); //!< what holds now

Q_SIGNALS:
    void settingsChosen(const pushlab::protocol::ClassSettings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showValues();
    void choose();
    void use(const protocol::Generator &chosen);
    void retranslate();

    protocol::ClassSettings m_settings;
    QFormLayout *m_form;
    SettlingBox<QDoubleSpinBox> *m_rate; // 0: none
    SettlingBox<QSpinBox> *m_size;
    QCheckBox *m_poisson;
    QLabel *m_note;
    QPushButton *m_off;
    QPushButton *m_close;
};

} // namespace pushlab::app
