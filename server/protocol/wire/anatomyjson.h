// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/anatomy.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

//! Recorded traffic as JSON, for pages.
namespace pushlab::wire {

//! `[{"kind","offset","size","overhead","name","purpose","section",…}]`, in one language. With `"firstBit"` and `"bits"` where a part
//! shares its byte, `"value"` where it says something else than its bytes (text, cut at 64 KiB), `"parts"` where it has some.
[[nodiscard]] QJsonArray encodeAnatomy(const QList<Part> &parts, QByteArrayView bytes, bool isChinese);

//! All that a page shows of one record: `{"number","bytes","parts"}`, the bytes in Base64; of a masked frame also `"xor"`:
//! [[masked, key, plain] …]; of a handshake's request `"accept"`: {"key","joined","sha1","accept"}, SHA-1 in hexadecimal.
[[nodiscard]] QJsonObject encodeRecord(const TrafficRecord &record, bool isChinese);

//! A record in a few words that need no translation: "GET /api/rooms/lobby/messages", "200 OK", "id 12", "Text, 120 B". No query, for it
//! may hold secrets. At most 200 characters.
[[nodiscard]] QString summary(const TrafficRecord &record);

} // namespace pushlab::wire
