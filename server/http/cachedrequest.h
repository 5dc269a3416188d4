// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/prefetch.h"
#include "server/http/request.h"
#include "server/http/router.h"

#include <memory>

namespace pushlab::http {

//! A request and where it goes, cached by its connection: a client that polls sends the same bytes over and over, and they
//! need not be parsed anew.
struct CachedRequest
{
    Request request;
    Router::Route route;
    std::unique_ptr<HandlerCache> cache; //!< of the route's handler
    bool isRepeat = false; //!< the request before it on its connection was the same

    //! Whether \a bytes begin with all of it. It had no body, so a request of theirs has none.
    [[nodiscard]] bool begins(QByteArrayView bytes) const { return bytes.startsWith(request.head()); }

    //! Whether a request of \a size bytes, its body included, is to be cached: with a body none is the same for certain, and a
    //! browser's head has some 500 bytes.
    [[nodiscard]] bool isWorthCaching(qint64 size) const { return request.head().size() == size && size <= maxHead; }

    //! It is about to come again: a hint to fetch it from memory. Called twice, the second time, \a isNext, for what only it
    //! leads to.
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
