// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"

namespace pushlab::http {

class Request;

//! The answer to an unencrypted request at a TLS host: a redirect when it opens a page, otherwise an error that names the right
//! address. The request's Host field must have been checked.
[[nodiscard]] Response redirectToHttps(const Request &request);

} // namespace pushlab::http
