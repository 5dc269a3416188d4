// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "client/transport/timing.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace pushlab::transport {

struct HttpAnswer;

//! Posts messages, for the techniques that send over HTTP. Two simultaneous posts use two connections and may overtake each
//! other; to keep an order, send one at a time. Owned by its transport, in its thread.
class HttpSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpSender)

public:
    HttpSender(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent = nullptr);

    void send(const protocol::Outgoing &outgoing);
    void stop(); //!< drops open posts; nothing is emitted for them

Q_SIGNALS:
    void acknowledged(const pushlab::protocol::Ack &ack);
    void refused(const pushlab::protocol::Refusal &refusal);
    void sendFailed(const QString &id);
    void payloadCarried(qint64 up, qint64 down); //!< of a post that the host has taken; emitted before acknowledged()

private:
    void report(const QString &id, qint64 up, const HttpAnswer &answer);

    Endpoint m_endpoint;
    QNetworkAccessManager &m_network;
    Timing m_timing;
};

} // namespace pushlab::transport
