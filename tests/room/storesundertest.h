// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/base/clock.h"
#include "server/protocol/limits.h"
#include "server/room/logstore.h"

#include <memory>
#include <vector>

namespace pushlab::tests {

//! A kind of store, with data that outlives several starts of a host.
class StoreUnderTest
{
public:
    StoreUnderTest() = default;
    virtual ~StoreUnderTest() = default;
    Q_DISABLE_COPY_MOVE(StoreUnderTest)

    //! As at a host's start, after stop(). Returns the store once it is loaded. \a maxLogBytes: limit for all rooms together.
    virtual room::LogStore &start(const base::Clock &clock, qsizetype maxLogBytes = protocol::maxAllLogsBytes) = 0;
    //! As at a host's end, after all logs are closed.
    virtual void stop() = 0;
};

//! The kinds of stores that the contract test runs on; further ones are added here.
struct StoreKind
{
    const char *name;
    std::unique_ptr<StoreUnderTest> (*make)();
    bool isDurable;
};
[[nodiscard]] const std::vector<StoreKind> &storeKinds();

} // namespace pushlab::tests
