// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/answercache.h"

#include <utility>

namespace pushlab::push {

const QByteArray &AnswerCache::queued(const room::RoomLog &log, qint64 seq)
{
    if (m_queued.seq != seq || m_queued.epoch != log.epoch())
        m_queued = {log.epoch(), seq, queueAnswer(log.at(seq))};
    return m_queued.body;
}

const Batch &AnswerCache::messages(const room::RoomLog &log, qint64 after, double now, bool withControl)
{
    Placed &cached = m_messages[withControl];
    if (!cached.isOf(log, after) || now - cached.time > maxAge || now < cached.time) {
        cached.set(log, after, messagesAnswer(log, after, {}, now, withControl));
        cached.time = now;
    }
    return cached.batch;
}

const Batch &AnswerCache::polled(const room::RoomLog &log, qint64 index)
{
    if (!m_polled.isOf(log, index))
        m_polled.set(log, index, pollAnswer(log, index));
    return m_polled.batch;
}

bool AnswerCache::Placed::isOf(const room::RoomLog &log, qint64 place) const
{
    return after == place && next == log.next() && oldest == log.oldest() && epoch == log.epoch();
}

void AnswerCache::Placed::set(const room::RoomLog &log, qint64 place, Batch &&answer)
{
    epoch = log.epoch();
    after = place;
    next = log.next();
    oldest = log.oldest();
    batch = std::move(answer);
}

} // namespace pushlab::push
