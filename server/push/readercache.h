// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/prefetch.h"
#include "server/http/router.h"
#include "server/room/shard.h"

#include <memory>

namespace pushlab::push {

//! Where the reader is that a tutorial's request names: it polls with the same bytes, mostly, and need not be looked up anew
//! as long as nothing has left the shard. A value; server's thread.
class ReaderCache final : public http::HandlerCache
{
public:
    //! What is not needed is nullptr.
    struct Places
    {
        room::Room *room = nullptr;
        room::Queue *queue = nullptr;
        room::Member *member = nullptr;
        qint64 index = 0; //!< of a poll
    };

    //! What store() was given with the same request; nullptr when it is another one, or may hold no longer.
    [[nodiscard]] static const Places *of(const http::Call &call, const room::Shard &shard)
    {
        const auto *const cache = call.cache ? static_cast<const ReaderCache *>(call.cache->get()) : nullptr;
        return cache && cache->m_generation == shard.generation() ? &cache->m_places : nullptr;
    }

    //! Keeps \a places with the request of \a call. All handlers of the route store nothing else.
    static void store(const http::Call &call, const room::Shard &shard, const Places &places)
    {
        if (call.cache)
            *call.cache = std::make_unique<ReaderCache>(places, shard.generation());
    }

    ReaderCache(const Places &places, quint64 generation) : m_places(places), m_generation(generation) {}

    void prefetch() const override
    {
        base::prefetch(m_places.queue);
        base::prefetch(m_places.member);
    }

private:
    Places m_places;
    quint64 m_generation;
};

} // namespace pushlab::push
