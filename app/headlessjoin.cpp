// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/headlessjoin.h"

#include "app/console.h"
#include "app/messageline.h"
#include "app/optionreader.h"
#include "app/trustedhosts.h"
#include "server/protocol/fingerprint.h"
#include "server/protocol/hostframe.h"
#include "server/protocol/json.h"
#include "server/protocol/techniquetraits.h"

#include <QCoreApplication>

#include <unistd.h>

#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maxUnacknowledged = 100; // then reading stdin pauses: a file is sent as fast as the host takes it
constexpr std::chrono::seconds gracePeriod(1);
constexpr std::chrono::seconds patience(30); // with a host that acknowledges nothing, while the client retries
constexpr std::chrono::milliseconds reportPeriod(500); // for the last delays to reach the host

QString nameOf(protocol::Technique technique)
{
    return QString::fromLatin1(protocol::techniqueName(technique));
}

session::ClientOptions withTrust(session::ClientOptions options)
{
    if (options.fingerprint.isEmpty())
        options.fingerprint = trustedFingerprint(options.host);
    options.testsTechniques = true;
    return options;
}

} // namespace

HeadlessJoin::HeadlessJoin(session::ClientOptions options, bool asJson, AtEndOfInput atEnd, QObject *parent)
    : QObject(parent), m_client(withTrust(std::move(options))), m_lines(STDIN_FILENO), m_asJson(asJson), m_atEnd(atEnd)
{
    m_grace.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_grace, &QTimer::timeout, this, &HeadlessJoin::tellUnacknowledged);
    connect(&m_patience, &QTimer::timeout, this, &HeadlessJoin::giveUp);
    connect(&m_lines, &LineReader::lineRead, this, &HeadlessJoin::takeLine);
    connect(&m_lines, &LineReader::ended, this, &HeadlessJoin::takeEnd);
    connect(&m_client, &session::ChatClient::messagesReceived, this, &HeadlessJoin::print);
    connect(&m_client, &session::ChatClient::stateChanged, this, &HeadlessJoin::tellState);
    connect(&m_client, &session::ChatClient::gapFound, this, &HeadlessJoin::tellGap);
    connect(&m_client, &session::ChatClient::sendConfirmed, this, &HeadlessJoin::forget);
    connect(&m_client, &session::ChatClient::sendRejected, this, &HeadlessJoin::refuse);
    connect(&m_client, &session::ChatClient::certificateRefused, this, &HeadlessJoin::refuseCertificate);
    connect(&m_client, &session::ChatClient::techniqueChanged, this,
            [](protocol::Technique technique) { tell(tr("Now by %1.").arg(nameOf(technique))); });
    connect(&m_client, &session::ChatClient::obstaclesFound, this, [this] {
        const session::Obstacles &obstacles = m_client.obstacles();
        for (auto obstacle = obstacles.cbegin(); obstacle != obstacles.cend(); ++obstacle)
            tell(tr("Something on the way to the host keeps %1 from getting through as it should.").arg(nameOf(obstacle.key())));
    });
    connect(&m_client, &session::ChatClient::ordersChanged, this, &HeadlessJoin::tellOrders);
    connect(&m_question, &JoinQuestion::finished, this, [this](bool isTaken) {
        m_hasFailedLines = m_hasFailedLines || !isTaken;
        leaveIfDone();
    });
    connect(&m_client, &session::ChatClient::controlsReceived, this, &HeadlessJoin::tellMarks);
    connect(&m_client, &session::ChatClient::messagesWithdrawn, this, &HeadlessJoin::tellWithdrawn);
    connect(&m_client, &session::ChatClient::raceReceived, this, [](const session::RaceReceipt &race) {
        tell(race.delay ? tr("Race %1: received after %2 ms.").arg(race.number).arg(*race.delay, 0, 'f', 1)
                        : tr("Race %1: received.").arg(race.number));
    });
}

void HeadlessJoin::start()
{
    m_client.start();
    m_lines.resume();
}

void HeadlessJoin::stop()
{
    m_lines.pause();
    m_patience.stop();
    m_isLeaving = false;
    if (m_unacknowledged.isEmpty() || !m_isJoined)
        finish(ExitCode::Ok);
    else
        m_grace.start(gracePeriod);
}

