// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace pushlab::http {
class Request;
}

namespace pushlab::web {

//! Whether an Accept field (RFC 9110 12.5.1) contains HTML and does not prefer JSON: browsers send such a field when they open a
//! page. Scripts that accept anything get JSON.
[[nodiscard]] bool prefersHtml(QByteArrayView accept);

//! Whether a browser will show the answer to a person, also to a submitted form. Browsers say so by Sec-Fetch-Mode, but over
//! plain HTTP only for localhost.
[[nodiscard]] bool isShownToPeople(const http::Request &request);

//! As isShownToPeople(), but only for requests for a page.
[[nodiscard]] bool asksForPage(const http::Request &request);

} // namespace pushlab::web
