// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QString>

namespace pushlab::session {

//! What a client is doing, in a form that a window can show with a running time.
struct ClientState
{
    enum class Kind : quint8 {
        Stopped,
        Connecting,
        Waiting, //!< a request has been open since `since`
        Pausing, //!< the next poll is due at `until`
        Connected, //!< an open WebSocket
        Retrying, //!< the connection was lost; the next attempt is at `until`
        AccessDenied, //!< the host refuses this client: there is no further attempt by itself
    };

    Kind kind = Kind::Stopped;
    QElapsedTimer since; //!< when the state began
    QDeadlineTimer until; //!< Pausing and Retrying: when the state ends
    QString reason; //!< Retrying and AccessDenied: the failure, or the host's text, in English
    QString code; //!< AccessDenied: the host's stable identifier; may be empty
    bool everConnected = false; //!< the host has answered this client at least once
};

} // namespace pushlab::session
