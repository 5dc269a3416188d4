// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/statetext.h"

#include "client/session/hanspacing.h"
#include "client/widgets/techniquestyle.h"
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

QString obstacleSentence(transport::Obstacle obstacle)
{
    switch (obstacle) {
    case transport::Obstacle::KeptBack:
        return QCoreApplication::translate(
            "ClientState", "%1 does not get through: a proxy or a firewall between here and the host keeps it back.");
    case transport::Obstacle::Cut:
        return QCoreApplication::translate("ClientState",
                                           "%1 is disturbed: something between here and the host ends requests that wait.");
    case transport::Obstacle::Collected:
        return QCoreApplication::translate(
            "ClientState", "%1 come late: something between here and the host collects them and passes them on in one piece.");
    }
    Q_UNREACHABLE();
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
                           "The class is locked. Tell your teacher; you come in by yourself as soon as it is unlocked.")},
        {u"frozen"_s, QT_TRANSLATE_NOOP("ClientState", "The teacher has frozen the class.")},
        {u"muted"_s, QT_TRANSLATE_NOOP("ClientState", "The teacher has muted you.")},
    };
    const char *const text = known.value(code);
    return text ? QCoreApplication::translate("ClientState", text) : reason;
}

QString obstaclesText(const session::Obstacles &obstacles, protocol::Technique used)
{
    QStringList sentences;
    for (const protocol::Technique technique : protocol::allTechniques) {
        const auto obstacle = obstacles.constFind(technique);
        if (obstacle != obstacles.cend())
            sentences += session::closedUp(obstacleSentence(*obstacle).arg(techniqueTitle(technique)));
    }
    if (sentences.isEmpty())
        return {};
    sentences += QCoreApplication::translate("ClientState", "You use this instead: %1").arg(techniqueTitle(used));
    return sentences.join(u'\n');
}

bool asksForPin(const QString &code)
{
    return code == protocol::pinNeededCode || code == protocol::badTokenCode || code == protocol::wrongPinCode
        || code == "too-many-tries"_L1;
}

} // namespace pushlab::widgets
