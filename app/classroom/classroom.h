// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/discovery/announcer.h"
#include "server/host.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace pushlab::app {

//! The teacher's class, whatever shows it: owns the host while there is one, announces it to the network, keeps the class
//! settings over its starts and stops, and the last snapshot. Shared by the host window and the headless host. Lives in the
//! thread of its owner and never blocks it, but for stop().
class Classroom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Classroom)

public:
    enum class State : quint8 { Stopped, Starting, Running };

    explicit Classroom(server::HostOptions options, QObject *parent = nullptr);
    ~Classroom() override; //!< stops

    //! How the class is run, with its settings, PIN and teacher's key as they are now; `port` is the one that was asked for.
    [[nodiscard]] const server::HostOptions &options() const { return m_options; }
    [[nodiscard]] const QString &room() const { return m_options.room; }
    [[nodiscard]] const protocol::ClassSettings &settings() const { return m_options.settings; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] quint16 port() const; //!< the one that was taken; 0 while it does not run
    [[nodiscard]] QUrl url() const; //!< of the host, from this machine; empty while it does not run
    [[nodiscard]] const server::HostSnapshot &snapshot() const
    {
        return m_snapshot;
    } //!< the last; an empty one while it does not run

    //! The class's room and where it is kept, for the next start(). Another room has no slow network of its own.
    void setRoom(const QString &room, const QString &database);

    //! Starts a host; started() or failed() follows. Nothing while there is one.
    void start();
    //! Ends it. Takes 2 s at most.
    void stop();

    //! In force at once, and at the next start.
    void setSettings(const protocol::ClassSettings &settings);
    //! Lets nobody new into any room, or everybody into all of them, whatever was locked by itself.
    void setLocked(bool isLocked);
    //! Another PIN, or none when empty; at once, and at the next start.
    void setPin(const QString &pin);

    void moderate(const QString &room, const server::ModerationCommand &command); //!< as Host::moderate(); nothing while there is none
    void resetFigures(); //!< as Host::resetFigures(); nothing while there is none
    void mark(const QString &name); //!< as Host::mark(); nothing while there is none
    void clear(); //!< as Host::clear(); nothing while there is none
    void readLog(const QString &room); //!< logRead() follows while it runs

Q_SIGNALS:
    void started(quint16 port);
    void failed(const QString &error,
                pushlab::server::HostFailure what); //!< cannot start; says why, in English: hostFailureText() has people's words
    void aboutToStop(); //!< the host still runs
    void stopped(); //!< by stop()
    void settingsChanged(const pushlab::protocol::ClassSettings &settings); //!< whoever changed them
    void pinChanged(const QString &pin);
    void storageFailed(const QString &error); //!< the class is in memory alone from now on; says why, in English
    void logRead(const QList<QByteArray> &messages); //!< a JSON object each, ascending
    //! As Host::snapshotTaken(): none is taken unless somebody has connected before the start.
    void snapshotTaken(const pushlab::server::HostSnapshot &snapshot);

private:
    void follow(server::Host &host);
    void takeStart(quint16 port);
    void takeFailure(const QString &error, server::HostFailure what);
    void takeSettings(const protocol::ClassSettings &settings);

    server::HostOptions m_options;
    std::unique_ptr<server::Host> m_host; // while it runs or starts
    Announcer m_announcer;
    server::HostSnapshot m_snapshot;
    State m_state = State::Stopped;
};

} // namespace pushlab::app
