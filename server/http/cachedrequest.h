// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/prefetch.h"
#include "server/http/request.h"
#include "server/http/router.h"

#include <memory>

namespace pushlab::http {

//! A parsed request and its route, cached by its connection: a client that polls sends the same bytes over and over, and they
//! need not be parsed again.
struct CachedRequest
{
    Request request;
    Router::Route route;
    std::unique_ptr<HandlerCache> cache; //!< what the route's handler has cached for the request
    bool isRepeat = false; //!< the request before it on its connection had the same bytes

    //! Whether \a bytes begin with the whole cached request. That request has no body, so neither has theirs.
    [[nodiscard]] bool begins(QByteArrayView bytes) const { return bytes.startsWith(request.head()); }

    //! Whether a request of \a size bytes, body included, is worth caching. One with a body rarely comes again, and the head of a
    //! browser's request has some 500 bytes.
    [[nodiscard]] bool isWorthCaching(qint64 size) const { return request.head().size() == size && size <= maxHead; }

    //! Hint that the same request is about to come: prefetches its memory. Called twice; the second call, with \a isNext,
    //! prefetches what can only be reached through the memory of the first.
    void prefetch(bool isNext) const
    {
        if (!isNext)
            base::prefetch(this);
        else if (cache)
            cache->prefetch();
    }

private:
    static constexpr qint64 maxHead = 1024;
};

} // namespace pushlab::http
