// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/settingsdialog.h"
#include "app/windows/host/settlingbox.h"

#include <QDoubleSpinBox>
#include <QSpinBox>

class QCheckBox;

namespace pushlab::app {

//! What the host is to say by itself, so that a silent class measures, too; what is set holds at once.
class GeneratorDialog final : public SettingsDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GeneratorDialog)

public:
    explicit GeneratorDialog(QWidget *parent = nullptr);

    void setSettings(const protocol::ClassSettings &settings); //!< what holds now

private:
    void turnOff() override;
    void retranslate() override;
    void showValues();
    void choose();
    void use(const protocol::Generator &chosen);

    SettlingBox<QDoubleSpinBox> *m_rate; // 0: none
    SettlingBox<QSpinBox> *m_size;
    QCheckBox *m_poisson;
};

} // namespace pushlab::app
