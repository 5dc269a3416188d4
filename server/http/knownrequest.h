// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/request.h"
#include "server/http/router.h"

namespace pushlab::http {

//! A request and where it goes, kept by its connection to know it again: who polls sends the same bytes over and over, and
//! they need not be understood anew.
struct KnownRequest
{
    Request request;
    Router::Route route;
    bool isAgain = false; //!< the request before it on its connection was the same

    //! Whether \a bytes begin with all of it. It had no body, so a request of theirs has none.
    [[nodiscard]] bool begins(QByteArrayView bytes) const { return bytes.startsWith(request.head()); }

    //! Whether it is to be kept, of whose \a size bytes the body is a part: with a body none is the same for certain, and a
    //! browser's head has some 500 bytes.
    [[nodiscard]] bool isWorthKeeping(qint64 size) const { return request.head().size() == size && size <= maxHead; }

    //! Fetches it from memory.
    void prefetch() const
    {
        const auto *const first = reinterpret_cast<const char *>(this);
        for (std::size_t offset = 0; offset < sizeof(*this); offset += 64)
            __builtin_prefetch(first + offset);
    }

private:
    static constexpr qint64 maxHead = 1024;
};

} // namespace pushlab::http
