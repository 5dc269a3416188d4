// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/badhttprows.h"

namespace pushlab::tests {

namespace {

constexpr const char *notAllowed = "RFC 9110 15.5.6";
constexpr const char *notFound = "RFC 9110 15.5.5";
constexpr const char *index = "contract, index";
constexpr const char *text = "contract, text";
constexpr const char *escapes = "RFC 3986 2.1";
constexpr const char *utf8 = "contract, UTF-8";
constexpr const char *room = "contract, ROOM";
constexpr const char *api = "contract, API";
constexpr const char *site = "contract, another site";

BadHttpRow get(const char *section, const char *name, const QByteArray &target, int status)
{
    return {section, name, badRequest("GET", target), {status}, After::Stays};
}

BadHttpRow form(const char *section, const char *name, const QByteArray &body)
{
    return {section, name, badBody("POST", "/send_msg/", formType, body), {400}, After::Stays};
}

BadHttpRow json(const char *name, const QByteArray &body)
{
    return {api, name, badBody("POST", "/api/rooms/lobby/messages", jsonType, body), {400}, After::Stays};
}

BadHttpRow method(const char *name, const QByteArray &verb, const QByteArray &target, const QByteArray &allow)
{
    const QByteArray request = verb == "POST" || verb == "PUT" ? badBody(verb, target, formType, "content=bad")
                                                               : badRequest(verb, target);
    return {notAllowed, name, request, {405}, After::Stays, "allow: " + allow};
}

BadHttpRow foreign(const char *name, const QByteArray &target, const QByteArray &fields)
{
    return {site, name, badRequest("GET", target, fields), {403}, After::Stays};
}

} // namespace

QList<BadHttpRow> routeRows()
{
    return {
        method("POST to a page", "POST", "/home/", "GET"),
        method("DELETE on a send", "DELETE", "/send/msg/?text=bad", "GET"),
        method("POST to a send that is a GET", "POST", "/send/msg/?text=bad", "GET"),
        method("POST to a poll", "POST", "/get/msg/?index=0", "GET"),
        method("POST to a queue", "POST", "/get_msg/?name=nobody", "GET"),
        method("GET on a send that is a POST", "GET", "/send_msg/?content=bad", "POST"),
        method("PUT on the messages, which take GET", "PUT", "/api/rooms/lobby/messages", "GET"),
        method("PUT on the messages, which take HEAD", "PUT", "/api/rooms/lobby/messages", "HEAD"),
        method("PUT on the messages, which take POST", "PUT", "/api/rooms/lobby/messages", "POST"),
        method("DELETE on a room", "DELETE", "/api/rooms/lobby", "GET"),
        method("POST to the clock", "POST", "/api/time", "GET"),
        method("POST to the metrics", "POST", "/metrics", "GET"),
        get(notFound, "unknown path", "/nothing/", 404),
        get(escapes, "broken escape in an unknown path", "/%zz", 400),
        get(escapes, "broken escape in a known path", "/api/rooms/%4/messages", 400),
        {"RFC 9110 9.3.7", "OPTIONS on an unknown path", badRequest("OPTIONS", "/nothing/"), {404}, After::Stays},
        method("PUT on a page, which takes OPTIONS", "PUT", "/home/", "OPTIONS"),
        get(notFound, "path in capitals", "/SEND/MSG/?text=bad", 404),
        get(notFound, "unknown path below a known one", "/send/msg/more/?text=bad", 404),
        get(notFound, "rooms without a room", "/api/rooms/", 404),
        get(notFound, "unknown part of a room", "/api/rooms/lobby/other", 404),
        get(notFound, "unknown static file", "/static/nothing.js", 404),
        {notFound, "way out of the static files", badRequest("GET", "/static/../../etc/passwd"), {404, 400}, After::AsSaid},
        {notFound, "escaped way out of the static files", badRequest("GET", "/static/%2e%2e/%2e%2e/etc/passwd"), {404, 400}, After::AsSaid},
        get("contract, queue", "unknown queue", "/get/message/?uid=nobody", 404),
        get("contract, queue", "unknown queue by its other name", "/get_msg/?name=nobody", 404),
        {"contract, queue", "queue without a name", badRequest("GET", "/get_msg/"), {400, 404}, After::Stays},
        get("contract, queue", "known room, unknown queue", "/get/message/?uid=nobody&room=lobby", 404),
    };
}

QList<BadHttpRow> valueRows()
{
    const QByteArray longRoom(65, 'r');
    const QByteArray longUtf8Room = QByteArray("%E6%95%99").repeated(65);
    return {
        get(index, "no index", "/get/msg/", 400),
        get(index, "empty index", "/get/msg/?index=", 400),
        get(index, "index in letters", "/get/msg/?index=one", 400),
        get(index, "index with letters after it", "/get/msg/?index=1x", 400),
        get(index, "index with a fraction", "/get/msg/?index=1.5", 400),
        get(index, "index in hexadecimal", "/get/msg/?index=0x1", 400),
        get(index, "index below 0", "/get/msg/?index=-1", 400),
        get(index, "index past 64 bits", "/get/msg/?index=9223372036854775808", 400),
        get(index, "index far past 64 bits", "/get/msg/?index=99999999999999999999999999", 400),
        get(text, "no text", "/send/msg/", 400),
        get(text, "no text in the long-polling send", "/send/message/?room=lobby", 400),
        form(text, "empty form", ""),
        form(text, "form with another field", "text=bad"),
        get(escapes, "escape that is no number", "/send/msg/?text=bad%zz", 400),
        get(escapes, "half an escape", "/send/msg/?text=bad%4", 400),
        get(escapes, "escape without digits", "/send/message/?text=bad%", 400),
        {text,
         "multipart without a boundary",
         badBody("POST", "/send_msg/", "multipart/form-data", "content=bad"),
         {400},
         After::Stays,
         {},
         "no-boundary"},
        {text,
         "multipart without parts",
         badBody("POST", "/send_msg/", "multipart/form-data; boundary=X", "content=bad"),
         {400},
         After::Stays,
         {},
         "bad-multipart"},
        form(escapes, "broken escape in a form", "content=bad%g0"),
        get(utf8, "stray byte", "/send/msg/?text=bad%FF", 400),
        get(utf8, "half a character", "/send/msg/?text=bad%E6%95", 400),
        get(utf8, "surrogate", "/send/msg/?text=bad%ED%A0%80", 400),
        get(utf8, "overlong form", "/send/message/?text=bad%C0%AF", 400),
        get(utf8, "past U+10FFFF", "/send/message/?text=bad%F4%90%80%80", 400),
        form(utf8, "stray escaped byte in a form", "content=bad%FF"),
        form(utf8, "stray byte in a form", "content=bad\xff"),
        get(utf8, "stray byte in a room", "/send/msg/?text=bad&room=%FF", 400),
        get(room, "room of 65 characters", "/send/msg/?text=bad&room=" + longRoom, 400),
        get(room, "room of 65 characters in UTF-8", "/send/msg/?text=bad&room=" + longUtf8Room, 400),
        get(room, "room with a slash", "/send/msg/?text=bad&room=a%2Fb", 400),
        get(room, "room with a line feed", "/send/msg/?text=bad&room=a%0Ab", 400),
        get(room, "room with a DEL", "/send/msg/?text=bad&room=a%7Fb", 400),
        {room, "room of 65 characters in a path", badRequest("GET", "/web/" + longRoom + '/'), {400, 404}, After::Stays},
        {room, "room with a slash in a path", badRequest("GET", "/api/rooms/a%2Fb/messages?after=0&wait=0"), {400, 404}, After::Stays},
        {room, "room with a bell in a path", badRequest("GET", "/api/rooms/%07/messages?after=0&wait=0"), {400, 404}, After::Stays},
        {room, "room that is no UTF-8 in a path", badRequest("GET", "/api/rooms/%FF"), {400, 404}, After::Stays},
        {room,
         "POST to a room of 65 characters",
         badBody("POST", "/api/rooms/" + longRoom + "/messages", jsonType, "{\"text\":\"bad\"}"),
         {400, 404},
         After::Stays},
    };
}

QList<BadHttpRow> apiRows()
{
    const QByteArray longName(257, 'n');
    return {
        json("no body", ""),
        json("half a JSON object", "{\"text\":\"bad\""),
        json("JSON that is an array", "[\"bad\"]"),
        json("JSON that is a string", "\"bad\""),
        json("JSON without text", "{\"from\":\"Tony\"}"),
        json("text that is a number", "{\"text\":5}"),
        json("text that is null", "{\"text\":null}"),
        json("JSON with more after it", "{\"text\":\"bad\"} bad"),
        json("JSON that is no UTF-8", "{\"text\":\"bad\xff\"}"),
        json("id that is a number", "{\"text\":\"bad\",\"id\":7}"),
        json("id over 256 bytes", "{\"text\":\"bad\",\"id\":\"" + longName + "\"}"),
        json("via that is no technique", "{\"text\":\"bad\",\"via\":\"pigeon\"}"),
        json("sent that is a string", "{\"text\":\"bad\",\"sent\":\"now\"}"),
        get(api, "wait over 55", "/api/rooms/lobby/messages?after=0&wait=56", 400),
        get(api, "wait below 0", "/api/rooms/lobby/messages?after=0&wait=-1", 400),
        get(api, "wait in letters", "/api/rooms/lobby/messages?after=0&wait=long", 400),
        get(api, "after below 0", "/api/rooms/lobby/messages?after=-1&wait=0", 400),
        get(api, "after in letters", "/api/rooms/lobby/messages?after=last&wait=0", 400),
        get(api, "after past 64 bits", "/api/rooms/lobby/messages?after=9223372036854775808&wait=0", 400),
    };
}

QList<BadHttpRow> crossSiteRows()
{
    const QByteArray origin = "Origin: http://evil.example\r\n";
    const QByteArray fetch = "Sec-Fetch-Site: cross-site\r\n";
    return {
        foreign("foreign Origin on a send", "/send/msg/?text=bad", origin),
        foreign("cross-site send", "/send/msg/?text=bad", fetch),
        foreign("foreign Origin on the other send", "/send/message/?text=bad", origin),
        foreign("cross-site on the other send", "/send/message/?text=bad", fetch),
        foreign("opaque Origin on a send", "/send/msg/?text=bad", "Origin: null\r\n"),
        foreign("Origin that begins like ours", "/send/msg/?text=bad", "Origin: http://{host}.evil.example\r\n"),
        foreign("cross-site read of a queue, which takes", "/get/message/?uid=guarded", fetch),
        foreign("foreign read of a queue, which takes", "/get_msg/?name=guarded", origin),
        {site, "foreign form", badBody("POST", "/send_msg/", formType, "content=bad", origin), {403}, After::Stays},
        {site, "cross-site form", badBody("POST", "/send_msg/", formType, "content=bad", fetch), {403}, After::Stays},
        {site, "foreign JSON", badBody("POST", "/api/rooms/lobby/messages", jsonType, "{\"text\":\"bad\"}", origin), {403}, After::Stays},
        {site,
         "cross-site plain text that is JSON",
         badBody("POST", "/api/rooms/lobby/messages", "text/plain", "{\"text\":\"bad\"}", fetch),
         {403},
         After::Stays},
    };
}

} // namespace pushlab::tests
