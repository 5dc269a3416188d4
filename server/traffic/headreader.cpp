// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/traffic/headreader.h"

#include <QByteArray>

#include <cstring>

namespace pushlab::traffic {

namespace {

QByteArrayView trimmedEnd(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
        line.chop(1);
    return line;
}

//! The next line without its end; moves \a at behind it.
QByteArrayView nextLine(QByteArrayView bytes, qsizetype &at)
{
    const qsizetype begin = at;
    const qsizetype end = bytes.indexOf('\n', begin);
    at = end < 0 ? bytes.size() : end + 1;
    return trimmedEnd(bytes.sliced(begin, (end < 0 ? bytes.size() : end) - begin));
}

bool isName(QByteArrayView name, QByteArrayView known)
{
    return name.size() == known.size() && qstrnicmp(name.data(), name.size(), known.data(), known.size()) == 0;
}

bool hasToken(QByteArrayView value, const char *token)
{
    return value.toByteArray().toLower().contains(token);
}

void readField(QByteArrayView line, MessageHead &head)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return;
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    switch (name.size()) { // most fields are none of these
    case 7:
        head.isUpgrade = head.isUpgrade || (isName(name, "upgrade") && hasToken(value, "websocket"));
        return;
    case 12:
        head.isEventStream = head.isEventStream || (isName(name, "content-type") && hasToken(value, "text/event-stream"));
        return;
    case 14: {
        bool isNumber = false;
        const qint64 length = isName(name, "content-length") ? value.toByteArray().toLongLong(&isNumber) : -1;
        if (isNumber && length >= 0)
            head.length = length;
        return;
    }
    case 17:
        head.isChunked = head.isChunked || (isName(name, "transfer-encoding") && hasToken(value, "chunked"));
        return;
    default:
        return;
    }
}

void readFields(QByteArrayView bytes, qsizetype at, MessageHead &head)
{
    while (at < bytes.size())
        readField(nextLine(bytes, at), head);
}

} // namespace

MessageHead readRequestHead(QByteArrayView bytes)
{
    MessageHead head;
    qsizetype at = 0;
    QByteArrayView line = nextLine(bytes, at);
    while (line.isEmpty() && at < bytes.size())
        line = nextLine(bytes, at); // RFC 9112 2.2: empty lines may stand before it
    const qsizetype method = line.indexOf(' ');
    const qsizetype version = line.lastIndexOf(' ');
    head.isValid = method > 0 && version > method && line.sliced(version + 1).startsWith("HTTP/1.");
    if (!head.isValid)
        return head;
    head.isHead = line.first(method) == QByteArrayView("HEAD");
    head.target = line.sliced(method + 1, version - method - 1);
    readFields(bytes, at, head);
    head.isUpgrade = head.isUpgrade && line.first(method) == QByteArrayView("GET");
    return head;
}

MessageHead readAnswerHead(QByteArrayView bytes)
{
    MessageHead head;
    qsizetype at = 0;
    const QByteArrayView line = nextLine(bytes, at);
    constexpr qsizetype statusAt = 9; // behind "HTTP/1.1 "
    head.isValid = line.startsWith("HTTP/1.") && line.size() >= statusAt + 3;
    if (!head.isValid)
        return head;
    head.status = line.sliced(statusAt, 3).toByteArray().toInt();
    readFields(bytes, at, head);
    return head;
}

} // namespace pushlab::traffic
