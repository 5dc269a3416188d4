// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/cachedrequest.h"
#include "server/http/connection.h"
#include "server/http/connectionwatcher.h"
#include "server/http/openstream.h"

namespace pushlab::http {

//! Tells whoever records the traffic whose the exchange in hand is.
void Connection::tellCostCenter(ConnectionWatcher &watcher) const
{
    watcher.onCostCenter(*m_socket, m_accounting.costCenter(), m_cached ? &m_cached->request : nullptr);
}

void Connection::showTo(ConnectionWatcher &watcher) const
{
    switch (m_phase) {
    case Phase::Idle:
        watcher.onConnection(*m_socket);
        return;
    case Phase::Busy:
        tellCostCenter(watcher);
        return;
    case Phase::Streaming:
        watcher.onOpenStream(*m_socket, m_accounting.costCenter(), m_framing.minorVersion > 0);
        return;
    case Phase::Head: // the request will be shown when it is complete
    case Phase::Body:
    case Phase::Lingering:
        return;
    }
}

} // namespace pushlab::http
