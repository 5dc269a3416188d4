// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/hostfailure.h"
#include "server/hostoptions.h"
#include "server/hostsnapshot.h"
#include "server/protocol/wire/trafficrecord.h"
#include "server/room/moderation.h"
#include "server/storage/fault.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace pushlab::server {

using room::ModerationCommand;
using storage::Fault;

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

    //! The class settings as this thread knows them: those set last here, or by a client with the teacher's key since.
    [[nodiscard]] const protocol::ClassSettings &settings() const { return options().settings; }
    //! Takes effect at once; values out of range are clamped. Only what differs from settings() is changed, so that a concurrent
    //! change by somebody else is kept.
    void setSettings(const protocol::ClassSettings &settings);
    [[nodiscard]] static bool canCondition(); //!< false: this system cannot pretend a slow network, which then stays off
    //! Sets another PIN, or none when empty: a member that was admitted by the former PIN has to show the new one. When there was
    //! none before, members stay admitted until they leave.
    void setPin(const QString &pin);
    //! Sets what the projector's page says of how to join.
    void setInvitation(const protocol::Invitation &invitation);
    //! Sets another certificate for those who connect from now on; only while the host uses TLS.
    void setTls(const tls::TlsIdentity &identity);
    //! Carries out \a command in \a room, or in all rooms when it is empty.
    void moderate(const QString &room, const room::ModerationCommand &command);
    //! Restarts the figures for everybody who watches them: snapshots carry the time. The counters go on, and no member is
    //! disconnected.
    void resetFigures();
    //! Puts a line with \a name, or with a number when it is empty, into all charts and the log of every room.
    void mark(const QString &name);
    //! Asks the class a question, closes it or shows its result; does nothing when nothing is asked. See HostSnapshot::question.
    void ask(const protocol::QuestionOrder &order);
    //! Where the lesson is that the teacher plays, for `/api/class/lesson`; empty: there are no lessons.
    void setLesson(const QJsonObject &state);
    //! Restarts all logs, each empty and under a new epoch. What a database contained is moved to its previousFile(). No member is
    //! disconnected.
    void clear();
    //! Begins a race: tells all members at once; snapshots carry who has it when. Does nothing while one is open.
    void startRace();
    //! Asks for the messages of \a room; logRead() follows while the host runs, also when there are none.
    void readLog(const QString &room);
    //! Records the traffic of every connection from now on, or no longer; while it does, trafficRecorded() follows.
    void recordTraffic(bool isOn);
    //! Asks for the worksheet of a lesson, with what the class has come to so far; worksheetRead() follows while the host runs.
    void readWorksheet(const QString &lesson);

Q_SIGNALS:
    void started(quint16 port);
    void failed(const QString &error, pushlab::server::HostFailure what); //!< the host cannot start; says why, in English
    //! Emitted when the settings were changed by anything but this object's setSettings().
    void settingsChanged(const pushlab::protocol::ClassSettings &settings);
    //! The class is in memory alone from now on. Says why, in English; and as a value.
    void storageFailed(const QString &error, const pushlab::server::Fault &fault);
    void logRead(const QList<QByteArray> &messages); //!< a JSON object each, as the API gives them, ascending
    void worksheetRead(const pushlab::protocol::Worksheet &sheet); //!< without an id when there is no such lesson
    //! The teacher's page wants the lesson to "start" (with its id), go to the "next" or "back" a step, or "stop".
    void lessonOrdered(const QString &action, const QString &lesson);
    //! At most 10 times a second, less often where that takes long; never taken unless somebody has connected.
    void snapshotTaken(const pushlab::server::HostSnapshot &snapshot);
    //! What was recorded since the last of these, secrets included, at most 5 times a second and never while there is nothing new.
    //! A record whose number was there before takes that one's place: a message in it was withdrawn. So does a connection that
    //! has ended.
    void trafficRecorded(const pushlab::wire::TrafficExcerpt &excerpt);

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    class Private;
    std::unique_ptr<Private> d; // keeps the server's headers out of the application
};

} // namespace pushlab::server
