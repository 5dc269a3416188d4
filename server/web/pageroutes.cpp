// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/pageroutes.h"

#include "server/http/crosssite.h"
#include "server/protocol/paths.h"
#include "server/push/chatcall.h"
#include "server/push/longpolling.h"
#include "server/push/permission.h"
#include "server/push/websocket/handshake.h"
#include "server/web/navigation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushlab::web {

using namespace push;

using namespace Qt::Literals::StringLiterals;
using http::Access;
using http::Call;
using http::Responder;
using http::Response;
using Page = WebPages::Page;

namespace {

double inSeconds(std::chrono::milliseconds duration)
{
    return double(duration.count()) / 1000;
}

Language languageOf(const http::Request &request)
{
    return WebPages::languageFor(request.field("Accept-Language"), request.field("Cookie"), request.query());
}

Response pageOf(QByteArray html, const QByteArray &policy)
{
    Response response = Response::html(std::move(html));
    response.fields = "Content-Security-Policy: " + policy
        + "\r\nX-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: same-origin\r\n";
    return response;
}

QJsonArray namesFor(const QList<protocol::Technique> &techniques)
{
    QJsonArray names;
    for (const QByteArray &name : namesOf(techniques))
        names.append(QString::fromLatin1(name));
    return names;
}

} // namespace

void PageRoutes::addRoutes(http::Router &router)
{
    router.add("GET", "/", Access::Open, [this](const Call &call, Responder r) { joinPage(call, std::move(r)); });
    addPage(router, "/ab_dy", Page::AjaxCheck, Access::Anyone);
    addPage(router, "/echo", Page::Echo, Access::Anyone);
    addPage(router, "/handshake", Page::Handshake, Access::Open);
    addPage(router, "/web", Page::WebRooms, Access::Anyone);
    addPage(router, "/about", Page::About, Access::Open);
    addPage(router, "/compare", Page::Compare, Access::Open);
    router.add("GET", protocol::adminPath, Access::Teacher, [this](const Call &call, Responder r) {
        send(call, Page::Admin, {{u"room"_s, m_context.classRoom}}, std::move(r));
    });
    router.add("GET", protocol::projectorPath, Access::Teacher,
               [this](const Call &call, Responder r) { send(call, Page::Projector, {}, std::move(r)); });
    router.add("GET", protocol::worksheetPath, Access::Anyone,
               [this](const Call &call, Responder r) { worksheetPage(call, std::move(r)); });
    router.add("GET", protocol::homePath, Access::Anyone, [this](const Call &call, Responder r) { home(call, std::move(r)); });
    router.add("GET", protocol::uidPagePath, Access::Anyone,
               [this](const Call &call, Responder r) { queuePage(call, "uid", std::move(r)); });
    router.add("GET", protocol::namePagePath, Access::Anyone,
               [this](const Call &call, Responder r) { queuePage(call, "name", std::move(r)); });
    router.add("GET", protocol::roomPageRoute, Access::Anyone,
               [this](const Call &call, Responder r) { roomPage(call, std::move(r)); });
    router.add("POST", "/ab_dy", Access::Anyone, [this](const Call &call, Responder r) { answerAjax(call, std::move(r)); });
    for (const QByteArrayView path : {protocol::echoSocketPath, protocol::roomSocketRoute})
        router.add("GET", path, Access::Anyone, [](const Call &, Responder r) { r.send(upgradeRequired()); });
    router.add("GET", QByteArray(protocol::staticPrefix + "{}"), Access::Open,
               [this](const Call &call, Responder r) { fallBack(call, std::move(r)); });
    router.setErrorPage([this](const http::Request &request, const Response &error) { return errorPage(request, error); });
    router.setFallback([this](const Call &call, Responder r) { fallBack(call, std::move(r)); },
                       [this](const http::Request &request) { return m_userPages.contains(request.path()); });
}

std::optional<Response> PageRoutes::errorPage(const http::Request &request, const Response &error) const
{
    if (!error.contentType.startsWith("application/json") || !isShownToPeople(request))
        return std::nullopt;
    const QJsonObject said = QJsonDocument::fromJson(error.body).object();
    Response page;
    if (auto plain = m_plainPages.render(said[u"code"_s].toString().toUtf8(), languageOf(request), error.status,
                                         said[u"error"_s].toString()))
        page = pageOf(*std::move(plain), m_plainPages.contentSecurityPolicy());
    else
        page = rendered(request, Page::Error,
                        {{u"status"_s, error.status}, {u"code"_s, said[u"code"_s]}, {u"reason"_s, said[u"error"_s]}});
    page.status = error.status;
    page.fields += error.fields;
    page.close = error.close;
    return page;
}

void PageRoutes::addPage(http::Router &router, QByteArrayView path, Page page, Access access)
{
    router.add("GET", path, access, [this, page](const Call &call, Responder r) { send(call, page, {}, std::move(r)); });
}

void PageRoutes::joinPage(const Call &call, Responder responder)
{
    const bool asksPin = m_context.admission.refuseMember(call.request).has_value();
    QJsonObject data{{u"room"_s, m_context.classRoom}, {u"techniques"_s, namesFor(m_context.settings.techniques)}};
    if (asksPin)
        data.insert(u"pin"_s, true);
    send(call, Page::Join, data, std::move(responder));
}