void HeadlessJoin::takeLine(const QByteArray &bytes)
{
    const QString line = protocol::fromUtf8(bytes.endsWith('\r') ? bytes.chopped(1) : bytes);
    if (line.startsWith("//"_L1))
        send(line.sliced(1));
    else if (line.startsWith(u'/'))
        obey(line.sliced(1));
    else if (!line.isEmpty())
        send(line);
}

void HeadlessJoin::takeEnd()
{
    if (m_atEnd == AtEndOfInput::Stay)
        return;
    m_isLeaving = true;
    m_patience.start();
    leaveIfDone();
}

void HeadlessJoin::leaveIfDone()
{
    if (m_isLeaving && m_isJoined && m_unacknowledged.isEmpty() && !m_question.isBusy())
        finish(m_hasFailedLines ? ExitCode::Failed : ExitCode::Ok); // the reason was printed when it happened
}

void HeadlessJoin::giveUp()
{
    if (m_isJoined) {
        tellUnacknowledged();
        return;
    }
    if (m_isLockedOut) {
        tell(tr("Cannot join %1: the class is locked.").arg(m_client.options().host.toString()));
        finish(ExitCode::Unreachable);
        return;
    }
    tell(tr("Cannot join %1: no answer within %2 s.").arg(m_client.options().host.toString()).arg(patience.count()));
    finish(ExitCode::Unreachable);
}

void HeadlessJoin::tellUnacknowledged()
{
    tell(tr("%n message(s) were not acknowledged by the host.", nullptr, int(m_unacknowledged.size())));
    finish(ExitCode::Failed);
}

void HeadlessJoin::obey(const QString &command)
{
    const QString name = command.section(u' ', 0, 0);
    const QString argument = command.section(u' ', 1).trimmed();
    if (name == "technique"_L1)
        useTechnique(argument);
    else if (name == "guess"_L1)
        m_question.guess(argument);
    else
        tellVisibly(tr("There is no command /%1. There are /technique and /guess; // sends a text that begins with /.").arg(name));
}

void HeadlessJoin::useTechnique(const QString &name)
{
    const auto technique = protocol::techniqueFromName(name.toUtf8());
    if (!technique)
        tell(tr("/technique needs %1.").arg(knownTechniques()));
    else if (!m_client.setTechnique(*technique))
        tell(m_client.classTechnique() ? tr("The technique is set by the host for the whole class.")
                                       : tr("The host does not offer %1.").arg(nameOf(*technique)));
}

void HeadlessJoin::send(const QString &text)
{
    const QString id = m_client.send(text);
    if (id.isEmpty()) {
        tell(tr("A message of %1 characters was not sent: it is too long.").arg(text.size()));
        m_hasFailedLines = true;
        return;
    }
    m_unacknowledged.insert(id);
    if (m_unacknowledged.size() >= maxUnacknowledged)
        m_lines.pause();
}

//! Lines wait while the class is frozen. Those of a muted member do not: the host refuses them, and its sender is told.
void HeadlessJoin::tellOrders()
{
    const protocol::OwnOrders &own = m_client.ownOrders();
    const auto tellOnce = [](bool &was, bool is, const QString &begins, const QString &ends) {
        if (std::exchange(was, is) != is)
            tell(is ? begins : ends);
    };
    tellOnce(m_isFrozen, m_client.isFrozen(), tr("The teacher has frozen the class: nobody can send."), tr("The class goes on."));
    tellOnce(m_isMuted, own.isMuted, tr("The teacher has muted you: you can read, but not send."), tr("You can send again."));
    if (std::exchange(m_isSplit, own.isBySplit) != own.isBySplit && own.isBySplit)
        tell(tr("The class is split: you use %1.").arg(nameOf(own.technique.value_or(m_client.technique()))));
    if (m_isFrozen)
        m_lines.pause();
    else if (!m_isFinished && m_unacknowledged.size() < maxUnacknowledged)
        m_lines.resume();
}

void HeadlessJoin::tellMarks(const QList<protocol::ControlEntry> &controls)
{
    for (const protocol::ControlEntry &control : controls) {
        if (control.kind() == u"mark")
            tellVisibly(tr("Mark: %1").arg(control.control[u"name"].toString()));
    }
}

void HeadlessJoin::tellWithdrawn(const QList<qint64> &seqs)
{
    for (const qint64 seq : seqs)
        tell(tr("The teacher has withdrawn message %1.").arg(seq));
}

