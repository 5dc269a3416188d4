// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/incrementalsweep.h"
#include "server/http/streamresponder.h"
#include "server/push/eventcache.h"
#include "server/push/eventstream.h"
#include "server/push/techniquehandler.h"

#include <QObject>

#include <unordered_set>

namespace pushlab::push {

//! Server-sent events: one request, and an answer that goes on, an event a message. Owned by the server, and gone before
//! its HTTP server is; server's thread.
class EventStreams final : public QObject, public TechniqueHandler, private http::StreamListener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStreams)

public:
    explicit EventStreams(const Context &context, QObject *parent = nullptr);
    ~EventStreams() override;

    //! `GET /api/rooms/ROOM/events`.
    void addRoutes(http::Router &router) override;
    void record() override;
    void closeMembers(const QString &reason) override;
    void stop() override;

private:
    void onStreamEnded() override {} // of a HEAD, which opens none
    void open(const http::Call &call, http::Responder responder);
    void add(std::unique_ptr<EventStream> stream);
    void remove(EventStream *stream);

    Context m_context;
    EventCache m_cache;
    std::unordered_set<EventStream *> m_streams;
    base::IncrementalSweep<EventStream> m_sweep; // checks their clocks
};

} // namespace pushlab::push
