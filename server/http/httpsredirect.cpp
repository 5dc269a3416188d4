// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/httpsredirect.h"

#include "server/http/request.h"
#include "server/protocol/paths.h"

namespace pushlab::http {

Response redirectToHttps(const Request &request)
{
    const bool reads = request.method() == "GET" || request.isHead();
    const bool isPage = reads && request.field("Upgrade").isNull() && !request.path().startsWith(protocol::apiPrefix);
    const QByteArray authority = request.host().isEmpty() ? QByteArray("this address") : "https://" + request.host() + '/';
    Response response = Response::error(400, "tls-required",
                                        "This host speaks TLS; use " + authority + ", and wss:// for WebSocket.");
    response.close = true;
    if (!isPage || request.host().isEmpty())
        return response;
    QByteArray location = authority.chopped(1) + request.path();
    if (!request.query().isEmpty())
        location += '?' + request.query();
    // Temporary: the next class on this port may not use TLS.
    response.status = 307;
    response.fields = "Location: " + location + "\r\n";
    return response;
}

} // namespace pushlab::http
