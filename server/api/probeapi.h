// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"

#include <QObject>

#include <chrono>

namespace pushlab::api {

//! What a client tests itself against before it chooses a technique: an answer at once, one that is held, and a stream of two
//! events with a pause between them. Needs no room and counts as no technique. The fourth is the echo of a WebSocket. Server's
//! thread.
class ProbeApi final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeApi)

public:
    static constexpr std::chrono::milliseconds maxHold{2'000};
    static constexpr std::chrono::milliseconds streamPause{700}; //!< between the two events
    static constexpr int maxOpen = 2'000; //!< held and streams; further ones are turned away

    ProbeApi() = default;

    void addRoutes(http::Router &router);
    //! Answers what is held, and ends the streams.
    void stop();

private:
    class Held;
    class Stream;

    void answer(const http::Call &call, http::Responder responder);
    void stream(const http::Call &call, http::Responder responder);
};

} // namespace pushlab::api
