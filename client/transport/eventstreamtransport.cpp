// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/eventstreamtransport.h"

#include "client/transport/apiurl.h"
#include "client/transport/httpcall.h"
#include "server/protocol/entrycodec.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

namespace pushlab::transport {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 streamBuffer = 256 * 1024; // what Qt may hold before it is read

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

EventStreamTransport::EventStreamTransport(const Endpoint &endpoint, QNetworkAccessManager &network, const Timing &timing,
                                           QObject *parent)
    : HttpTransport(endpoint, network, timing, parent), m_endpoint(endpoint), m_network(network), m_timing(timing)
{
    m_opening.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_opening, &QTimer::timeout, this, [this] { fail(u"the stream of events did not begin in time"_s); });
    connect(&m_silence, &QTimer::timeout, this, [this] { fail(u"the host has gone silent"_s); });
}

EventStreamTransport::~EventStreamTransport()
{
    EventStreamTransport::stop();
}

void EventStreamTransport::begin(const Pace &)
{
    open();
}

void EventStreamTransport::open()
{
    m_parser = {};
    m_welcomed = false;
    QNetworkRequest request = HttpCall::request(eventsUrl(m_endpoint, m_cursor));
    request.setRawHeader("Accept", "text/event-stream");
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(streamBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStreamTransport::read);
    connect(m_reply, &QNetworkReply::finished, this, &EventStreamTransport::reportEnd);
    m_opening.start(m_timing.open);
    Q_EMIT requestMade();
    if (isRunning())
        Q_EMIT phaseChanged(Phase::Connecting, 0ms);
}

void EventStreamTransport::stop()
{
    HttpTransport::stop();
    m_batch.clear();
    release();
}

void EventStreamTransport::release()
{
    m_opening.stop();
    m_silence.stop();
    if (m_reply)
        HttpCall::dismiss(*m_reply, this);
    m_reply = nullptr;
}

void EventStreamTransport::read()
{
    if (statusOf(*m_reply) != 200)
        return; // a refusal, which is read once it is complete
    m_silence.start(protocol::pingInterval + m_timing.pong); // the host sends a comment within this time
    const std::vector<StreamEvent> events = m_parser.feed(m_reply->readAll());
    const QNetworkReply *const reply = m_reply;
    for (const StreamEvent &event : events) {
        Q_EMIT payloadCarried(0, event.data.size());
        take(event);
        if (m_reply != reply) // it was stopped or restarted
            return;
    }
    flush();
    if (m_reply == reply && m_parser.isTooLong())
        fail(u"the host's event is too large"_s);
}

void EventStreamTransport::take(const StreamEvent &event)
{
    const QJsonObject object = protocol::parseJson(event.data).object();
    if (event.type == "message") {
        if (const auto message = m_welcomed ? protocol::decodeMessage(object) : std::nullopt)
            takeEntry(*message);
    } else if (event.type == "control") {
        const auto entry = m_welcomed ? protocol::decodeEntry(object) : std::nullopt;
        if (entry && protocol::isControl(*entry))
            takeEntry(*entry);
    } else if (event.type == "welcome") {
        if (const auto info = protocol::decodeRoomInfo(object))
            takeWelcome(*info);
    } else if (event.type == "epoch") {
        if (const auto info = protocol::decodeRoomInfo(object))
            takeEpoch(*info);
    } else if (event.type == "gap") {
        flush();
        m_batch.raiseOldest(qint64(object[u"oldest"].toDouble()));
    } else if (event.type == "refused") {
        denyAccess({object[u"error"].toString().left(500), object[u"code"].toString().left(50), {}});
    } // else a kind that a later host sends
}

void EventStreamTransport::takeWelcome(const protocol::RoomInfo &info)
{
    if (std::exchange(m_welcomed, true))
        return;
    m_opening.stop();
    m_batch.begin(info);
    m_cursor.epoch = info.epoch;
    Q_EMIT phaseChanged(Phase::Connected, 0ms);
    if (isRunning())
        Q_EMIT welcomed(info);
}

//! All entries of the new log are new to this reader.
void EventStreamTransport::takeEpoch(const protocol::RoomInfo &info)
{
    flush();
    if (!isRunning())
        return;
    release();
    m_cursor = {info.epoch, info.oldest - 1};
    open();
}

void EventStreamTransport::takeEntry(const protocol::Entry &entry)
{
    if (m_batch.add(entry))
        flush();
}

void EventStreamTransport::flush()
{
    if (const auto batch = m_batch.take()) {
        m_cursor.after = batch->next;
        Q_EMIT batchReceived(*batch);
    }
}

void EventStreamTransport::reportEnd()
{
    const int status = statusOf(*m_reply);
    if (status == 200) {
        const QPointer<QNetworkReply> reply = m_reply;
        read(); // what came with the end
        if (isRunning() && m_reply == reply)
            fail(u"the host closed the connection"_s);
        return;
    }
    const HttpAnswer answer{status, status > 0 ? m_reply->read(protocol::maxAnswerBytes) : QByteArray(),
                            status > 0 ? QString() : m_reply->errorString()};
    if (answer.isAccessDenied())
        denyAccess(answer.refusal());
    else
        fail(answer.failure());
}

} // namespace pushlab::transport
