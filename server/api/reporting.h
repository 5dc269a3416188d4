// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"

namespace pushlab::api {

//! `POST /api/rooms/ROOM/reports`: adds a member's measured delays to the ledger. Its bytes are not counted for any technique.
void takeReport(const push::Context &context, const http::Call &call, http::Responder responder);

} // namespace pushlab::api
