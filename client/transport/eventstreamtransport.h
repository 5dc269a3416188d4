// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/entrybatch.h"
#include "client/transport/eventstreamparser.h"
#include "client/transport/httptransport.h"

#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QNetworkReply;
QT_END_NAMESPACE

namespace pushlab::transport {

//! Server-sent events: one request, whose answer goes on, an event a message. Sends go their own way.
class EventStreamTransport final : public HttpTransport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStreamTransport)

public:
    //! \a network is borrowed and must outlive the transport.
    EventStreamTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing, QObject *parent = nullptr);
    ~EventStreamTransport() override;

    [[nodiscard]] protocol::Technique technique() const override { return protocol::Technique::Sse; }
    void stop() override;

private:
    void begin(const Pace &pace) override;
    void flush() override;
    void open();
    void release();
    void read();
    void take(const StreamEvent &event);
    void takeWelcome(const protocol::RoomInfo &info);
    void takeEpoch(const protocol::RoomInfo &info);
    void takeEntry(const protocol::Entry &entry);
    void reportEnd();

    Endpoint m_endpoint;
    QNetworkAccessManager &m_network;
    Timing m_timing;
    QPointer<QNetworkReply> m_reply;
    EventStreamParser m_parser;
    QTimer m_opening;
    QTimer m_silence; // since something came
    EntryBatch m_batch; // what came and was not handed on yet
    bool m_welcomed = false;
};

} // namespace pushlab::transport
