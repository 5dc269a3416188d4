// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/generatordialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

GeneratorDialog::GeneratorDialog(QWidget *parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_rate(new SettlingBox<QDoubleSpinBox>(this))
    , m_size(new SettlingBox<QSpinBox>(this))
    , m_poisson(new QCheckBox(this))
    , m_note(new QLabel(this))
    , m_off(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_rate->setObjectName(u"rate"_s);
    m_size->setObjectName(u"size"_s);
    m_poisson->setObjectName(u"poisson"_s);
    m_off->setObjectName(u"off"_s);
    m_rate->setDecimals(2);
    m_rate->setRange(0, protocol::maxGeneratorRate);
    m_rate->setSingleStep(0.5);
    m_size->setRange(1, protocol::maxGeneratorBytes);
    m_size->setGroupSeparatorShown(true);
    m_size->setValue(protocol::defaultGeneratorBytes);
    m_form->addRow(new QLabel(this), m_rate);
    m_form->addRow(new QLabel(this), m_size);
    m_form->addRow(QString(), m_poisson);
    m_note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_off, QDialogButtonBox::ResetRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_off->setAutoDefault(false); // Enter in a field must not press it
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_note);
    column->addWidget(buttons);
    m_rate->whenChosen([this] { choose(); });
    m_size->whenChosen([this] { choose(); });
    connect(m_poisson, &QCheckBox::toggled, this, &GeneratorDialog::choose);
    connect(m_off, &QPushButton::clicked, this, [this] {
        use({});
        showValues();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
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
    m_off->setEnabled(now.isOn());
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
    m_off->setEnabled(chosen.isOn());
    if (chosen == m_settings.generator)
        return;
    m_settings.generator = chosen;
    Q_EMIT settingsChosen(m_settings);
}

void GeneratorDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GeneratorDialog::retranslate()
{
    setWindowTitle(tr("Message generator"));
    const auto name = [this](QWidget *field, const QString &text) {
        qobject_cast<QLabel *>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    };
    name(m_rate, tr("Messages per second"));
    name(m_size, tr("Size of each"));
    //: bytes, after a number
    m_size->setSuffix(tr(" B"));
    //: of a rate: no messages
    m_rate->setSpecialValueText(tr("none"));
    m_poisson->setText(tr("At random times (Poisson)"));
    m_note->setText(
        tr("The host itself says something into the class's room, so that a silent class measures, too. These messages "
           "are delivered like all others, and count as nobody's sends."));
    m_off->setText(tr("Off"));
    m_close->setText(tr("Close"));
}

} // namespace pushlab::app
