// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"

namespace pushlab::http {

class Request;

//! The answer to a request that came unencrypted where TLS is spoken: a redirect for who opens a page, else an error that
//! names the right address. Its Host field shall have been checked.
[[nodiscard]] Response redirectToHttps(const Request &request);

} // namespace pushlab::http
