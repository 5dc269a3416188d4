// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/namemasking.h"

#include "server/protocol/wire/content.h"
#include "server/protocol/wire/masking.h"

namespace pushlab::wire {

namespace {

constexpr QByteArrayView nameFields[] = {"name", "from", "uid"}; // of queries and forms
constexpr QByteArrayView nameKeys[] = {"\"name\"", "\"from\"", "\"wanted\""};

//! `name=…` up to the end of the field, where a field begins.
void maskNameFields(QByteArray &bytes, qsizetype size)
{
    const auto endsField = [&](qsizetype at) { return bytes[at] == '&' || uchar(bytes[at]) <= ' ' || bytes[at] == '"'; };
    for (const QByteArrayView field : nameFields) {
        for (qsizetype at = bytes.indexOf(field); at >= 0; at = bytes.indexOf(field, at + 1)) {
            const bool begins = at == 0 || bytes[at - 1] == '?' || endsField(at - 1);
            qsizetype value = at + field.size();
            if (!begins || value >= size || bytes[value] != '=')
                continue;
            while (++value < size && !endsField(value))
                bytes[value] = maskingFiller;
        }
    }
}

//! `"name": "…"`, wherever it stands: the bytes may be a part of a text.
void maskNameStrings(QByteArray &bytes)
{
    for (const QByteArrayView key : nameKeys) {
        for (qsizetype at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
            qsizetype value = at + key.size();
            while (value < bytes.size() && (uchar(bytes[value]) <= ' ' || bytes[value] == ':'))
                ++value;
            if (value >= bytes.size() || bytes[value] != '"')
                continue;
            bool isEscaped = false;
            while (++value < bytes.size() && (isEscaped || bytes[value] != '"')) {
                isEscaped = !isEscaped && bytes[value] == '\\';
                bytes[value] = maskingFiller;
            }
        }
    }
}

} // namespace

TrafficRecord maskNames(TrafficRecord record)
{
    Content content(record);
    maskNameStrings(content.bytes());
    maskNameFields(content.bytes(), content.bytes().size());
    content.writeTo(record.bytes);
    if (record.kind == RecordKind::Request)
        maskNameFields(record.bytes, content.begin());
    return record;
}

} // namespace pushlab::wire
