// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/chattransport.h"

namespace pushlab::transport {

ChatTransport::ChatTransport(QObject *parent) : QObject(parent) {}

ChatTransport::~ChatTransport() = default;

void ChatTransport::fail(const QString &reason)
{
    if (end())
        Q_EMIT lost(reason);
}

void ChatTransport::denyAccess(const protocol::Refusal &refusal)
{
    if (end())
        Q_EMIT accessDenied(refusal);
}

//! False when whoever took the last batch has stopped it: then there is nobody to be told.
bool ChatTransport::end()
{
    flush();
    if (!isRunning())
        return false;
    stop();
    return true;
}

} // namespace pushlab::transport
