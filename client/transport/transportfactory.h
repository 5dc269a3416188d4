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

//! A transport of that technique, not yet started. \a network is borrowed and shall outlive it; a client keeps one for
//! itself: it opens six connections to a host, and no transport has more than two requests under way.
[[nodiscard]] std::unique_ptr<ChatTransport> makeTransport(protocol::Technique technique, const Endpoint &endpoint,
                                                           QNetworkAccessManager &network, const Timing &timing = {});

} // namespace pushlab::transport
