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
    Place place = placeIn(log, after, withControl);
    if (m_messagesPlace != place || now - m_messagesTime > maxAge || now < m_messagesTime) {
        m_messages = messagesAnswer(log, after, {}, now, withControl);
        m_messagesPlace = std::move(place);
        m_messagesTime = now;
    }
    return m_messages;
}

const Batch &AnswerCache::polled(const room::RoomLog &log, qint64 index)
{
    Place place = placeIn(log, index, false);
    if (m_polledPlace != place) {
        m_polled = pollAnswer(log, index);
        m_polledPlace = std::move(place);
    }
    return m_polled;
}

AnswerCache::Place AnswerCache::placeIn(const room::RoomLog &log, qint64 after, bool withControl)
{
    return {log.epoch(), after, log.next(), log.oldest(), withControl};
}

} // namespace pushlab::push