void PageRoutes::home(const Call &call, Responder responder)
{
    const protocol::FormView form(call.request.query());
    if (form.field("name")) {
        queuePage(call, "name", std::move(responder));
        return;
    }
    const protocol::FormView::Field interval = form.field("interval");
    bool isNumber = false;
    const double seconds = interval ? interval.value.toDouble(&isNumber) : 2;
    constexpr double least = double(protocol::minPollInterval.count()) / 1000;
    constexpr double most = double(protocol::maxPollInterval.count()) / 1000;
    if (interval && !(isNumber && seconds >= least && seconds <= most)) {
        responder.send(Response::error(
            400, "bad-interval",
            "interval must be a number of seconds from " + QByteArray::number(least) + " to " + QByteArray::number(most) + '.'));
        return;
    }
    send(call, Page::Polling, {{u"interval"_s, seconds}}, std::move(responder));
}

void PageRoutes::queuePage(const Call &call, QByteArrayView field, Responder responder)
{
    const protocol::FormView form(call.request.query());
    const Read<QString> room = readRoom(form);
    const Read<QString> user = readName(form, field, false); // without a name, the page asks for it
    if (const Response *const fault = firstFault(room, user)) {
        responder.send(*fault);
        return;
    }
    // Opening a page is always allowed; a script of another site that merely fetches it may not open queues.
    if (http::isCrossSite(call.request) && !http::isNavigation(call.request)) {
        responder.send(Response::error(403, "cross-site", "Another site may not open a queue; open the page at this host."));
        return;
    }
    room::Room *const known = m_context.shard.find(std::get<QString>(room));
    const room::MemberIdentity reader = queueIdentity(std::get<QString>(user), call.peer.text,
                                                      m_context.admission.isTeacher(call.request));
    if (const auto denial = known ? denyEntry(m_context, *known, reader) : denyClass(m_context, reader)) {
        responder.send(toResponse(*denial));
        return;
    }
    const bool opens = !call.request.isHead() && !std::get<QString>(user).isEmpty();
    if (opens && !m_longPolling.openQueue(std::get<QString>(room), std::get<QString>(user))) {
        responder.send(
            Response::error(503, "too-many-queues", "The host has as many queues or rooms as it can hold; try again later."));
        return;
    }
    const bool isUid = field == "uid";
    const auto address = [](QByteArrayView path) { return QString::fromLatin1(protocol::withSlash(path)); };
    send(call, Page::LongPolling,
         {{u"user"_s, std::get<QString>(user)},
          {u"send"_s, address(isUid ? protocol::uidSendPath : protocol::nameSendPath)},
          {u"get"_s, address(isUid ? protocol::uidQueuePath : protocol::nameQueuePath)}},
         std::move(responder));
}

void PageRoutes::roomPage(const Call &call, Responder responder)
{
    const Read<QString> room = readRoomSegment(call.arguments[0]);
    if (const auto *const fault = std::get_if<Response>(&room)) {
        responder.send(*fault);
        return;
    }
    const auto technique = m_context.settings.technique;
    send(call, Page::WebRoom,
         {{u"room"_s, std::get<QString>(room)},
          {u"hold"_s, inSeconds(m_context.settings.hold)},
          {u"pollInterval"_s, inSeconds(m_context.settings.pollInterval)},
          {u"techniques"_s, namesFor(m_context.settings.techniques)},
          {u"technique"_s, technique ? QJsonValue(QString::fromLatin1(techniqueName(*technique))) : QJsonValue()}},
         std::move(responder));
}

void PageRoutes::worksheetPage(const Call &call, Responder responder)
{
    if (auto own = m_userPages.find(call.request.path())) {
        responder.send(*own);
        return;
    }
    const QString lesson = protocol::FormView(call.request.query()).field("lesson").value;
    const bool isChinese = languageOf(call.request) == Language::SimplifiedChinese;
    const WorksheetPage sheet = m_worksheets ? m_worksheets(lesson, isChinese) : WorksheetPage();
    Response page = render(call, Page::Worksheet, sheet.html.isEmpty() ? QJsonObject{{u"lessons"_s, sheet.lessons}} : QJsonObject());
    page.body.replace("<!--worksheet-->", sheet.html); // which is in the page's file alone: its data have no "<"
    responder.send(page);
}

void PageRoutes::answerAjax(const Call &call, Responder responder)
{
    const QByteArray body = R"({"username":"tony"})";
    const bool isPlain = protocol::FormView(call.request.query()).field("plain").value == u"1";
    responder.send(isPlain ? Response::html(body) : Response::json(body));
}

void PageRoutes::fallBack(const Call &call, Responder responder)
{
    if (auto page = m_userPages.find(call.request.path())) {
        responder.send(*page);
    } else if (auto file = m_pages.staticFile(call.request.path())) {
        Response response;
        response.body = std::move(file->body);
        response.contentType = std::move(file->contentType);
        response.cacheControl = file->immutable ? "public, max-age=31536000, immutable" : "no-cache";
        response.fields = "X-Content-Type-Options: nosniff\r\n";
        responder.send(response);
    } else if (isWebSocketRequest(call.request)) {
        responder.send(upgradeRequired());
    } else {
        responder.send(Response::error(404, "not-found", "There is nothing at this path; start from /."));
    }
}

void PageRoutes::send(const Call &call, Page page, const QJsonObject &data, Responder responder)
{
    if (auto own = m_userPages.find(call.request.path()))
        responder.send(*own);
    else
        responder.send(render(call, page, data));
}

Response PageRoutes::render(const Call &call, Page page, const QJsonObject &data) const
{
    Response response = rendered(call.request, page, data);
    if ((page == Page::Join && m_context.admission.needsPin()) || page == Page::Entrance)
        response.fields += m_context.admission.markVisitor(call.request, call.peer.address);
    return response;
}

Response PageRoutes::rendered(const http::Request &request, Page page, const QJsonObject &data) const
{
    return pageOf(m_pages.render(page, languageOf(request), data), WebPages::contentSecurityPolicy(request.host()));
}

} // namespace pushlab::web
