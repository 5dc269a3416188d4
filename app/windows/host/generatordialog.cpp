// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/generatordialog.h"

#include <QCheckBox>
#include <QSignalBlocker>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

GeneratorDialog::GeneratorDialog(QWidget *parent)
    : SettingsDialog(parent)
    , m_rate(new SettlingBox<QDoubleSpinBox>(this))
    , m_size(new SettlingBox<QSpinBox>(this))
    , m_poisson(new QCheckBox(this))
{
    m_rate->setObjectName(u"rate"_s);
    m_size->setObjectName(u"size"_s);
    m_poisson->setObjectName(u"poisson"_s);
    m_rate->setDecimals(2);
    m_rate->setRange(0, protocol::maxGeneratorRate);
    m_rate->setSingleStep(0.5);
    m_size->setRange(1, protocol::maxGeneratorBytes);
    m_size->setGroupSeparatorShown(true);
    m_size->setValue(protocol::defaultGeneratorBytes);
    addField(m_rate);
    addField(m_size);
    addUnnamedField(m_poisson);
    m_rate->whenChosen([this] { choose(); });
    m_size->whenChosen([this] { choose(); });
    connect(m_poisson, &QCheckBox::toggled, this, &GeneratorDialog::choose);
    retranslate();
}

void GeneratorDialog::setSettings(const protocol::ClassSettings &settings)
{
    m_settings = settings;
    showValues();
}

//! Off, it keeps its size and its times for the next go.
void GeneratorDialog::showValues()
{
    const protocol::Generator &now = m_settings.generator;
    const QSignalBlocker poisson(m_poisson);
    m_rate->display(now.perSecond);
    setOn(now.isOn());
    if (!now.isOn())
        return;
    m_size->display(now.bytes);
    m_poisson->setChecked(now.isPoisson);
}

void GeneratorDialog::choose()
{
    const protocol::Generator chosen{m_rate->value(), m_size->value(), m_poisson->isChecked()};
    use(chosen.isOn() ? chosen : protocol::Generator{});
}

void GeneratorDialog::use(const protocol::Generator &chosen)
{
    setOn(chosen.isOn());
    if (chosen == m_settings.generator)
        return;
    m_settings.generator = chosen;
    Q_EMIT settingsChosen(m_settings);
}

void GeneratorDialog::turnOff()
{
    use({});
    showValues();
}

void GeneratorDialog::retranslate()
{
    setWindowTitle(tr("Message generator"));
    nameField(m_rate, tr("Messages per second"));
    nameField(m_size, tr("Size of each"));
    //: bytes, after a number
    m_size->setSuffix(tr(" B"));
    //: of a rate: no messages
    m_rate->setSpecialValueText(tr("none"));
    m_poisson->setText(tr("At random times (Poisson)"));
    setNote(
        tr("The host itself says something into the class's room, so that a silent class measures, too. These messages "
           "are delivered like all others, and count as nobody's sends."));
}

} // namespace pushlab::app
