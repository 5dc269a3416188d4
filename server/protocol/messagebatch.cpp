// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/messagebatch.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace pushlab::protocol {

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

} // namespace pushlab::protocol
