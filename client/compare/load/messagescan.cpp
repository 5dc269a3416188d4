// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/messagescan.h"

#include <charconv>

namespace pushlab::compare {

namespace {

constexpr QByteArrayView seqKey = "\"seq\":";
constexpr QByteArrayView acceptedKey = "\"accepted\":";
constexpr QByteArrayView controlKey = "\"control\":";
constexpr QByteArrayView withdrawnEnd = ",\"withdrawn\":true}";
constexpr double maxSeq = 9007199254740992; // 2^53: beyond it JSON has no whole numbers

std::optional<double> numberAhead(QByteArrayView text)
{
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() ? std::optional(value) : std::nullopt;
}

//! The end of the object that begins at \a start; -1 when it is incomplete.
qsizetype endOfObject(QByteArrayView json, qsizetype start)
{
    int depth = 0;
    bool isText = false;
    for (qsizetype i = start; i < json.size(); ++i) {
        const char at = json[i];
        if (isText && at == '\\')
            ++i;
        else if (at == '"')
            isText = !isText;
        else if (!isText && at == '{')
            ++depth;
        else if (!isText && at == '}' && --depth == 0)
            return i;
    }
    return -1;
}

//! What stays of a withdrawn message: its number alone, at \a seqAt. Removes it from \a json.
std::optional<MessageMatch> withdrawnAt(QByteArrayView &json, qsizetype seqAt)
{
    const qsizetype digits = seqAt + seqKey.size();
    qsizetype end = digits;
    while (end < json.size() && json[end] >= '0' && json[end] <= '9')
        ++end;
    const auto seq = json.sliced(end).startsWith(withdrawnEnd) ? numberAhead(json.sliced(digits)) : std::nullopt;
    if (!seq || !(*seq >= 1 && *seq <= maxSeq))
        return std::nullopt;
    end += withdrawnEnd.size();
    const MessageMatch match{qint64(*seq), 0, end - (seqAt - 1), true};
    json = json.sliced(end);
    return match;
}

} // namespace

std::optional<MessageMatch> nextMatch(QByteArrayView &json)
{
    const qsizetype seqAt = json.indexOf(seqKey);
    if (seqAt < 1)
        return std::nullopt;
    if (const auto withdrawn = withdrawnAt(json, seqAt))
        return withdrawn;
    const qsizetype acceptedAt = json.indexOf(acceptedKey, seqAt);
    qsizetype end = acceptedAt < 0 ? -1 : json.indexOf('}', acceptedAt);
    if (end < 0)
        return std::nullopt;
    const bool isControl = json.first(end).indexOf(controlKey, acceptedAt) >= 0;
    if (isControl)
        end = endOfObject(json, seqAt - 1);
    if (end < 0)
        return std::nullopt;
    const auto seq = numberAhead(json.sliced(seqAt + seqKey.size()));
    const auto accepted = numberAhead(json.sliced(acceptedAt + acceptedKey.size()));
    if (!seq || !accepted || !(*seq >= 1 && *seq <= maxSeq))
        return std::nullopt;
    const MessageMatch match{qint64(*seq), *accepted, end + 1 - (seqAt - 1), isControl};
    json = json.sliced(end + 1);
    return match;
}

std::optional<double> numberAt(QByteArrayView json, QByteArrayView key)
{
    const qsizetype at = json.indexOf(key);
    return at < 0 ? std::nullopt : numberAhead(json.sliced(at + key.size()));
}

} // namespace pushlab::compare
