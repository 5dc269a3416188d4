// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/descriptorlimit.h"

#include <QtGlobal>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace pushlab::http {

namespace {

// For files, windows, event loops, and connections that are refused for lack of room.
constexpr int reserve = 160;
constexpr int most = 1'000'000;

} // namespace

int connectionsWithinDescriptorLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
        getrlimit(RLIMIT_NOFILE, &limit);
        const rlim_t descriptors = std::min<rlim_t>(limit.rlim_cur, most);
        return std::max(int(descriptors) - reserve, 16);
    }
#endif
    return 4096;
}

} // namespace pushlab::http
