// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/hostframe.h"
#include "server/protocol/roominfo.h"

#include <QObject>
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

//! A room's info, and the local times between which the host wrote it.
struct TimedInfo
{
    protocol::RoomInfo info;
    double sent = 0; //!< ms, see localMilliseconds()
    double received = 0;
};

//! Asks the host about the room when told to; later changes are in the room's log. Owned by its client, in its thread; the
//! manager is borrowed and must outlive it.
class RoomInfoRequest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomInfoRequest)

public:
    RoomInfoRequest(const transport::Endpoint &endpoint, QNetworkAccessManager &network, QObject *parent = nullptr);
    ~RoomInfoRequest() override;

    void ask(); //!< sends a request now; drops one that is open
    void stop(); //!< drops an open request

Q_SIGNALS:
    void answered(const pushlab::session::TimedInfo &info);
    void accessDenied(const pushlab::protocol::Refusal &refusal); //!< the host refuses this client
    void failed(const QString &reason);

private:
    void take(const transport::HttpAnswer &answer);

    QUrl m_url;
    QNetworkAccessManager &m_network;
    transport::HttpCall *m_call = nullptr; // a child
    double m_sent = 0;
};

} // namespace pushlab::session
