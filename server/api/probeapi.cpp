// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/probeapi.h"

#include "server/http/streamresponder.h"
#include "server/protocol/paths.h"
#include "server/push/chatcall.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace pushlab::api {

using http::Access;
using http::Call;
using http::Responder;
using http::Response;

namespace {

Response probed()
{
    return Response::json(R"({"probe":"answered"})");
}

http::StreamPiece probeEvent(QByteArrayView name)
{
    http::StreamPiece piece;
    const QByteArray event = "event: " + name.toByteArray() + "\ndata: {}\n\n";
    piece.addOverhead(event);
    piece.seal();
    return piece;
}

} // namespace

//! A request that waits until its time is over or its reader has gone.
class ProbeApi::Held final : public QObject
{
public:
    Held(Responder responder, std::chrono::milliseconds time, QObject *parent)
        : QObject(parent), m_responder(std::move(responder))
    {
        m_responder.park([this] { deleteLater(); });
        QTimer::singleShot(time, this, [this] { answer(); });
    }

    void answer()
    {
        if (m_responder.isOpen())
            m_responder.send(probed());
        deleteLater();
    }

private:
    Responder m_responder;
};

class ProbeApi::Stream final : public QObject, public http::StreamListener
{
public:
    Stream(Responder responder, QObject *parent) : QObject(parent)
    {
        Response head;
        head.contentType = QByteArrayLiteral("text/event-stream; charset=utf-8");
        head.cacheControl = "no-store, no-transform";
        head.fields = QByteArrayLiteral("X-Accel-Buffering: no\r\n"); // as the room's stream asks of nginx
        m_stream = responder.stream(head, *this);
        if (!m_stream.isOpen()) {
            deleteLater();
            return;
        }
        m_stream.write(probeEvent("first"));
        QTimer::singleShot(streamPause, this, [this] { finish(); });
    }

    void finish()
    {
        if (m_stream.isOpen() && m_stream.write(probeEvent("second")))
            m_stream.end();
        deleteLater();
    }

private:
    void onStreamEnded() override { deleteLater(); }

    http::StreamResponder m_stream;
};

void ProbeApi::addRoutes(http::Router &router)
{
    // Before the PIN, too: a browser tests while its user types. What can be held is bounded.
    router.add("GET", protocol::probePath, Access::Open, [this](const Call &call, Responder r) { answer(call, std::move(r)); });
    router.add("GET", protocol::probeEventsPath, Access::Open,
               [this](const Call &call, Responder r) { stream(call, std::move(r)); });
}

void ProbeApi::answer(const Call &call, Responder responder)
{
    const auto wait = push::readWait(protocol::FormView(call.request.query()));
    if (const auto *const fault = std::get_if<Response>(&wait))
        responder.send(*fault);
    else if (const auto time = std::get<std::chrono::milliseconds>(wait); time.count() == 0 || call.request.isHead())
        responder.send(probed());
    else if (children().size() >= maxOpen)
        responder.send(push::noPlaceToWait());
    else
        new Held(std::move(responder), std::min(time, maxHold), this);
}

void ProbeApi::stream(const Call &, Responder responder)
{
    if (children().size() >= maxOpen)
        responder.send(push::noPlaceToWait());
    else
        new Stream(std::move(responder), this);
}

void ProbeApi::stop()
{
    for (QObject *const child : children()) {
        if (auto *const held = dynamic_cast<Held *>(child))
            held->answer();
        else if (auto *const stream = dynamic_cast<Stream *>(child))
            stream->finish();
    }
}

} // namespace pushlab::api
