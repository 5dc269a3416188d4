// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/logcursor.h"

namespace pushlab::session {

void LogCursor::place(const protocol::RoomInfo &info, bool atOldest)
{
    m_position = {info.epoch, atOldest ? info.oldest - 1 : info.next};
}

std::optional<Gap> LogCursor::check(const protocol::RoomInfo &info)
{
    const bool wentBack = info.epoch == m_position.epoch && info.next < m_position.after;
    if (wentBack) { // a log whose end is missing is another log, even with the same epoch
        m_position.after = info.next;
        return Gap{Gap::Kind::NewEpoch, 0};
    }
    return reach(info.epoch, info.oldest, info.why);
}

LogCursor::Taken LogCursor::take(const protocol::MessageBatch &batch)
{
    Taken taken;
    taken.gap = reach(batch.epoch, batch.oldest, batch.why);
    for (const protocol::Entry &entry : batch.entries) {
        const auto *const message = std::get_if<protocol::Message>(&entry);
        const qint64 seq = protocol::seqOf(entry);
        if (seq <= m_position.after) {
            taken.repeated += message != nullptr; // asked for twice when the technique changed
            continue;
        }
        if (seq != m_position.after + 1)
            break;
        m_position.after = seq;
        if (message)
            taken.messages.append(*message);
        else
            taken.controls.append(std::get<protocol::ControlEntry>(entry));
    }
    // The caller continues from batch.next; if that were ahead of the position, the entries in between would never come.
    taken.fault = batch.next > m_position.after;
    return taken;
}

std::optional<Gap> LogCursor::reach(const QString &epoch, qint64 oldest, const QString &why)
{
    if (epoch != m_position.epoch) {
        const bool placed = isPlaced();
        m_position = {epoch, oldest - 1};
        return placed ? std::optional(Gap{Gap::Kind::NewEpoch, 0, why == protocol::clearedReason}) : std::nullopt;
    }
    if (oldest <= m_position.after + 1)
        return std::nullopt;
    const Gap gap{Gap::Kind::Trimmed, oldest - 1 - m_position.after};
    m_position.after = oldest - 1;
    return gap;
}

} // namespace pushlab::session
