// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/masking.h"

#include "server/protocol/wire/content.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pushlab::wire {

namespace {

// The names under which requests and answers have secrets, in queries, in forms and in JSON.
constexpr QByteArrayView secretNames[] = {"pin", "token", "key", "member"};
// What may stand before a member's id.
constexpr QByteArrayView idPrefix("m:");

bool isSecretName(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return std::find(std::begin(secretNames), std::end(secretNames), lower) != std::end(secretNames);
}

void fillRange(QByteArray &bytes, qsizetype begin, qsizetype end)
{
    if (end > begin)
        std::fill(bytes.begin() + begin, bytes.begin() + end, maskingFiller);
}

bool endsPair(char byte)
{
    return byte == '&' || byte == ';' || byte == '#' || byte == '"' || uchar(byte) <= ' ';
}

//! Names and values of a query or a form: `pin=…`, wherever they stand between \a begin and \a end.
void maskPairs(QByteArray &bytes, qsizetype begin, qsizetype end)
{
    for (qsizetype equals = bytes.indexOf('=', begin); equals >= 0 && equals < end; equals = bytes.indexOf('=', equals + 1)) {
        qsizetype name = equals;
        while (name > begin && !endsPair(bytes[name - 1]) && bytes[name - 1] != '?' && bytes[name - 1] != '=')
            --name;
        if (!isSecretName(QByteArray::fromPercentEncoding(bytes.sliced(name, equals - name))))
            continue;
        qsizetype last = equals + 1;
        while (last < end && !endsPair(bytes[last]))
            ++last;
        fillRange(bytes, equals + 1, last);
    }
}

//! Whether the byte at \a at is escaped by a backslash.
bool isEscaped(const QByteArray &bytes, qsizetype at)
{
    qsizetype first = at;
    while (first > 0 && bytes[first - 1] == '\\')
        --first;
    return (at - first) % 2 == 1;
}

qsizetype skipBlanks(const QByteArray &bytes, qsizetype at)
{
    while (at < bytes.size() && uchar(bytes[at]) <= ' ')
        ++at;
    return at;
}

//! A name in JSON as it is meant: "p\u0069n" is "pin".
QByteArray jsonName(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return quoted.sliced(1, quoted.size() - 2);
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString().toUtf8();
}

//! The value that begins at \a from: a string without its quotes, or anything else up to its end.
void maskJsonValue(QByteArray &bytes, qsizetype from)
{
    if (from >= bytes.size() || bytes[from] == '{' || bytes[from] == '[')
        return; // what is in there has names of its own
    const bool isString = bytes[from] == '"';
    qsizetype end = from + (isString ? 1 : 0);
    const qsizetype begin = end;
    while (end < bytes.size()
           && (isString ? bytes[end] != '"' || isEscaped(bytes, end)
                        : bytes[end] != ',' && bytes[end] != '}' && bytes[end] != ']' && uchar(bytes[end]) > ' '))
        ++end;
    fillRange(bytes, begin, end);
}

//! `"pin": …`, wherever it stands: the bytes may be a part of a text.
void maskJson(QByteArray &bytes)
{
    for (qsizetype quote = bytes.indexOf('"'); quote >= 0; quote = bytes.indexOf('"', quote + 1)) {
        const qsizetype colon = skipBlanks(bytes, quote + 1);
        if (colon >= bytes.size() || bytes[colon] != ':')
            continue;
        qsizetype begin = quote > 0 ? bytes.lastIndexOf('"', quote - 1) : -1;
        while (begin > 0 && isEscaped(bytes, begin))
            begin = bytes.lastIndexOf('"', begin - 1);
        if (begin >= 0 && isSecretName(jsonName(bytes.sliced(begin, quote + 1 - begin))))
            maskJsonValue(bytes, skipBlanks(bytes, colon + 1));
    }
}

//! Each value of `name=value; name=value`; of Set-Cookie the first alone, for attributes follow it.
void maskCookies(QByteArray &bytes, qsizetype begin, qsizetype end, bool isSet)
{
    while (begin < end) {
        qsizetype last = bytes.indexOf(';', begin);
        last = last < 0 || last > end ? end : last;
        const qsizetype equals = bytes.indexOf('=', begin);
        fillRange(bytes, equals < 0 || equals >= last ? begin : equals + 1, last);
        if (isSet)
            return;
        begin = last + 1;
        while (begin < end && bytes[begin] == ' ')
            ++begin;
    }
}

void maskFieldLine(QByteArray &bytes, qsizetype begin, qsizetype end)
{
    const qsizetype colon = bytes.indexOf(':', begin);
    if (colon < 0 || colon >= end)
        return;
    const QByteArray name = bytes.sliced(begin, colon - begin).trimmed().toLower();
    qsizetype value = colon + 1;
    while (value < end && uchar(bytes[value]) <= ' ')
        ++value;
    if (name == "cookie" || name == "set-cookie") {
        maskCookies(bytes, value, end, name == "set-cookie");
    } else if (name == "authorization" || name == "proxy-authorization") {
        const qsizetype scheme = bytes.indexOf(' ', value); // "Bearer" is none
        fillRange(bytes, scheme < 0 || scheme >= end ? value : scheme + 1, end);
    }
}

void maskHead(QByteArray &bytes, qsizetype size)
{
    maskPairs(bytes, 0, size); // of the target, and of addresses in fields
    for (qsizetype begin = 0; begin < size;) {
        qsizetype end = bytes.indexOf("\r\n", begin);
        end = end < 0 || end > size ? size : end;
        maskFieldLine(bytes, begin, end);
        begin = end + 2;
    }
}

//! \a secret, wherever it stands, spelled as it is or for an address.
void maskAll(QByteArray &bytes, const QByteArray &secret)
{
    if (secret.isEmpty())
        return;
    for (const QByteArray &spelled : {secret, secret.toPercentEncoding()}) {
        for (qsizetype at = bytes.indexOf(spelled); at >= 0; at = bytes.indexOf(spelled, at + spelled.size()))
            fillRange(bytes, at, at + spelled.size());
    }
}

} // namespace

TrafficRecord maskSecrets(TrafficRecord record)
{
    const QByteArray id = record.memberKey.startsWith(idPrefix) ? record.memberKey.sliced(idPrefix.size()) : QByteArray();
    Content content(record);
    QByteArray &inside = content.bytes();
    maskJson(inside);
    maskPairs(inside, 0, inside.size());
    maskAll(inside, id);
    content.writeTo(record.bytes);
    if (record.kind == RecordKind::Frame || record.kind == RecordKind::Event)
        return record;
    maskHead(record.bytes, record.kind == RecordKind::Other ? record.bytes.size() : content.begin());
    if (record.kind == RecordKind::Other)
        return record;
    QByteArray head = record.bytes.first(content.begin());
    maskAll(head, id);
    std::copy(head.cbegin(), head.cend(), record.bytes.begin());
    return record;
}

} // namespace pushlab::wire
