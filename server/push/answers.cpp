// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/answers.h"

#include "server/protocol/json.h"
#include "server/protocol/limits.h"

#include <algorithm>

namespace pushlab::push {

namespace {

// Space for what follows the list in either answer: numbers, an epoch, a time.
constexpr qsizetype tailBytes = 128;

//! Appends part() of each entry after \a after until the answer is full; of control entries only if \a withControl.
template <typename Part>
void appendList(Batch &batch, const room::RoomLog &log, qint64 after, bool withControl, Part part)
{
    QByteArray &body = batch.body;
    batch.after = std::max(after, log.oldest() - 1);
    batch.last = batch.after;
    body += '[';
    const qsizetype start = body.size();
    for (; batch.last < log.next(); ++batch.last) {
        const protocol::EncodedEntry &entry = log.at(batch.last + 1);
        const bool isControl = entry.isControl();
        if (isControl && !withControl)
            continue;
        const QByteArrayView next = part(entry);
        const bool isFirst = body.size() == start;
        if (!isFirst && body.size() + next.size() + tailBytes > protocol::maxAnswerBytes)
            break;
        if (!isFirst)
            body += ',';
        body += next;
        batch.count += !isControl;
        batch.controls += isControl;
        batch.controlBytes += isControl ? next.size() + 1 : 0;
    }
    body += ']';
}

} // namespace

Batch messagesAnswer(const room::RoomLog &log, qint64 after, const QString &epoch, double now, bool withControl)
{
    Batch batch;
    QByteArray &body = batch.body;
    const bool isOtherLog = !epoch.isEmpty() && epoch != log.epoch();
    body += "{\"epoch\":";
    protocol::appendJsonString(body, log.epoch().toUtf8());
    body += ",\"messages\":";
    qint64 last = log.next();
    if (isOtherLog) {
        last = log.oldest() - 1;
        body += "[]";
    } else if (after >= log.next()) {
        body += "[]";
    } else {
        appendList(batch, log, after, withControl, [](const protocol::EncodedEntry &entry) { return QByteArrayView(entry.json); });
        last = batch.last;
    }
    body.append(",\"next\":").append(QByteArray::number(last));
    body.append(",\"oldest\":").append(QByteArray::number(log.oldest())).append(",\"now\":");
    protocol::appendJsonTime(body, now);
    if (isOtherLog && log.isCleared())
        body.append(",\"why\":\"cleared\"");
    body += '}';
    return batch;
}

Batch pollAnswer(const room::RoomLog &log, qint64 index)
{
    Batch batch;
    QByteArray &body = batch.body;
    body += "{\"data\":";
    qint64 last = log.next();
    if (index >= log.next()) {
        body += "[]";
    } else {
        appendList(batch, log, index, false, [](const protocol::EncodedEntry &message) { return message.textJson(); });
        last = batch.last;
    }
    const QByteArray end = QByteArray::number(last);
    body.append(",\"index\":").append(end).append(",\"max_index\":").append(end).append('}');
    return batch;
}

QByteArray queueAnswer(const protocol::EncodedEntry &message)
{
    QByteArray body = "{\"status\":true,\"data\":";
    body.append(message.textJson()).append(",\"msg\":").append(message.textJson()).append('}');
    return body;
}

QByteArray emptyQueueAnswer()
{
    return R"({"status":false,"data":null,"msg":""})";
}

protocol::RoomInfo roomInfo(const QString &room, const room::RoomLog &log, const protocol::ClassSettings &settings, double now)
{
    protocol::RoomInfo info{log.epoch(), log.oldest(), log.next(), now, protocol::settingsOf(room, settings)};
    if (log.isCleared())
        info.why = protocol::clearedReason;
    return info;
}

} // namespace pushlab::push
