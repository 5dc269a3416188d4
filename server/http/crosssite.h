// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pushlab::http {

class Request;

//! Whether a browser says that another site's page made the request: by an Origin that is not this host, or by
//! Sec-Fetch-Site. A request with neither comes from a script or a native client and is none (Fetch, section 3.2;
//! Fetch Metadata).
[[nodiscard]] bool isCrossSite(const Request &request);

//! Whether the request opens a page, by a click, a bookmark or the address bar (Sec-Fetch-Mode), or may do so: a client
//! that is no browser does not say.
[[nodiscard]] bool isNavigation(const Request &request);

} // namespace pushlab::http
