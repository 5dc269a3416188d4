// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pushlab::http {
class Request;
}

namespace pushlab::api {

//! The room for which a request is, as far as its path and query tell; empty when they do not.
[[nodiscard]] QString roomOf(const http::Request &request);

} // namespace pushlab::api
