// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::http {
class Request;
}

namespace pushlab::api {

//! The room that the path or the query of \a request names; empty when they name none.
[[nodiscard]] QString roomOf(const http::Request &request);

} // namespace pushlab::api
