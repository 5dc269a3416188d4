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

//! The position to start after: on a reconnect, Last-Event-ID takes precedence over the position in the URL (HTML Standard
//! 9.2.4).
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
    router.add("GET", protocol::eventsRoute, http::Access::SameSite,
               [this](const http::Call &call, http::Responder r) { open(call, std::move(r)); });
}

void EventStreams::open(const http::Call &call, http::Responder responder)
{
    const bool isTeacher = m_context.admission.isTeacher(call.request);
    responder.setCostCenter({quint8(ledger::accountOf(protocol::Technique::Sse, isTeacher)), 0});
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    const Read<ReaderQuery> read = readReaderQuery(protocol::FormView(call.request.query()));
    if (const Response *const fault = firstFault(name, read)) {
        responder.send(*fault);
        return;
    }
    if (call.request.isHead()) {
        Response head;
        head.contentType = QByteArrayLiteral("text/event-stream; charset=utf-8");
        (void)responder.stream(head, *this);
        return;
    }
    const auto &query = std::get<ReaderQuery>(read);
    const room::MemberIdentity reader = apiIdentity(query.member, query.name, call.peer.text, isTeacher);
    room::Room *const room = enterRoom(m_context, std::get<QString>(name), reader, responder);
    if (!room)
        return;
    auto *const stream = new EventStream(m_context, *room, reader, m_cache);
    m_streams.insert(stream);
    // Queued, because a stream may end while its room or connection iterates over its streams.
    connect(
        stream, &EventStream::closed, this, [this, stream] { remove(stream); }, Qt::QueuedConnection);
    stream->open({startAfter(call.request, query.after.value_or(0)), query.epoch, query.withControl}, std::move(responder));
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
