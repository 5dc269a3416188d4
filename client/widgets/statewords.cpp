// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/statewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushlab::widgets {

using session::ClientState;

namespace {

QString tenths(qint64 milliseconds)
{
    return QLocale().toString(double(qMax<qint64>(0, milliseconds)) / 1000, 'f', 1);
}

QString wholeSeconds(qint64 milliseconds)
{
    return QLocale().toString((qMax<qint64>(0, milliseconds) + 999) / 1000);
}

} // namespace

QString stateWords(const ClientState &state)
{
    switch (state.kind) {
    case ClientState::Kind::Stopped:
        return QCoreApplication::translate("ClientState", "Not connected");
    case ClientState::Kind::Connecting:
        return QCoreApplication::translate("ClientState", "Connecting …");
    case ClientState::Kind::Waiting:
        return QCoreApplication::translate("ClientState", "Waiting: request open %1 s")
            .arg(tenths(state.since.isValid() ? state.since.elapsed() : 0));
    case ClientState::Kind::Pausing:
        return QCoreApplication::translate("ClientState", "Next poll in %1 s").arg(tenths(state.until.remainingTime()));
    case ClientState::Kind::Connected:
        return QCoreApplication::translate("ClientState", "Connected");
    case ClientState::Kind::Retrying:
        return QCoreApplication::translate("ClientState", "No connection");
    }
    Q_UNREACHABLE();
}

QString retryWords(const ClientState &state)
{
    if (state.kind != ClientState::Kind::Retrying)
        return {};
    const QString left = wholeSeconds(state.until.remainingTime());
    if (state.everConnected)
        return QCoreApplication::translate("ClientState", "Connection lost. Retrying in %1 s").arg(left);
    return QCoreApplication::translate("ClientState", "The host does not answer. Retrying in %1 s").arg(left);
}

} // namespace pushlab::widgets
