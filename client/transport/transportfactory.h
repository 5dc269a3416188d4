// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "client/transport/timing.h"
#include "server/protocol/technique.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace pushlab::transport {

//! Creates a transport of that technique, which is not started. \a network is borrowed and must outlive it. Each client has a
//! manager of its own: a manager opens at most six connections per host, and a transport needs up to two.
[[nodiscard]] std::unique_ptr<ChatTransport> makeTransport(protocol::Technique technique, const Endpoint &endpoint,
                                                           QNetworkAccessManager &network, const Timing &timing = {});

} // namespace pushlab::transport
