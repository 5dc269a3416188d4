// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/statetext.h"

#include "server/protocol/hostframe.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace pushlab::widgets {

using namespace Qt::Literals::StringLiterals;
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

QString stateText(const ClientState &state)
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
    case ClientState::Kind::AccessDenied:
        return QCoreApplication::translate("ClientState", "Not let in");
    }
    Q_UNREACHABLE();
}

QString retryText(const ClientState &state)
{
    if (state.kind == ClientState::Kind::AccessDenied)
        return refusalText(state.code, state.reason);
    if (state.kind != ClientState::Kind::Retrying)
        return {};
    const QString left = wholeSeconds(state.until.remainingTime());
    if (state.everConnected)
        return QCoreApplication::translate("ClientState", "Connection lost. Retrying in %1 s").arg(left);
    return QCoreApplication::translate("ClientState", "The host does not answer. Retrying in %1 s").arg(left);
}

QString refusalText(const QString &code, const QString &reason)
{
    static const QHash<QString, const char *> known{
        {protocol::pinNeededCode, QT_TRANSLATE_NOOP("ClientState", "This class needs a PIN.")},
        {protocol::badTokenCode, QT_TRANSLATE_NOOP("ClientState", "The class has a new PIN.")},
        {protocol::wrongPinCode, QT_TRANSLATE_NOOP("ClientState", "That is not the PIN of this class.")},
        {u"too-many-tries"_s, QT_TRANSLATE_NOOP("ClientState", "Too many wrong PINs. Wait a minute.")},
        {u"kicked"_s, QT_TRANSLATE_NOOP("ClientState", "The teacher has sent you out of the room.")},
        {u"banned"_s, QT_TRANSLATE_NOOP("ClientState", "The teacher has banned you from the room.")},
        {protocol::lockedCode,
         QT_TRANSLATE_NOOP("ClientState",
                           "The class is locked: nobody new can come in. You come in by yourself when the teacher unlocks it.")},
        {u"frozen"_s, QT_TRANSLATE_NOOP("ClientState", "The teacher has frozen the class.")},
        {u"muted"_s, QT_TRANSLATE_NOOP("ClientState", "The teacher has muted you.")},
    };
    const char *const text = known.value(code);
    return text ? QCoreApplication::translate("ClientState", text) : reason;
}

bool asksForPin(const QString &code)
{
    return code == protocol::pinNeededCode || code == protocol::badTokenCode || code == protocol::wrongPinCode
        || code == "too-many-tries"_L1;
}

} // namespace pushlab::widgets
