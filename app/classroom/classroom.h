// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/keepawake.h"
#include "app/discovery/announcer.h"
#include "app/networkwatch.h"
#include "server/host.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace pushlab::app {

//! The teacher's class, without a user interface: owns the host while it runs, announces it to the network, keeps the class
//! settings between runs, and the last snapshot. Used by the host window and the headless host. Lives in the thread of its owner
//! and never blocks it, except in stop().
class Classroom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Classroom)

public:
    enum class State : quint8 { Stopped, Starting, Running };

    //! \a look says what addresses this machine has; replaced in tests.
    explicit Classroom(server::HostOptions options, QObject *parent = nullptr, NetworkWatch::Look look = lanAddresses);
    ~Classroom() override; //!< stops

    //! The options of the host, with the present settings, PIN and teacher's key; `port` is the requested one.
    [[nodiscard]] const server::HostOptions &options() const { return m_options; }
    [[nodiscard]] const QString &room() const { return m_options.room; }
    [[nodiscard]] const protocol::ClassSettings &settings() const { return m_options.settings; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] quint16 port() const; //!< the port in use; 0 while the host does not run
    [[nodiscard]] QUrl url() const; //!< the host's URL from this machine; empty while it does not run
    [[nodiscard]] const server::HostSnapshot &snapshot() const
    {
        return m_snapshot;
    } //!< the last one; empty while the host does not run

    //! How members come in, for everybody to see; without an address while the host does not run.
    [[nodiscard]] const protocol::Invitation &invitation() const { return m_invitation; }
    //! Sets the host's URL to be told to others, which somebody has chosen; empty: the one that is most likely in reach.
    void setAddress(const QUrl &address);

    //! The addresses of this machine while it runs, sorted by reach.
    [[nodiscard]] const QList<LanAddress> &network() const { return m_network.addresses(); }

    //! Sets the class's room and its database for the next start(). The slow network of the former room is dropped.
    void setRoom(const QString &room, const QString &database);

    //! Starts a host; started() or failed() follows. Does nothing while there is one.
    void start();
    //! Stops the host. Blocks for 2 s at most.
    void stop();

    //! Takes effect at once, and holds for later starts.
    void setSettings(const protocol::ClassSettings &settings);
    //! Locks all rooms for new members, or unlocks all of them, including rooms that were locked individually.
    void setLocked(bool isLocked);
    //! Sets another PIN, or none when empty; takes effect at once, and holds for later starts.
    void setPin(const QString &pin);

    //! As Host::moderate(); does nothing while there is no host.
    void moderate(const QString &room, const server::ModerationCommand &command);
    void resetFigures(); //!< as Host::resetFigures(); does nothing while there is no host
    void mark(const QString &name); //!< as Host::mark(); does nothing while there is no host
    void ask(const protocol::QuestionOrder &order); //!< as Host::ask(); does nothing while there is no host
    void setLesson(const QJsonObject &state); //!< as Host::setLesson(); does nothing while there is no host
    void clear(); //!< as Host::clear(); does nothing while there is no host
    void startRace(); //!< as Host::startRace(); does nothing while there is no host
    void readLog(const QString &room); //!< logRead() follows while the host runs
    void recordTraffic(bool isOn); //!< as Host::recordTraffic(); holds for later starts
    void readWorksheet(const QString &lesson); //!< worksheetRead() follows while the host runs
    //! Sets the empty worksheets of all lessons, for the next start().
    void setWorksheets(const QList<protocol::Worksheet> &sheets) { m_options.worksheets = sheets; }

Q_SIGNALS:
    void started(quint16 port);
    void failed(const QString &error,
                pushlab::server::HostFailure what); //!< the host cannot start; says why, in English, see also hostFailureText()
    void aboutToStop(); //!< the host is still running
    void stopped(); //!< after stop()
    void settingsChanged(const pushlab::protocol::ClassSettings &settings); //!< by anybody
    void pinChanged(const QString &pin);
    void invitationChanged(const pushlab::protocol::Invitation &invitation); //!< the network, the PIN, the room or the choice
    void storageFailed(const QString &error, const pushlab::server::Fault &fault); //!< as Host::storageFailed()
    //! This machine has other addresses now. A certificate that was made for the former ones has been made anew.
    void networkChanged();
    void lessonOrdered(const QString &action, const QString &lesson); //!< as Host::lessonOrdered()
    //! While the host runs: nothing keeps this machine from going to sleep, which is otherwise asked to stay awake.
    void awakeFailed();
    void logRead(const QList<QByteArray> &messages); //!< a JSON object each, ascending
    void worksheetRead(const pushlab::protocol::Worksheet &sheet); //!< as Host::worksheetRead()
    //! As Host::snapshotTaken(): none is taken unless somebody has connected before the start.
    void snapshotTaken(const pushlab::server::HostSnapshot &snapshot);
    void trafficRecorded(const pushlab::wire::TrafficExcerpt &excerpt); //!< as Host::trafficRecorded()

private:
    void follow(server::Host &host);
    void takeStart(quint16 port);
    void takeFailure(const QString &error, server::HostFailure what);
    void followNetwork();
    void takeSettings(const protocol::ClassSettings &settings);
    void invite();

    server::HostOptions m_options;
    std::unique_ptr<server::Host> m_host; // exists while the host runs or starts
    Announcer m_announcer;
    KeepAwake m_awake;
    NetworkWatch m_network;
    server::HostSnapshot m_snapshot;
    QUrl m_address; // chosen by somebody; empty: none
    protocol::Invitation m_invitation;
    State m_state = State::Stopped;
    bool m_isRecording = false; // the traffic
};

} // namespace pushlab::app
