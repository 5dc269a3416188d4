// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/protocol/limits.h"
#include "server/room/logstore.h"

#include <memory>
#include <vector>

namespace pushlab::tests {

//! A kind of store, as a host has it: what it keeps is its own, over several starts.
class StoreUnderTest
{
public:
    StoreUnderTest() = default;
    virtual ~StoreUnderTest() = default;
    Q_DISABLE_COPY_MOVE(StoreUnderTest)

    //! As a host's start, after stop(). Returns when it is loaded. \a maxLogBytes: of all rooms together.
    virtual room::LogStore &start(const base::Clock &clock, qsizetype maxLogBytes = protocol::maxAllLogsBytes) = 0;
    //! As a host's end, when all logs are closed.
    virtual void stop() = 0;
};

//! All that are to pass the same test: a further one joins here.
struct StoreKind
{
    const char *name;
    std::unique_ptr<StoreUnderTest> (*make)();
    bool isDurable;
};
[[nodiscard]] const std::vector<StoreKind> &storeKinds();

} // namespace pushlab::tests
