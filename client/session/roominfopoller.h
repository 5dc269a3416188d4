// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/hostframe.h"
#include "server/protocol/roominfo.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace pushlab::transport {
class HttpCall;
struct Endpoint;
struct HttpAnswer;
}

namespace pushlab::session {

//! A room's info with the local times between which the host wrote it.
struct TimedInfo
{
    protocol::RoomInfo info;
    double sent = 0; //!< ms, see localMilliseconds()
    double received = 0;
};

//! Asks the host about the room: once when told to, and every few seconds while it watches, so that what the teacher sets
//! arrives with every technique. Owned by its client, in its thread; the manager is borrowed and shall outlive it.
class RoomInfoPoller final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomInfoPoller)

public:
    RoomInfoPoller(const transport::Endpoint &endpoint, QNetworkAccessManager &network, QObject *parent = nullptr);
    ~RoomInfoPoller() override;

    void ask(); //!< now; drops a request under way
    void watch(); //!< from now on every few seconds
    void stop();

Q_SIGNALS:
    void answered(const pushlab::session::TimedInfo &info);
    void accessDenied(const pushlab::protocol::Refusal &refusal); //!< the host refuses this client as such
    void failed(const QString &reason);

private:
    void take(const transport::HttpAnswer &answer);
    void drop();

    QUrl m_url;
    QNetworkAccessManager &m_network;
    QTimer m_timer;
    transport::HttpCall *m_call = nullptr; // a child
    double m_sent = 0;
};

} // namespace pushlab::session
