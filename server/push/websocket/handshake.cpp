// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/websocket/handshake.h"

#include "server/http/crosssite.h"
#include "server/http/request.h"
#include "server/http/requesttarget.h"
#include "server/protocol/paths.h"

namespace pushlab::push {

using http::Request;
using http::Response;

namespace {

//! name or name/version (RFC 9110 7.8).
bool isProtocol(QByteArrayView element)
{
    const qsizetype slash = element.indexOf('/');
    return slash < 0 ? http::isToken(element) : http::isToken(element.first(slash)) && http::isToken(element.sliced(slash + 1));
}

//! name;parameter;parameter=value (RFC 6455 9.1); a value in quotes must be a token, too.
bool isExtension(QByteArrayView element)
{
    for (bool isName = true; !element.isNull(); isName = false) {
        const qsizetype semicolon = element.indexOf(';');
        const QByteArrayView part = (semicolon < 0 ? element : element.first(semicolon)).trimmed();
        element = semicolon < 0 ? QByteArrayView() : QByteArrayView(element.data() + semicolon + 1, element.size() - semicolon - 1);
        const qsizetype equals = isName ? -1 : part.indexOf('=');
        QByteArrayView value = equals < 0 ? QByteArrayView("1") : part.sliced(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.sliced(1, value.size() - 2);
        if (!http::isToken(equals < 0 ? part : part.first(equals).trimmed()) || !http::isToken(value))
            return false;
    }
    return true;
}

//! Whether all elements of a list field satisfy \a isElement; empty ones are ignored (RFC 9110 5.6.1.2).
bool isList(const Request &request, QByteArrayView field, bool (*isElement)(QByteArrayView))
{
    for (QByteArrayView rest : request.fields(field)) {
        while (!rest.isEmpty()) {
            const qsizetype comma = rest.indexOf(',');
            const QByteArrayView element = (comma < 0 ? rest : rest.first(comma)).trimmed();
            rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
            if (!element.isEmpty() && !isElement(element))
                return false;
        }
    }
    return true;
}

std::optional<Response> checkFields(const Request &request)
{
    if (request.method() != "GET" || request.minorVersion() < 1)
        return Response::error(400, "bad-handshake", "A WebSocket opens with GET and HTTP/1.1 (RFC 6455 4.1).");
    if (!request.fieldHasToken("Upgrade", "websocket") || !request.fieldHasToken("Connection", "Upgrade"))
        return upgradeRequired();
    if (request.fieldCount("Sec-WebSocket-Version") > 1)
        return Response::error(400, "bad-handshake", "Sec-WebSocket-Version must be sent once (RFC 6455 11.3.5).");
    if (!isList(request, "Upgrade", isProtocol) || !isList(request, "Sec-WebSocket-Protocol", http::isToken)
        || !isList(request, "Sec-WebSocket-Extensions", isExtension)) {
        return Response::error(400, "bad-handshake",
                               "Upgrade, Sec-WebSocket-Protocol and Sec-WebSocket-Extensions must be lists "
                               "of tokens, parted by commas (RFC 6455 4.1, 9.1).");
    }
    if (request.field("Sec-WebSocket-Version") != "13") {
        Response response = upgradeRequired();
        response.fields += "Sec-WebSocket-Version: 13\r\n"; // RFC 6455 4.4
        return response;
    }
    const QByteArrayView key = request.field("Sec-WebSocket-Key");
    const auto decoded = QByteArray::fromBase64Encoding(key.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != 16 || key.size() != 24 || request.fieldCount("Sec-WebSocket-Key") != 1)
        return Response::error(400, "bad-key", "Sec-WebSocket-Key must be 16 bytes in base64 (RFC 6455 4.1).");
    return std::nullopt;
}

QByteArrayView withoutSlash(QByteArrayView path)
{
    return path.endsWith('/') ? path.chopped(1) : path;
}

std::optional<Response> readQuery(const Request &request, SocketTarget &target)
{
    const protocol::FormView form(request.query());
    Read<ReaderQuery> query = readReaderQuery(form);
    if (auto *const fault = std::get_if<Response>(&query))
        return std::move(*fault);
    static_cast<ReaderQuery &>(target) = std::get<ReaderQuery>(std::move(query));
    target.isApi = target.withControl || form.field("v").value == u"1";
    return std::nullopt;
}

} // namespace

bool isWebSocketRequest(const Request &request)
{
    return request.path().startsWith(protocol::webSocketPrefix) && !request.field("Upgrade").isNull();
}

std::variant<SocketTarget, Response> readHandshake(const Request &request)
{
    const QByteArrayView path = withoutSlash(request.path());
    SocketTarget target;
    target.isEcho = path == protocol::echoSocketPath;
    constexpr QByteArrayView rooms = protocol::beforeRoom(protocol::roomSocketRoute);
    if (!target.isEcho && !path.startsWith(rooms))
        return Response::error(404, "not-found", "There is no WebSocket here; rooms are at /ws/chat/ROOM/.");
    if (auto fault = checkFields(request))
        return *std::move(fault);
    if (target.isEcho)
        return target;
    if (http::isCrossSite(request))
        return Response::error(403, "cross-site", "Another site may not enter a room; open the page at this host.");
    Read<QString> room = readRoomSegment(path.sliced(rooms.size()));
    if (auto *const fault = std::get_if<Response>(&room))
        return std::move(*fault);
    target.room = std::get<QString>(std::move(room));
    if (auto fault = readQuery(request, target))
        return *std::move(fault);
    return target;
}

Response upgradeRequired()
{
    Response response = Response::error(426, "upgrade-required", "This address speaks WebSocket only; open it with ws://.");
    response.fields = "Upgrade: websocket\r\nConnection: Upgrade\r\n"; // RFC 9110 15.5.22
    return response;
}

} // namespace pushlab::push
