// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/shard.h"

#include <QCoreApplication>

namespace pushlab::tests {

//! One pass of the event loop.
inline void pass(room::Shard &shard)
{
    QCoreApplication::sendPostedEvents(&shard);
}

inline protocol::Outgoing hello(qsizetype size = 5)
{
    protocol::Outgoing outgoing;
    outgoing.text = QString(size, u'x');
    return outgoing;
}

//! Counts how often it was woken, which ends it.
class CountingWaiter final : public room::Waiter
{
public:
    explicit CountingWaiter(int &woken) : m_woken(woken) {}
    [[nodiscard]] bool wake() override { return ++m_woken > 0; }
    void expire() override {}

private:
    int &m_woken;
};

} // namespace pushlab::tests
