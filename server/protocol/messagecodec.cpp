// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/messagecodec.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/techniquetraits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

namespace pushlab::protocol {

namespace {

constexpr QByteArrayView textKey = "\"text\":";

void appendField(QByteArray &json, QByteArrayView key, const QString &value)
{
    json += json.isEmpty() ? '{' : ',';
    appendJsonString(json, key);
    json += ':';
    appendJsonString(json, wholeText(value).toUtf8());
}

void finishOutgoing(QByteArray &json, const Outgoing &outgoing)
{
    json += ",\"sent\":";
    appendJsonTime(json, outgoing.sent);
    json += '}';
}

OutgoingResult refusedMessage(QByteArrayView code, QByteArrayView error, const QString &id = {})
{
    return {std::nullopt, code.toByteArray(), error.toByteArray(), id};
}

//! Whether \a text has at most \a limit bytes as UTF-8.
bool isWithin(const QString &text, qsizetype limit)
{
    return 3 * text.size() <= limit || text.toUtf8().size() <= limit;
}

//! A string field that may be missing; false when it is there but no string or too long.
bool readName(const QJsonObject &object, QStringView key, QString &value)
{
    const QJsonValue field = object[key];
    if (field.isUndefined() || field.isNull())
        return true;
    if (!field.isString())
        return false;
    value = wholeText(field.toString());
    return isWithin(value, maxNameBytes);
}

} // namespace

EncodedEntry encodeMessage(const Message &message)
{
    const QByteArray text = message.text.toUtf8();
    const QByteArray from = message.from.toUtf8();
    EncodedEntry encoded;
    QByteArray &json = encoded.json;
    json.reserve(text.size() + from.size() + 128);
    json += "{\"seq\":";
    json += QByteArray::number(message.seq);
    json += ",\"from\":";
    appendJsonString(json, from);
    json += ',';
    json += textKey;
    encoded.textOffset = json.size();
    appendJsonString(json, text);
    encoded.textLength = json.size() - encoded.textOffset;
    json += ",\"sent\":";
    appendJsonTime(json, message.sent);
    json += ",\"accepted\":";
    appendJsonTime(json, message.accepted);
    json += ",\"via\":";
    if (message.via)
        appendJsonString(json, techniqueName(*message.via));
    else
        json += "null";
    json += '}';
    return encoded;
}

QByteArray messageFrame(const EncodedEntry &message)
{
    const QByteArrayView json = message.json;
    QByteArray frame;
    frame.reserve(json.size() + 3);
    frame += json.first(message.textOffset - textKey.size());
    frame += "\"message\":";
    frame += json.sliced(message.textOffset);
    return frame;
}

QByteArray tutorialFrame(const EncodedEntry &message)
{
    QByteArray frame = "{\"message\":";
    frame += message.textJson();
    frame += '}';
    return frame;
}

std::optional<Message> decodeMessage(const QJsonObject &object)
{
    const QJsonValue seq = object[u"seq"];
    QJsonValue text = object[u"text"];
    if (text.isUndefined())
        text = object[u"message"];
    if (!seq.isDouble() || seq.toInteger() < 1 || !text.isString())
        return std::nullopt;
    return Message{seq.toInteger(),
                   object[u"from"].toString(),
                   text.toString(),
                   object[u"sent"].toDouble(),
                   object[u"accepted"].toDouble(),
                   techniqueFromName(object[u"via"].toString().toLatin1())};
}

std::optional<MessageBatch> decodeMessageBatch(QByteArrayView json)
{
    const QJsonObject object = parseJson(json.toByteArray()).object();
    const QJsonValue messages = object[u"messages"];
    if (!object[u"epoch"].isString() || !messages.isArray() || !object[u"next"].isDouble() || !object[u"oldest"].isDouble()) {
        return std::nullopt;
    }
    MessageBatch batch{
        object[u"epoch"].toString(), {}, object[u"next"].toInteger(), object[u"oldest"].toInteger(), object[u"now"].toDouble()};
    batch.why = object[u"why"].toString();
    const QJsonArray array = messages.toArray();
    batch.entries.reserve(array.size());
    for (const auto value : array) {
        std::optional<Entry> entry = decodeEntry(value.toObject());
        if (!entry)
            return std::nullopt;
        batch.entries.append(*std::move(entry));
    }
    return batch;
}

QByteArray encodeOutgoing(const Outgoing &outgoing)
{
    QByteArray json;
    appendField(json, "text", outgoing.text);
    appendField(json, "from", outgoing.from);
    appendField(json, "id", outgoing.id);
    appendField(json, "member", outgoing.member);
    if (outgoing.via) {
        json += ",\"via\":";
        appendJsonString(json, techniqueName(*outgoing.via));
    }
    finishOutgoing(json, outgoing);
    return json;
}

QByteArray encodeOutgoingFrame(const Outgoing &outgoing)
{
    QByteArray json;
    appendField(json, "text", outgoing.text);
    appendField(json, "from", outgoing.from);
    appendField(json, "id", outgoing.id);
    finishOutgoing(json, outgoing);
    return json;
}

OutgoingResult decodeOutgoing(QByteArrayView json)
{
    QJsonParseError parseError;
    const QJsonDocument document = parseJson(json.toByteArray(), &parseError);
    if (!document.isObject())
        return refusedMessage("bad-json", "the message must be a JSON object such as {\"text\":\"hello\"}");
    const QJsonObject object = document.object();
    Outgoing outgoing;
    if (!readName(object, u"id", outgoing.id))
        return refusedMessage("bad-id", "id must be a string of at most 256 bytes");
    if (!readName(object, u"from", outgoing.from))
        return refusedMessage("bad-from", "from must be a string of at most 256 bytes", outgoing.id);
    if (!readName(object, u"member", outgoing.member))
        return refusedMessage("bad-member", "member must be a string of at most 256 bytes", outgoing.id);
    QJsonValue text = object[u"text"];
    if (text.isUndefined())
        text = object[u"message"];
    if (!text.isString())
        return refusedMessage("missing-text", "the message needs a string under \"text\" or \"message\"", outgoing.id);
    outgoing.text = wholeText(text.toString());
    if (!isWithin(outgoing.text, maxTextBytes))
        return refusedMessage("text-too-long", "text may have at most 65536 bytes of UTF-8; send it in parts", outgoing.id);
    const QJsonValue via = object[u"via"];
    const bool isSaid = !via.isUndefined() && !via.isNull();
    if (isSaid)
        outgoing.via = techniqueFromName(via.toString().toLatin1());
    if (isSaid && !outgoing.via)
        return refusedMessage("bad-via", QByteArray("via must be " + techniqueNames()), outgoing.id);
    const QJsonValue sent = object[u"sent"];
    if (!sent.isUndefined() && !sent.isNull() && !sent.isDouble())
        return refusedMessage("bad-sent", "sent must be a number of milliseconds", outgoing.id);
    outgoing.sent = sent.toDouble();
    return {std::move(outgoing), {}, {}, {}};
}

} // namespace pushlab::protocol
