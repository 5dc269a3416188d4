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

//! Server-sent events: one request whose answer stays open, with one event per message. Owned by the server and destroyed before
//! its HTTP server; server's thread.
class EventStreams final : public QObject, public TechniqueHandler, private http::StreamListener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStreams)

public:
    explicit EventStreams(const Context &context, QObject *parent = nullptr);
    ~EventStreams() override;

    //! Adds `GET /api/rooms/ROOM/events`.
    void addRoutes(http::Router &router) override;
    void record() override;
    void closeMembers(const QString &reason) override;
    void forgetEncoded() override { m_cache.forget(); }
    void stop() override;

private:
    void onStreamEnded() override {} // never called: a HEAD request opens no stream
    void open(const http::Call &call, http::Responder responder);
    void add(std::unique_ptr<EventStream> stream);
    void remove(EventStream *stream);

    Context m_context;
    EventCache m_cache;
    std::unordered_set<EventStream *> m_streams;
    base::IncrementalSweep<EventStream> m_sweep; // checks the streams' timeouts
};

} // namespace pushlab::push
