// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/settingsinforce.h"

namespace pushlab::session {

void SettingsInForce::begin(const protocol::RoomInfo &info)
{
    if (info.epoch == m_epoch && info.next < m_asOf)
        return; // stated before the last entry that was taken
    m_settings = info.settings;
    m_own = info.own;
    m_epoch = info.epoch;
    m_asOf = info.next;
    if (m_heard)
        use(*m_heard);
}

bool SettingsInForce::take(const QString &epoch, const protocol::ControlEntry &entry)
{
    const bool isNew = epoch == m_epoch && entry.seq > m_asOf;
    if (entry.kind() == u"own")
        return isNew;
    const std::optional<protocol::ClassSettings> settings = protocol::settingsFromControl(entry.control);
    if (!settings)
        return false;
    m_heard = Change{epoch, entry.seq, *settings};
    use(*m_heard);
    return isNew && settings->isSplit; // its part is not for others to read
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
    if (m_own.isBySplit && !m_settings.isSplit)
        m_own.technique.reset();
    m_own.isBySplit = m_own.isBySplit && m_settings.isSplit;
}

} // namespace pushlab::session
