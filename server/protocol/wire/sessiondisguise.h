// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/session.h"

#include <QByteArray>
#include <QHash>
#include <QString>

class QJsonValue;

namespace pushlab::wire {

//! Keeps out of a session what is not to leave the host: members' keys always, names and secrets unless they are wanted. A member
//! is the same number throughout. A plain class.
class SessionDisguise final
{
public:
    SessionDisguise(bool showsNames, bool showsSecrets) : m_showsNames(showsNames), m_showsSecrets(showsSecrets) {}

    [[nodiscard]] TrafficRecord disguised(TrafficRecord record);
    [[nodiscard]] SessionNote disguised(SessionNote note);

private:
    [[nodiscard]] QString numberOf(const QString &key);
    [[nodiscard]] QString nameOf(const QString &name);
    [[nodiscard]] QJsonValue replaced(const QJsonValue &value);

    QHash<QString, int> m_keys;
    QHash<QString, int> m_names;
    bool m_showsNames;
    bool m_showsSecrets;
};

} // namespace pushlab::wire
