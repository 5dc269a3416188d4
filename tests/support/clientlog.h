// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

namespace pushlab::tests {

//! Records all signals of a client, as long as it exists.
class ClientLog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientLog)

public:
    explicit ClientLog(session::ChatClient &client);

    //! Whether the received numbers begin at \a first and have neither gaps nor repeats.
    [[nodiscard]] bool isGapless(qint64 first) const;

    QList<session::Received> received;
    QList<session::Gap> gaps;
    QList<session::ClientState::Kind> states;
    QHash<QString, qint64> confirmed; //!< numbers, indexed by id
    QHash<QString, QString> rejected; //!< reasons, indexed by id
    int confirmations = 0;
};

} // namespace pushlab::tests
