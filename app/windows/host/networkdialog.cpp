// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/networkdialog.h"

#include "client/session/hanspacing.h"
#include "client/widgets/shownname.h"
#include "server/protocol/limits.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <chrono>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostDelay = int(std::chrono::milliseconds(protocol::maxDelay).count());
constexpr int mostRate = 1'000'000; // kbit/s; greater values have no noticeable effect

} // namespace

NetworkDialog::NetworkDialog(QWidget *parent)
    : SettingsDialog(parent)
    , m_scope(new QComboBox(this))
    , m_delay(new SettlingBox<QSpinBox>(this))
    , m_jitter(new SettlingBox<QSpinBox>(this))
    , m_rate(new SettlingBox<QSpinBox>(this))
{
    m_scope->setObjectName(u"scope"_s);
    m_delay->setObjectName(u"delay"_s);
    m_jitter->setObjectName(u"jitter"_s);
    m_rate->setObjectName(u"rate"_s);
    m_delay->setRange(0, mostDelay);
    m_delay->setSingleStep(10);
    m_jitter->setRange(0, mostDelay);
    m_jitter->setSingleStep(5);
    m_rate->setRange(0, mostRate);
    m_rate->setSingleStep(16);
    addField(m_scope);
    for (SettlingBox<QSpinBox> *box : {m_delay, m_jitter, m_rate}) {
        box->setGroupSeparatorShown(true);
        addField(box);
        box->whenChosen([this] { choose(); });
    }
    connect(m_scope, &QComboBox::currentIndexChanged, this, &NetworkDialog::showValues);
    retranslate();
}

void NetworkDialog::setSettings(const protocol::ClassSettings &settings, const QString &room)
{
    m_settings = settings;
    if (std::exchange(m_room, room) != room)
        retranslate();
    else
        showValues();
}

QString NetworkDialog::scope() const
{
    return m_scope->currentIndex() == 0 ? m_room : QString();
}

void NetworkDialog::showValues()
{
    const protocol::Conditioner now = scope().isEmpty() ? m_settings.conditioner : m_settings.roomConditioners.value(scope());
    m_delay->display(int(now.delay.count()));
    m_jitter->display(int(now.jitter.count()));
    m_rate->display(int(now.bitsPerSecond / 1000));
    setOn(now.isOn());
}

void NetworkDialog::choose()
{
    use({std::chrono::milliseconds(m_delay->value()), std::chrono::milliseconds(m_jitter->value()), qint64(m_rate->value()) * 1000});
}

void NetworkDialog::use(const protocol::Conditioner &chosen)
{
    m_settings.setConditioner(chosen, scope());
    setOn(chosen.isOn());
    Q_EMIT settingsChosen(m_settings);
}

void NetworkDialog::turnOff()
{
    use({});
}

void NetworkDialog::retranslate()
{
    setWindowTitle(tr("Network conditions"));
    {
        const QSignalBlocker blocker(m_scope);
        const int index = qMax(0, m_scope->currentIndex());
        m_scope->clear();
        m_scope->addItems({session::closedUp(tr("the room %1").arg(widgets::isolatedName(m_room))), tr("all rooms")});
        m_scope->setCurrentIndex(index);
    }
    nameField(m_scope, tr("For"));
    nameField(m_delay, tr("Delay, each way"));
    nameField(m_jitter, tr("Jitter, ±"));
    nameField(m_rate, tr("Rate, each way"));
    //: milliseconds, after a number
    m_delay->setSuffix(tr(" ms"));
    m_jitter->setSuffix(tr(" ms"));
    m_rate->setSuffix(tr(" kbit/s"));
    //: of a rate: no bound
    m_rate->setSpecialValueText(tr("any"));
    setNote(
        tr("Alike for all three techniques and both directions, at once. A room's own conditions stand in the place "
           "of those for all rooms, from a connection's first request for that room on."));
    showValues();
}

} // namespace pushlab::app
