// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitcode.h"
#include "app/joinquestion.h"
#include "app/linereader.h"
#include "client/session/chatclient.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace pushlab::app {

//! What happens when stdin ends.
enum class AtEndOfInput : quint8 {
    Leave, //!< leave once the host has acknowledged everything
    Stay //!< stay and print messages until a signal arrives
};

//! `pushlab join URL --headless`: sends the lines of stdin and prints the messages of the room, until stdin ends or a signal
//! arrives. Ends the application with one of ExitCode. Lives in the main thread; needs only a QCoreApplication.
class HeadlessJoin final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadlessJoin)

public:
    HeadlessJoin(session::ClientOptions options, bool asJson, AtEndOfInput atEnd, QObject *parent = nullptr);

    void start();
    //! Ends the application after a second at most, in which sent messages may be acknowledged.
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
    void tellWithdrawn(const QList<qint64> &seqs);
    void tellMarks(const QList<pushlab::protocol::ControlEntry> &controls);

private:
    void obey(const QString &command);
    void useTechnique(const QString &name);
    void send(const QString &text);
    void leaveIfDone();
    void tellUnacknowledged();
    void finish(ExitCode code);

    session::ChatClient m_client;
    JoinQuestion m_question{m_client.prediction()};
    LineReader m_lines;
    QTimer m_grace; // runs from the signal to the end
    QTimer m_patience; // runs from the end of stdin; restarted when the host acknowledges something
    QSet<QString> m_unacknowledged; // ids of messages
    bool m_asJson;
    AtEndOfInput m_atEnd;
    bool m_isLeaving = false; // stdin has ended, and the program is to end with it
    bool m_hasFailedLines = false; // lines that the host refused, or that were never sent
    bool m_isFinished = false;
    bool m_isLockedOut = false; // the class is locked: this client waits, and has said so
    bool m_isFrozen = false; // as was said last
    bool m_isMuted = false; // as was said last
    bool m_isSplit = false; // as was said last
    bool m_isLost = false; // the connection was lost
    bool m_isJoined = false;
};

} // namespace pushlab::app
