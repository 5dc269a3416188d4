// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/eventstreams.h"

#include "server/protocol/paths.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"

#include <vector>

namespace pushlab::push {

using namespace std::chrono_literals;
using http::Response;

namespace {

//! What a browser that connects again has read last wins over what the page asked for at first (HTML Standard 9.2.4).
qint64 startAfter(const http::Request &request, qint64 after)
{
    bool isNumber = false;
    const qint64 last = request.field("Last-Event-ID").toByteArray().toLongLong(&isNumber);
    return isNumber && last >= 0 ? last : after;
}

} // namespace

EventStreams::EventStreams(const Context &context, QObject *parent)
    : QObject(parent), m_context(context), m_sweep(m_streams, 1s, [](EventStream &stream, auto now) {
        stream.record();
        stream.checkClocks(now);
    })
{
}

EventStreams::~EventStreams()
{
    for (EventStream *const stream : std::exchange(m_streams, {}))
        delete stream;
}

void EventStreams::addRoutes(http::Router &router)
{
    const QByteArray path = protocol::roomsPath.toByteArray() + "/{}/events";
    router.add("GET", path, http::Access::SameSite, [this](const http::Call &call, http::Responder r) { open(call, std::move(r)); });
}

void EventStreams::open(const http::Call &call, http::Responder responder)
{
    responder.setCostCenter({quint8(ledger::accountOf(protocol::Technique::Sse)), 0});
    const protocol::FormView form(call.request.query());
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    const Read<qint64> after = readNumber(form, "after", 0);
    const Read<QString> member = readName(form, "member", false);
    const Read<QString> shown = readName(form, "name", false);
    const Read<QString> epoch = readName(form, "epoch", false);
    if (const Response *const fault = firstFault(name, after, member, shown, epoch)) {
        responder.send(*fault);
        return;
    }
    if (call.request.isHead()) {
        Response head;
        head.contentType = QByteArrayLiteral("text/event-stream; charset=utf-8");
        (void)responder.stream(head, *this);
        return;
    }
    room::MemberIdentity reader = apiIdentity(std::get<QString>(member), std::get<QString>(shown), call.peer.text);
    reader.isTeacher = m_context.admission.isTeacher(call.request);
    const auto opened = openRoom(m_context, std::get<QString>(name), reader);
    if (const Response *const refusal = std::get_if<Response>(&opened)) {
        responder.send(*refusal);
        return;
    }
    room::Room *const room = std::get<room::Room *>(opened);
    if (const auto denial = denyEntry(m_context, *room, reader)) {
        responder.send(toResponse(*denial));
        return;
    }
    auto *const stream = new EventStream(m_context, *room, reader, m_cache);
    m_streams.insert(stream);
    // Queued: it may tell of its end while its room or its connection goes through all of theirs.
    connect(
        stream, &EventStream::closed, this, [this, stream] { remove(stream); }, Qt::QueuedConnection);
    stream->open({startAfter(call.request, std::get<qint64>(after)), std::get<QString>(epoch), asksForControl(form)},
                 std::move(responder));
}

void EventStreams::remove(EventStream *stream)
{
    if (m_streams.erase(stream) > 0)
        delete stream;
}

void EventStreams::record()
{
    for (EventStream *const stream : m_streams)
        stream->record();
}

void EventStreams::closeMembers(const QString &)
{
    for (EventStream *const stream : m_streams) {
        if (!stream->identity().isTeacher)
            stream->end();
    }
}

void EventStreams::stop()
{
    for (EventStream *const stream : m_streams)
        stream->end();
}

} // namespace pushlab::push
