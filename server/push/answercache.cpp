// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/answercache.h"

namespace pushlab::push {

const QByteArray &AnswerCache::queued(const room::RoomLog &log, qint64 seq)
{
    if (m_queued.seq != seq || m_queued.epoch != log.epoch())
        m_queued = {log.epoch(), seq, queueAnswer(log.at(seq))};
    return m_queued.body;
}

const Batch &AnswerCache::messages(const room::RoomLog &log, qint64 after, double now)
{
    const bool isKnown = m_messages.after == after && m_messages.next == log.next() && m_messages.oldest == log.oldest()
        && now - m_messages.now <= maxAge && now >= m_messages.now && m_messages.epoch == log.epoch();
    if (!isKnown)
        m_messages = {log.epoch(), after, log.next(), log.oldest(), now, messagesAnswer(log, after, {}, now)};
    return m_messages.batch;
}

} // namespace pushlab::push
