// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/hostfailure.h"
#include "server/hostoptions.h"
#include "server/hostsnapshot.h"
#include "server/room/moderation.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace pushlab::server {

using room::ModerationCommand;

//! A running class: the facade that the application sees. It owns the server's thread, lives in the thread of its
//! creator and never waits for the server, but for stop(). Everything it emits is emitted in its own thread.
class Host final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Host)

public:
    explicit Host(HostOptions options, QObject *parent = nullptr);
    ~Host() override; //!< stops

    //! Starts the server's thread, loads the database and listens; started() or failed() follows. Not twice.
    void start();

    //! Answers the held requests, closes the connections and ends the thread. Takes 2 s at most.
    void stop();

    [[nodiscard]] bool isRunning() const; //!< from started() to stop()
    [[nodiscard]] quint16 port() const; //!< the port that was taken; 0 before started()
    [[nodiscard]] const HostOptions &options() const; //!< as they are now

    //! The class settings as this thread knows them: what was set last, or what somebody with the teacher's key set since.
    [[nodiscard]] const protocol::ClassSettings &settings() const { return options().settings; }
    //! At once; what is out of range is clamped. Only what differs from settings() is changed: who sets something else at the
    //! same time is not undone.
    void setSettings(const protocol::ClassSettings &settings);
    [[nodiscard]] static bool canCondition(); //!< else a slow network stays off: this system cannot
    //! Another PIN, or none when empty: a member that came in by the former has to show it. Where there was none, members stay
    //! until they go away.
    void setPin(const QString &pin);
    //! In that \a room, or in all rooms when it is empty.
    void moderate(const QString &room, const room::ModerationCommand &command);
    //! Figures begin anew, for all who watch them: snapshots say when. The counters go on, and nobody is disconnected.
    void resetFigures();
    //! Puts a line with \a name, or with a number where it is empty, into all charts and the log of every room.
    void mark(const QString &name);
    //! All rooms begin anew, each with an empty log under a new epoch. What a database held is moved to its previousFile().
    //! Nobody is disconnected.
    void clear();
    //! logRead() follows with the room's messages, also when there are none; while the host runs.
    void readLog(const QString &room);

Q_SIGNALS:
    void started(quint16 port);
    void failed(const QString &error, pushlab::server::HostFailure what); //!< cannot start; says why, in English
    //! Not by setSettings() of this host.
    void settingsChanged(const pushlab::protocol::ClassSettings &settings);
    void storageFailed(const QString &error); //!< the class is in memory alone from now on; says why, in English
    void logRead(const QList<QByteArray> &messages); //!< a JSON object each, as the API gives them, ascending
    //! At most 10 times a second, less often where that takes long; never taken unless somebody has connected.
    void snapshotTaken(const pushlab::server::HostSnapshot &snapshot);

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    class Private;
    std::unique_ptr<Private> d; // keeps the server's headers out of the application
};

} // namespace pushlab::server
