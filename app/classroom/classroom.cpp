// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/classroom.h"

#include "app/classroom/classtheory.h"
#include "app/classroom/questionanswers.h"
#include "app/classroom/techniquefigures.h"
#include "app/classroom/worksheethtml.h"
#include "app/lanaddress.h"
#include "app/qrmatrix.h"
#include "app/tlsoptions.h"

#include <QMetaMethod>

#include <utility>

namespace pushlab::app {

using server::Host;
using server::ModerationCommand;

namespace {

QList<QByteArray> codeRows(const QString &link)
{
    QList<QByteArray> rows;
    const std::optional<QrMatrix> code = QrMatrix::encode(link);
    for (int y = 0; code && y < code->size(); ++y) {
        QByteArray row;
        for (int x = 0; x < code->size(); ++x)
            row += code->at(x, y) ? '1' : '0';
        rows.append(row);
    }
    return rows;
}

} // namespace

Classroom::Classroom(server::HostOptions options, QObject *parent, NetworkWatch::Look look)
    : QObject(parent), m_options(std::move(options)), m_network(std::move(look))
{
    m_options.theory = expectationOf;
    m_options.answerer = answerOf;
    m_options.techniqueMeter = techniqueFiguresOf;
    m_options.worksheetWriter = worksheetContent;
    connect(&m_network, &NetworkWatch::changed, this, &Classroom::followNetwork);
    connect(&m_awake, &KeepAwake::failed, this, &Classroom::awakeFailed);
}

Classroom::~Classroom()
{
    m_announcer.stop();
    m_host.reset(); // receivers of our signals may be partly destroyed already
}

quint16 Classroom::port() const
{
    return m_state == State::Running ? m_host->port() : quint16(0);
}

QUrl Classroom::url() const
{
    return m_state == State::Running ? ownUrl(m_options.bind, m_host->port(), schemeOf(m_options)) : QUrl();
}

void Classroom::setRoom(const QString &room, const QString &database)
{
    Q_ASSERT(!m_host);
    m_options.database = database;
    if (room == m_options.room)
        return;
    m_options.room = room;
    protocol::ClassSettings settings = m_options.settings;
    settings.roomConditioners.clear(); // these belong to the former room
    setSettings(settings);
}

void Classroom::start()
{
    if (m_host)
        return;
    m_host = std::make_unique<Host>(m_options);
    m_options.teacherKey = m_host->options().teacherKey;
    m_state = State::Starting;
    follow(*m_host);
    m_host->recordTraffic(m_isRecording);
    m_host->start();
}

void Classroom::follow(Host &host)
{
    connect(&host, &Host::started, this, &Classroom::takeStart);
    connect(&host, &Host::failed, this, &Classroom::takeFailure);
    connect(&host, &Host::settingsChanged, this, &Classroom::takeSettings);
    connect(&host, &Host::storageFailed, this, &Classroom::storageFailed);
    connect(&host, &Host::lessonOrdered, this, &Classroom::lessonOrdered);
    connect(&host, &Host::logRead, this, &Classroom::logRead);
    connect(&host, &Host::trafficRecorded, this, &Classroom::trafficRecorded);
    connect(&host, &Host::worksheetRead, this, &Classroom::worksheetRead);
    if (!isSignalConnected(QMetaMethod::fromSignal(&Classroom::snapshotTaken)))
        return; // snapshots cost time in the server's thread
    connect(&host, &Host::snapshotTaken, this, [this](const server::HostSnapshot &snapshot) {
        m_snapshot = snapshot;
        Q_EMIT snapshotTaken(m_snapshot);
    });
}

void Classroom::takeStart(quint16 port)
{
    m_state = State::Running;
    m_announcer.start(m_options.bind, port, m_options.room, schemeOf(m_options));
    m_network.start();
    m_awake.begin();
    invite();
    Q_EMIT started(port);
}

//! The list of names that the host answers to and the announcements follow by themselves.
void Classroom::followNetwork()
{
    if (m_options.tls && m_options.isOwnCertificate) {
        const QByteArray before = m_options.tls->fingerprint;
        if (useSelfSigned(m_options).isEmpty() && m_options.tls->fingerprint != before)
            m_host->setTls(*m_options.tls);
    }
    Q_EMIT networkChanged();
    invite();
}

void Classroom::setAddress(const QUrl &address)
{
    m_address = address;
    invite();
}

void Classroom::invite()
{
    protocol::Invitation invitation;
    invitation.room = room();
    if (m_state == State::Running) {
        const QHostAddress best = addressToTell(m_options.bind, m_network.addresses());
        const QUrl host = m_address.isEmpty() ? QUrl(hostUrlText(best, m_host->port(), schemeOf(m_options))) : m_address;
        invitation.address = classUrl(host, room()).toString(QUrl::FullyEncoded);
        invitation.link = classUrl(host, room(), m_options.pin).toString(QUrl::FullyEncoded);
        invitation.pin = m_options.pin;
        invitation.code = codeRows(invitation.link);
    }
    if (invitation == m_invitation)
        return;
    m_invitation = invitation;
    if (m_host)
        m_host->setInvitation(m_invitation);
    Q_EMIT invitationChanged(m_invitation);
}

void Classroom::takeFailure(const QString &error, server::HostFailure what)
{
    m_host.release()->deleteLater(); // it is the sender of this signal
    m_state = State::Stopped;
    Q_EMIT failed(error, what);
}

void Classroom::stop()
{
    if (!m_host)
        return;
    Q_EMIT aboutToStop();
    m_announcer.stop();
    m_network.stop();
    m_awake.end();
    m_host->stop();
    m_host.reset();
    m_state = State::Stopped;
    m_snapshot = {};
    m_address.clear();
    invite();
    protocol::ClassSettings settings = m_options.settings;
    settings.isLocked = false; // a new host has no members yet that would be admitted to a locked room
    setSettings(settings);
    Q_EMIT stopped();
}

void Classroom::setSettings(const protocol::ClassSettings &settings)
{
    const protocol::ClassSettings bounded = protocol::clamped(settings);
    if (m_host)
        m_host->setSettings(bounded);
    takeSettings(bounded);
}

void Classroom::takeSettings(const protocol::ClassSettings &settings)
{
    if (std::exchange(m_options.settings, settings) != settings)
        Q_EMIT settingsChanged(settings);
}

void Classroom::setLocked(bool isLocked)
{
    if (m_options.settings.isLocked == isLocked) { // a room may be locked individually
        moderate({}, {isLocked ? ModerationCommand::Action::Lock : ModerationCommand::Action::Unlock, {}, {}});
        return;
    }
    protocol::ClassSettings settings = m_options.settings;
    settings.isLocked = isLocked;
    setSettings(settings);
}

void Classroom::setPin(const QString &pin)
{
    m_options.pin = pin;
    if (m_host)
        m_host->setPin(pin);
    invite();
    Q_EMIT pinChanged(pin);
}

void Classroom::moderate(const QString &room, const ModerationCommand &command)
{
    if (m_host)
        m_host->moderate(room, command);
}

void Classroom::resetFigures()
{
    if (m_host)
        m_host->resetFigures();
}

void Classroom::mark(const QString &name)
{
    if (m_host)
        m_host->mark(name);
}

void Classroom::ask(const protocol::QuestionOrder &order)
{
    if (m_host)
        m_host->ask(order);
}

void Classroom::setLesson(const QJsonObject &state)
{
    if (m_host)
        m_host->setLesson(state);
}

void Classroom::clear()
{
    if (m_host)
        m_host->clear();
}

void Classroom::startRace()
{
    if (m_host)
        m_host->startRace();
}

void Classroom::recordTraffic(bool isOn)
{
    m_isRecording = isOn;
    if (m_host)
        m_host->recordTraffic(isOn);
}

void Classroom::readLog(const QString &room)
{
    if (m_host)
        m_host->readLog(room);
}

void Classroom::readWorksheet(const QString &lesson)
{
    if (m_host)
        m_host->readWorksheet(lesson);
}

} // namespace pushlab::app
