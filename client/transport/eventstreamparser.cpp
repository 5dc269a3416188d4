// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/eventstreamparser.h"

#include <algorithm>
#include <utility>

namespace pushlab::transport {

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
constexpr qsizetype maxRetryDigits = 9; // 11 days

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::vector<StreamEvent> EventStreamParser::feed(QByteArrayView bytes)
{
    std::vector<StreamEvent> events;
    while (!bytes.isEmpty() && !m_isTooLong) {
        if (std::exchange(m_wasReturn, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1);
            continue;
        }
        const auto end = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == '\r' || c == '\n'; });
        m_line.append(bytes.first(end - bytes.begin()));
        m_isTooLong = m_line.size() + m_data.size() > maxEventBytes;
        if (end == bytes.end())
            break;
        m_wasReturn = *end == '\r';
        bytes = bytes.sliced(end - bytes.begin() + 1);
        skipByteOrderMark();
        takeLine(m_line, events);
        m_line.resize(0);
    }
    return events;
}

//! Skips a byte order mark. The first line is complete; a byte order mark contains no line end.
void EventStreamParser::skipByteOrderMark()
{
    if (std::exchange(m_isAtBeginning, false) && m_line.startsWith(byteOrderMark))
        m_line.remove(0, byteOrderMark.size());
}

void EventStreamParser::takeLine(QByteArrayView line, std::vector<StreamEvent> &events)
{
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment
    if (colon < 0) {
        takeField(line, {});
        return;
    }
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    takeField(line.first(colon), value);
}

void EventStreamParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "data") {
        m_data.append(value).append('\n');
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_id = value.toByteArray();
    } else if (name == "retry" && isDigits(value) && value.size() <= maxRetryDigits) {
        m_retry = std::chrono::milliseconds(value.toByteArray().toLongLong());
    }
}

void EventStreamParser::dispatch(std::vector<StreamEvent> &events)
{
    m_lastId = m_id;
    QByteArray type = std::exchange(m_type, {});
    if (m_data.isEmpty())
        return;
    m_data.chop(1);
    events.push_back({type.isEmpty() ? QByteArrayLiteral("message") : type, std::exchange(m_data, {}), m_lastId});
}

} // namespace pushlab::transport