void HeadlessJoin::print(const QList<session::Received> &messages)
{
    for (const session::Received &received : messages) {
        if (!printLine(m_asJson ? jsonLine(received) : plainLine(received))) {
            finish(ExitCode::Failed); // the reader of stdout has gone
            return;
        }
    }
}

void HeadlessJoin::tellState(const session::ClientState &state)
{
    if (state.kind == session::ClientState::Kind::AccessDenied && state.code == protocol::lockedCode) {
        if (!std::exchange(m_isLockedOut, true))
            tell(tr("The class is locked: nobody new can come in. Waiting until the teacher unlocks it."));
        return;
    }
    if (state.kind == session::ClientState::Kind::AccessDenied) {
        const bool wantsPin = state.code == protocol::pinNeededCode || state.code == protocol::badTokenCode;
        tellVisibly(
            tr("The host does not let this client in: %1").arg(wantsPin ? tr("the class has a PIN; give it with --pin.") : state.reason));
        finish(state.everConnected ? ExitCode::Failed : ExitCode::Unreachable);
        return;
    }
    if (state.kind == session::ClientState::Kind::Retrying) {
        if (!state.everConnected) {
            tellVisibly(tr("Cannot join %1: %2").arg(m_client.options().host.toString(), state.reason));
            finish(ExitCode::Unreachable);
            return;
        }
        m_isLost = true;
        tellVisibly(tr("Connection lost (%1). Trying again in %2 s.")
                        .arg(state.reason)
                        .arg(double(state.until.remainingTime()) / 1000, 0, 'f', 1));
        return;
    }
    if (state.everConnected && !m_isJoined) {
        m_isJoined = true;
        m_isLockedOut = false;
        tell(tr("Joined %1 at %2 by %3.").arg(m_client.options().room, m_client.options().host.toString(), nameOf(m_client.technique())));
        m_question.begin();
        leaveIfDone();
    }
    const bool isThere = state.kind == session::ClientState::Kind::Connected || state.kind == session::ClientState::Kind::Waiting
        || state.kind == session::ClientState::Kind::Pausing;
    if (isThere && std::exchange(m_isLost, false))
        tell(tr("Connected again."));
}

void HeadlessJoin::tellGap(const session::Gap &gap)
{
    switch (gap.kind) {
    case session::Gap::Kind::NewEpoch:
        tell(gap.isCleared ? tr("The teacher has cleared the room; it begins anew.")
                           : tr("The room began anew; earlier messages may be missing."));
        return;
    case session::Gap::Kind::Trimmed:
        tell(tr("%n message(s) are missing: the room's log no longer has them.", nullptr, int(gap.missed)));
        return;
    }
}

void HeadlessJoin::forget(const QString &id)
{
    m_unacknowledged.remove(id);
    if (m_grace.isActive()) {
        if (m_unacknowledged.isEmpty())
            finish(ExitCode::Ok);
        return;
    }
    if (m_isFinished)
        return;
    if (m_isLeaving) {
        m_patience.start();
        leaveIfDone();
    } else if (!m_isFrozen) {
        m_lines.resume();
    }
}

void HeadlessJoin::refuse(const QString &id, const QString &reason)
{
    tellVisibly(tr("The host refused a message: %1").arg(reason));
    m_hasFailedLines = true;
    forget(id);
}

void HeadlessJoin::refuseCertificate(const QByteArray &fingerprint)
{
    const QString host = m_client.options().host.toString();
    if (fingerprint.isEmpty()) {
        tell(tr("Cannot join %1: its certificate cannot be checked.").arg(host));
    } else {
        const QString begin = m_client.options().fingerprint.isEmpty() ? tr("no authority vouches for its certificate")
                                                                       : tr("its certificate is not the one that was trusted");
        tell(tr("Cannot join %1: %2. If the host shows this fingerprint, join with --fingerprint %3")
                 .arg(host, begin, protocol::fingerprintText(fingerprint)));
    }
    finish(ExitCode::Unreachable);
}

void HeadlessJoin::finish(ExitCode code)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_grace.stop();
    m_patience.stop();
    m_lines.pause();
    m_client.stop();
    const auto leave = [code] { QCoreApplication::exit(int(code)); };
    if (code != ExitCode::Ok || !m_client.isReporting()) {
        leave();
        return;
    }
    connect(&m_client, &session::ChatClient::reportsFinished, this, leave);
    QTimer::singleShot(reportPeriod, this, leave);
}

} // namespace pushlab::app
