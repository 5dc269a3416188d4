// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/hostframe.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace pushlab::protocol {

QByteArray encodeWelcome(const RoomInfo &info)
{
    return "{\"welcome\":" + encodeRoomInfo(info) + '}';
}

QByteArray encodeAck(const Ack &ack)
{
    QByteArray json = "{\"ack\":{\"id\":";
    appendJsonString(json, ack.id.toUtf8());
    json += ",\"seq\":" + QByteArray::number(ack.seq) + "}}";
    return json;
}

QByteArray encodeRefusal(const Refusal &refusal)
{
    QByteArray json = errorJson(refusal.code.toUtf8(), refusal.error.toUtf8());
    if (!refusal.id.isEmpty()) {
        json.chop(1);
        json += ",\"id\":";
        appendJsonString(json, refusal.id.toUtf8());
        json += '}';
    }
    return json;
}

std::optional<HostFrame> decodeHostFrame(QByteArrayView json)
{
    const QJsonObject object = parseJson(json.toByteArray()).object();
    if (const QJsonValue welcome = object[u"welcome"]; welcome.isObject()) {
        if (const auto info = decodeRoomInfo(welcome.toObject()))
            return *info;
        return std::nullopt;
    }
    if (const QJsonValue ack = object[u"ack"]; ack.isObject())
        return Ack{ack[u"id"].toString(), ack[u"seq"].toInteger()};
    if (const QJsonValue error = object[u"error"]; error.isString())
        return Refusal{error.toString(), object[u"code"].toString(), object[u"id"].toString()};
    std::optional<Entry> entry = decodeEntry(object);
    if (!entry)
        return std::nullopt;
    return std::visit([](auto &&it) { return HostFrame(std::move(it)); }, *std::move(entry));
}

} // namespace pushlab::protocol
