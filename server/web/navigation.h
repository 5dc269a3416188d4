// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace pushlab::http {
class Request;
}

namespace pushlab::web {

//! Whether an Accept field (RFC 9110 12.5.1) names HTML and likes JSON no better: what browsers send for a page that they
//! open. Scripts that take anything have to do with JSON.
[[nodiscard]] bool prefersHtml(QByteArrayView accept);

//! Whether a browser is about to show the answer to somebody, of a form that it sends, too. Browsers say so with Sec-Fetch-Mode,
//! but on plain HTTP at localhost alone.
[[nodiscard]] bool isShownToPeople(const http::Request &request);

//! Likewise, and it is a page that was asked for.
[[nodiscard]] bool asksForPage(const http::Request &request);

} // namespace pushlab::web
