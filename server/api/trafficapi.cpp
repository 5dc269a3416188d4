// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/api/trafficapi.h"

#include "server/protocol/json.h"
#include "server/protocol/paths.h"
#include "server/protocol/techniquetraits.h"
#include "server/protocol/wire/anatomyjson.h"
#include "server/protocol/wire/masking.h"
#include "server/push/chatcall.h"
#include "server/push/permission.h"

#include <QJsonDocument>

#include <algorithm>

namespace pushlab::api {

using namespace push;

using http::Access;
using http::Call;
using http::Responder;
using http::Response;
using wire::TrafficConnection;
using wire::TrafficExcerpt;
using wire::TrafficRecord;

namespace {

QByteArrayView wireName(wire::RecordKind kind)
{
    switch (kind) {
    case wire::RecordKind::Request:
        return "request";
    case wire::RecordKind::Answer:
        return "answer";
    case wire::RecordKind::Event:
        return "event";
    case wire::RecordKind::Frame:
        return "frame";
    case wire::RecordKind::Other:
        return "other";
    }
    Q_UNREACHABLE();
}

void appendNumber(QByteArray &json, QByteArrayView name, qint64 value)
{
    json.append(",\"").append(name).append("\":").append(QByteArray::number(value));
}

void appendTime(QByteArray &json, QByteArrayView name, qint64 microseconds)
{
    json.append(",\"").append(name).append("\":");
    protocol::appendJsonTime(json, double(microseconds) / 1000);
}

void appendString(QByteArray &json, QByteArrayView name, QByteArrayView value)
{
    json.append(",\"").append(name).append("\":");
    protocol::appendJsonString(json, value);
}

void appendRecord(QByteArray &json, const TrafficRecord &record)
{
    json.append("{\"number\":").append(QByteArray::number(record.number));
    appendNumber(json, "connection", qint64(record.connection));
    appendTime(json, "at", record.at);
    appendTime(json, "duration", record.duration);
    appendNumber(json, "request", qint64(record.request));
    appendNumber(json, "offset", record.offset);
    appendNumber(json, "headerBytes", record.headerBytes);
    appendNumber(json, "payloadBytes", record.payloadBytes);
    appendNumber(json, "tlsBytes", record.tlsBytes);
    appendNumber(json, "size", record.size);
    appendNumber(json, "firstMessage", record.firstMessage);
    appendNumber(json, "lastMessage", record.lastMessage);
    appendString(json, "direction", record.direction == wire::Direction::ToHost ? "up" : "down");
    appendString(json, "kind", wireName(record.kind));
    json += ",\"technique\":";
    if (record.technique)
        protocol::appendJsonString(json, protocol::techniqueName(*record.technique));
    else
        json += "null";
    appendString(json, "member", record.member.toUtf8());
    appendString(json, "summary", wire::summary(record).toUtf8());
    json.append(",\"withdrawn\":").append(record.isWithdrawn ? "true" : "false");
    appendString(json, "bytes", record.bytes.toBase64());
    json += '}';
}

void appendConnection(QByteArray &json, const TrafficConnection &connection)
{
    json.append("{\"number\":").append(QByteArray::number(connection.number));
    appendTime(json, "opened", connection.opened);
    appendTime(json, "closed", connection.closed);
    appendString(json, "peer", connection.peerAddress.toUtf8());
    appendNumber(json, "peerPort", connection.peerPort);
    appendString(json, "host", connection.hostAddress.toUtf8());
    appendNumber(json, "hostPort", connection.hostPort);
    json.append(",\"tls\":").append(connection.isEncrypted ? "true}" : "false}");
}

QByteArray encodeExcerpt(const TrafficExcerpt &excerpt, qint64 after, bool withSecrets)
{
    QByteArray json = "{\"since\":";
    protocol::appendJsonTime(json, double(excerpt.since) / 1000);
    appendNumber(json, "dropped", qint64(excerpt.dropped));
    appendNumber(json, "oldest", qint64(excerpt.oldest));
    appendNumber(json, "next", excerpt.records.isEmpty() ? after : qint64(excerpt.records.last().number));
    json += ",\"connections\":[";
    for (const TrafficConnection &connection : excerpt.connections) {
        if (!json.endsWith('['))
            json += ',';
        appendConnection(json, connection);
    }
    json += "],\"records\":[";
    for (const TrafficRecord &record : excerpt.records) {
        if (!json.endsWith('['))
            json += ',';
        appendRecord(json, withSecrets ? record : wire::maskSecrets(record));
    }
    return json + "]}";
}

//! What a page shows of the record with \a number: its bytes, taken apart and worded.
Response encodeOne(const TrafficExcerpt &excerpt, qint64 number, bool withSecrets, bool isChinese)
{
    const auto found = std::find_if(excerpt.records.cbegin(), excerpt.records.cend(),
                                    [number](const TrafficRecord &record) { return record.number == quint64(number); });
    if (found == excerpt.records.cend())
        return Response::error(404, "no-record", "There is no such record, or no longer.");
    const QJsonObject record = wire::encodeRecord(withSecrets ? *found : wire::maskSecrets(*found), isChinese);
    return Response::json(QJsonDocument(record).toJson(QJsonDocument::Compact));
}

} // namespace

void TrafficApi::addRoutes(http::Router &router)
{
    router.add("GET", protocol::trafficRoute, Access::SameSite, [this](const Call &call, Responder r) { r.send(answer(call)); });
}

Response TrafficApi::answer(const Call &call) const
{
    const protocol::FormView form(call.request.query());
    const Read<QString> name = readRoomSegment(call.arguments[0]);
    const bool isTeacher = m_context.admission.isTeacher(call.request);
    const Read<QString> member = readName(form, "member", !isTeacher);
    const Read<qint64> after = readNumber(form, "after", 0);
    const Read<qint64> one = readNumber(form, "record", 0); // all of this record alone
    if (const Response *const fault = firstFault(name, member, after, one))
        return *fault;
    const QString &roomName = std::get<QString>(name);
    const qint64 record = std::get<qint64>(one);
    const qint64 number = record > 0 ? record - 1 : std::get<qint64>(after);
    const bool withSecrets = isTeacher && form.field("secrets").value == u"1";
    const auto encoded = [&](const TrafficExcerpt &excerpt) {
        return record > 0 ? encodeOne(excerpt, record, withSecrets, form.field("lang").value.startsWith(u"zh"))
                          : Response::json(encodeExcerpt(excerpt, number, withSecrets));
    };
    if (std::get<QString>(member).isEmpty())
        return encoded(m_records.ofRoom(roomName, quint64(number)));
    const QByteArray key = room::memberKey(std::get<QString>(member));
    room::Room *const room = m_context.shard.find(roomName);
    if (!room || !room->member(key))
        return Response::error(404, "no-member", "There is no such member in the room: read or send something with this id first.");
    if (call.request.isHead()) // is no look
        return Response::json(encodeExcerpt({}, number, false));
    return encoded(m_records.ofMember(roomName, key, quint64(number)));
}

} // namespace pushlab::api
