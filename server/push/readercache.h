// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/prefetch.h"
#include "server/http/router.h"
#include "server/room/shard.h"

#include <memory>

namespace pushlab::push {

//! The room, member and queue of a tutorial's polling request, cached with the connection: the reader mostly repeats the same
//! bytes, and need not be looked up again while nothing is removed from the shard. A value; server's thread.
class ReaderCache final : public http::HandlerCache
{
public:
    //! Pointers that a technique does not need are nullptr.
    struct Places
    {
        room::Room *room = nullptr;
        room::Queue *queue = nullptr;
        room::Member *member = nullptr;
        qint64 index = 0; //!< the index of a poll
    };

    //! The places stored for the same request; nullptr when the request is another one, or when they may be invalid.
    [[nodiscard]] static const Places *of(const http::Call &call, const room::Shard &shard)
    {
        const auto *const cache = call.cache ? static_cast<const ReaderCache *>(call.cache->get()) : nullptr;
        return cache && cache->m_generation == shard.generation() ? &cache->m_places : nullptr;
    }

    //! Stores \a places with the request of \a call. No other type may be stored by handlers of the route.
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
