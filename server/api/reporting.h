// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"

namespace pushlab::api {

//! `POST /api/rooms/ROOM/reports`: what a member has measured, into the ledger. Costs no technique anything.
void takeReport(const push::Context &context, const http::Call &call, http::Responder responder);

} // namespace pushlab::api
