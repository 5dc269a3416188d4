// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "client/transport/timing.h"

#include <QObject>
#include <QPointer>

#include <chrono>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace pushlab::transport {

class HttpCall;
struct HttpAnswer;

//! Requests messages from the host, one request at a time, and parses the answer; shared by the HTTP techniques. Owned by its
//! transport, in its thread.
class MessagesRequest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagesRequest)

public:
    MessagesRequest(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent = nullptr);
    ~MessagesRequest() override;

    //! Requests what follows \a cursor; the host may hold the answer for \a wait. Drops an open request.
    void ask(const Cursor &cursor, std::chrono::milliseconds wait);
    void stop(); //!< drops an open request; nothing is emitted for it

Q_SIGNALS:
    //! \a mayHaveMore: the answer is so long that the host may have cut it.
    void answered(const pushlab::protocol::MessageBatch &batch, bool mayHaveMore);
    void payloadCarried(qint64 up, qint64 down); //!< emitted before answered()
    void accessDenied(const pushlab::protocol::Refusal &refusal);
    void failed(const QString &reason);

private:
    void read(const HttpAnswer &answer);

    Endpoint m_endpoint;
    QNetworkAccessManager &m_network;
    Timing m_timing;
    QPointer<HttpCall> m_call;
};

} // namespace pushlab::transport
