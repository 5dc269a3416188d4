// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/roominfo.h"

#include "server/protocol/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

namespace pushlab::protocol {

namespace {

QByteArray seconds(std::chrono::milliseconds duration)
{
    return QByteArray::number(double(duration.count()) / 1000, 'g', 10);
}

std::chrono::milliseconds fromSeconds(double seconds)
{
    return std::chrono::milliseconds(qRound64(seconds * 1000));
}

QByteArray encodeOwn(const OwnOrders &own)
{
    QByteArray json = "{\"technique\":";
    if (own.technique)
        appendJsonString(json, techniqueName(*own.technique));
    else
        json += "null";
    json.append(",\"split\":").append(own.isBySplit ? "true" : "false");
    json.append(",\"muted\":").append(own.isMuted ? "true" : "false").append(",\"name\":");
    appendJsonString(json, own.name.toUtf8());
    return json + '}';
}

OwnOrders decodeOwn(const QJsonObject &own)
{
    OwnOrders orders{techniqueFromName(own[u"technique"].toString().toLatin1()), own[u"split"].toBool(), own[u"muted"].toBool(),
                     own[u"name"].toString()};
    orders.isBySplit = orders.isBySplit && orders.technique; // one that this version does not know is none
    return orders;
}

} // namespace

QByteArray encodeRoomInfo(const RoomInfo &info)
{
    QByteArray json = "{\"epoch\":";
    appendJsonString(json, info.epoch.toUtf8());
    json += ",\"oldest\":" + QByteArray::number(info.oldest) + ",\"next\":" + QByteArray::number(info.next) + ",\"pollInterval\":"
        + seconds(info.settings.pollInterval) + ",\"hold\":" + seconds(info.settings.hold) + ",\"technique\":";
    if (info.settings.technique)
        appendJsonString(json, techniqueName(*info.settings.technique));
    else
        json += "null";
    json += ",\"techniques\":[\"" + namesOf(info.settings.techniques).join("\",\"") + "\"],\"now\":";
    appendJsonTime(json, info.now);
    appendConditioner(json, info.settings.conditioner);
    if (!info.name.isEmpty()) {
        json += ",\"name\":";
        appendJsonString(json, info.name.toUtf8());
    }
    json += ",\"settings\":" + encodeClassSettings(info.settings, SettingsReader::Member);
    if (info.own != OwnOrders{})
        json += ",\"own\":" + encodeOwn(info.own);
    if (info.question)
        json += ",\"question\":" + QJsonDocument(encodeAsked(*info.question)).toJson(QJsonDocument::Compact);
    if (!info.why.isEmpty()) {
        json += ",\"why\":";
        appendJsonString(json, info.why.toUtf8());
    }
    json += '}';
    return json;
}

namespace {

//! The offered techniques, without names that are unknown here: a later version of the host may offer more.
QList<Technique> offerIn(const QJsonArray &names)
{
    QByteArrayList known;
    for (const QJsonValueConstRef name : names) {
        if (const QByteArray latin1 = name.toString().toLatin1(); techniqueFromName(latin1))
            known.append(latin1);
    }
    return techniquesFromNames(known).value_or(defaultTechniques());
}

} // namespace

std::optional<RoomInfo> decodeRoomInfo(const QJsonObject &object)
{
    const QJsonValue epoch = object[u"epoch"];
    const QJsonValue oldest = object[u"oldest"];
    const QJsonValue next = object[u"next"];
    const QJsonValue now = object[u"now"];
    const double pollInterval = object[u"pollInterval"].toDouble();
    const double hold = object[u"hold"].toDouble();
    if (!epoch.isString() || !oldest.isDouble() || !next.isDouble() || !now.isDouble())
        return std::nullopt;
    if (!(pollInterval > 0 && pollInterval <= 3600) || !(hold > 0 && hold <= 3600))
        return std::nullopt;
    const std::optional<Conditioner> conditioner = decodeConditioner(object);
    if (!conditioner)
        return std::nullopt;
    RoomInfo info{epoch.toString(), oldest.toInteger(), next.toInteger(), now.toDouble(), {}, object[u"name"].toString()};
    info.settings.pollInterval = fromSeconds(pollInterval);
    info.settings.hold = fromSeconds(hold);
    info.settings.technique = techniqueFromName(object[u"technique"].toString().toLatin1());
    info.settings.techniques = offerIn(object[u"techniques"].toArray());
    info.settings.conditioner = *conditioner;
    info.own = decodeOwn(object[u"own"].toObject());
    info.why = object[u"why"].toString();
    info.question = decodeAsked(object[u"question"].toObject());
    if (!object[u"settings"].isObject()) // sent by an older host
        return info;
    const auto settings = withChanges(info.settings, object[u"settings"].toObject(), SettingsReader::Member);
    if (!std::holds_alternative<ClassSettings>(settings))
        return std::nullopt;
    info.settings = std::get<ClassSettings>(settings);
    return info;
}

} // namespace pushlab::protocol
