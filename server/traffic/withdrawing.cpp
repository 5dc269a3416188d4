// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/withdrawing.h"

#include "server/protocol/wire/content.h"

#include <algorithm>

namespace pushlab::traffic {

using wire::Content;
using wire::Direction;
using wire::RecordKind;
using wire::TrafficRecord;

namespace {

void wipe(QByteArray &bytes, qsizetype begin, qsizetype end)
{
    std::fill(bytes.begin() + begin, bytes.begin() + end, TrafficRecord::withdrawnFiller);
}

//! Overwrites the string that begins behind its quote at \a begin.
void wipeString(QByteArray &json, qsizetype begin)
{
    qsizetype end = begin;
    while (end < json.size() && json[end] != '"')
        end += json[end] == '\\' ? 2 : 1;
    wipe(json, begin, std::min(end, json.size()));
}

//! Overwrites the text of each object that has the number \a seq, as the API writes them; a quote within a text is escaped, so that no
//! text can look like one. Returns whether there was one.
bool wipeObjects(QByteArray &json, qint64 seq)
{
    const QByteArray number = "\"seq\":" + QByteArray::number(seq);
    bool isFound = false;
    for (qsizetype at = json.indexOf(number); at >= 0; at = json.indexOf(number, at + 1)) {
        const qsizetype behind = at + number.size();
        if (behind < json.size() && json[behind] >= '0' && json[behind] <= '9')
            continue; // a longer number
        const qsizetype next = json.indexOf("\"seq\":", behind);
        for (const QByteArrayView key : {QByteArrayView("\"text\":\""), QByteArrayView("\"message\":\"")}) {
            const qsizetype text = json.indexOf(key, behind);
            if (text < 0 || (next >= 0 && text > next))
                continue;
            wipeString(json, text + key.size());
            isFound = true;
        }
    }
    return isFound;
}

//! What a request sends: the query of its target, and its body.
void wipeRequest(QByteArray &bytes, qsizetype headSize)
{
    const qsizetype line = std::max<qsizetype>(bytes.first(headSize).indexOf("\r\n"), 0);
    const qsizetype query = bytes.first(line).indexOf('?');
    if (query >= 0)
        wipe(bytes, query + 1, std::max(query + 1, bytes.first(line).lastIndexOf(' ')));
}

} // namespace

bool withdrawFrom(TrafficRecord &record, const QString &room, qint64 seq)
{
    const bool isNumbered = record.firstMessage > 0;
    const bool isOther = record.room != room && !record.room.isEmpty();
    if (isOther || (isNumbered && (seq < record.firstMessage || seq > record.lastMessage)))
        return false;
    if (!isNumbered && record.direction == Direction::ToHost)
        return false; // it sent no message
    Content content(record);
    QByteArray &inside = content.bytes();
    const bool isFound = record.direction == Direction::FromHost && wipeObjects(inside, seq);
    if (!isFound && !isNumbered)
        return false;
    if (!isFound)
        wipe(inside, 0, inside.size());
    content.writeTo(record.bytes);
    if (record.kind == RecordKind::Request)
        wipeRequest(record.bytes, content.begin());
    record.isWithdrawn = true;
    return true;
}

} // namespace pushlab::traffic
