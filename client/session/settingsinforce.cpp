// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/settingsinforce.h"

namespace pushlab::session {

void SettingsInForce::begin(const protocol::RoomInfo &info)
{
    if (info.epoch == m_epoch && info.next < m_asOf)
        return; // stated before the last entry that was taken
    m_settings = info.settings;
    m_epoch = info.epoch;
    m_asOf = info.next;
    if (m_heard)
        use(*m_heard);
}

void SettingsInForce::take(const QString &epoch, const protocol::ControlEntry &entry)
{
    const std::optional<protocol::ClassSettings> settings = protocol::settingsFromControl(entry.control);
    if (!settings)
        return;
    m_heard = Change{epoch, entry.seq, *settings};
    use(*m_heard);
}

void SettingsInForce::forget()
{
    m_epoch.clear();
    m_heard.reset();
}

void SettingsInForce::use(const Change &change)
{
    if (change.epoch != m_epoch || change.seq <= m_asOf)
        return;
    m_settings = change.settings;
    m_asOf = change.seq;
}

} // namespace pushlab::session
