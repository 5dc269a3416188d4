// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitcode.h"
#include "app/linereader.h"
#include "client/session/chatclient.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace pushlab::app {

//! What happens when stdin ends.
enum class AtEndOfInput : quint8 {
    Leave, //!< once the host has acknowledged what was read
    Stay //!< and print messages until a signal
};

//! `pushlab join URL --headless`: sends the lines of stdin and prints the messages of the room, until stdin ends or a signal comes.
//! Ends the application by itself with one of ExitCode. Lives in the main thread; needs a QCoreApplication only.
class HeadlessJoin final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadlessJoin)

public:
    HeadlessJoin(session::ClientOptions options, bool asJson, AtEndOfInput atEnd, QObject *parent = nullptr);

    void start();
    //! Ends the application; messages on their way get a second to be acknowledged.
    void stop();

private Q_SLOTS:
    void takeLine(const QByteArray &bytes);
    void takeEnd();
    void giveUp();
    void print(const QList<pushlab::session::Received> &messages);
    void tellState(const pushlab::session::ClientState &state);
    void tellGap(const pushlab::session::Gap &gap);
    void forget(const QString &id);
    void refuse(const QString &id, const QString &reason);
    void refuseCertificate(const QByteArray &fingerprint);
    void tellOrders();
    void tellMarks(const QList<pushlab::protocol::ControlEntry> &controls);

private:
    void obey(const QString &command);
    void send(const QString &text);
    void leaveIfDone();
    void tellUnacknowledged();
    void finish(ExitCode code);

    session::ChatClient m_client;
    LineReader m_lines;
    QTimer m_grace; // runs from the signal to the end
    QTimer m_patience; // runs from the end of stdin; begins anew when the host acknowledges something
    QSet<QString> m_unacknowledged; // ids of messages
    bool m_asJson;
    AtEndOfInput m_atEnd;
    bool m_isLeaving = false; // stdin has ended, and that is to be the end
    bool m_hasFailedLines = false; // refused by the host or never sent
    bool m_isFinished = false;
    bool m_isLockedOut = false; // told so, and waiting
    bool m_isFrozen = false; // as was told
    bool m_isMuted = false; // likewise
    bool m_isSplit = false; // likewise
    bool m_isLost = false; // the connection was there and is not now
    bool m_isJoined = false;
};

} // namespace pushlab::app
