// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

namespace pushlab::tests {

//! Writes down all that a client says. Stops listening when it goes.
class ClientLog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientLog)

public:
    explicit ClientLog(session::ChatClient &client);

    //! Whether the numbers received run from \a first on without hole or repeat.
    [[nodiscard]] bool isGapless(qint64 first) const;

    QList<session::Received> received;
    QList<session::Gap> gaps;
    QList<session::ClientState::Kind> states;
    QHash<QString, qint64> confirmed; //!< number by id
    QHash<QString, QString> rejected; //!< reason by id
    int confirmations = 0;
};

} // namespace pushlab::tests
