// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QString>

namespace pushlab::session {

//! What a client is doing, so that a window can say it in words that count along.
struct ClientState
{
    enum class Kind : quint8 {
        Stopped,
        Connecting,
        Waiting, //!< a request is open since `since`
        Pausing, //!< the next poll is due at `until`
        Connected, //!< an open WebSocket
        Retrying, //!< connection lost, next try at `until`
        AccessDenied, //!< the host does not let this client in: no next try by itself, unless the class is locked
    };

    Kind kind = Kind::Stopped;
    QElapsedTimer since; //!< when it began
    QDeadlineTimer until; //!< Pausing and Retrying: when it ends
    QString reason; //!< Retrying and AccessDenied: what failed or what the host says, in English
    QString code; //!< AccessDenied: the host's word for it that does not change; may be empty
    bool everConnected = false; //!< the host has answered at least once
};

} // namespace pushlab::session
