// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/storage.h"

namespace pushlab::room {

//! Commits everything at once and stores nothing: LocalLog itself holds the entries.
class MemoryStorage final : public Storage
{
public:
    void setListener(Listener *) override {}
    [[nodiscard]] bool isDurable() const override { return false; }
    void open(const LogName &) override {}
    [[nodiscard]] bool append(const LogName &, const protocol::Entry &, const QByteArray &) override { return true; }
    void trim(const LogName &, qint64) override {}
    void forget(const LogName &) override {}
    void clear() override {}
    void setQueue(const LogName &, const QString &, qint64) override {}
    void closeQueue(const LogName &, const QString &) override {}
};

} // namespace pushlab::room
