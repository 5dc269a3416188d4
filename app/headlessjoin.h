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

//! `pushlab join URL --headless`: sends the lines of stdin and prints the messages of the room until a signal. Ends the
//! application by itself with one of ExitCode. Lives in the main thread; needs a QCoreApplication only.
class HeadlessJoin final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadlessJoin)

public:
    HeadlessJoin(session::ClientOptions options, bool asJson, QObject *parent = nullptr);

    void start();
    //! Ends the application; messages on their way get a second to be acknowledged.
    void stop();

private Q_SLOTS:
    void takeLine(const QByteArray &bytes);
    void print(const QList<pushlab::session::Received> &messages);
    void tellState(const pushlab::session::ClientState &state);
    void tellGap(const pushlab::session::Gap &gap);
    void forget(const QString &id);
    void refuse(const QString &id, const QString &reason);
    void refuseCertificate(const QByteArray &fingerprint);

private:
    void obey(const QString &command);
    void send(const QString &text);
    void finish(ExitCode code);

    session::ChatClient m_client;
    LineReader m_lines;
    QTimer m_grace; // runs from the signal to the end
    QSet<QString> m_unacknowledged; // ids of messages
    bool m_asJson;
    bool m_isLost = false; // the connection was there and is not now
    bool m_isJoined = false;
};

} // namespace pushlab::app
