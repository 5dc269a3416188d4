// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/io/link/relaydirection.h"

#include "server/io/socket/streamdescriptor.h"

#include <QSocketNotifier>

namespace pushlab::io {

RelayDirection::RelayDirection(int from, int to, RelaySchedule &schedule, Owner &owner)
    : m_from(from), m_to(to), m_schedule(schedule), m_owner(owner)
{
}

RelayDirection::~RelayDirection() = default; // its relay has stopped it, and the schedule may have gone

void RelayDirection::start(Clock::time_point notBefore)
{
    m_line.holdBack(notBefore);
    m_readable = std::make_unique<QSocketNotifier>(m_from, QSocketNotifier::Read);
    QObject::connect(m_readable.get(), &QSocketNotifier::activated, m_readable.get(), [this] { receive(); });
}

void RelayDirection::stop()
{
    m_isStopped = true;
    for (const auto &notifier : {m_readable.get(), m_writable.get()}) {
        if (notifier)
            notifier->setEnabled(false);
    }
    m_schedule.schedule(*this, std::nullopt);
}

void RelayDirection::receive()
{
    QByteArray &scratch = m_schedule.scratch();
    const qint64 size = receiveSome(m_from, scratch.data(), scratch.size());
    if (size == nothingNow)
        return;
    if (size > 0) {
        if (!m_isCut)
            m_line.add(QByteArrayView(scratch).first(size), Clock::now(), m_owner.conditions(), m_schedule.random());
    } else {
        m_line.end(size == 0 ? Ending::Closed : Ending::Reset, Clock::now(), m_owner.conditions(), m_schedule.random());
        m_owner.onSourceEnded(*this);
    }
    pace();
}

void RelayDirection::breakOff()
{
    if (m_line.ending() == Ending::Reset)
        return;
    m_line.end(Ending::Reset, Clock::now(), m_owner.conditions(), m_schedule.random());
    pace();
}

void RelayDirection::release(Clock::time_point now)
{
    while (!m_isBlocked && !m_isStopped) {
        const DelayLine::Due due = m_line.due(now);
        if (due.ending != Ending::None) {
            m_line.take(0);
            m_hasPassedEnd = true;
            m_owner.onPassed(*this, due.ending);
        } else if (due.bytes.isEmpty() || !send(due.bytes)) {
            break;
        }
    }
    if (m_isStopped)
        return;
    pace();
    if (m_line.isEmpty())
        m_owner.onDrained(*this);
}

bool RelayDirection::send(QByteArrayView bytes)
{
    const qint64 sent = sendSome(m_to, bytes.data(), bytes.size());
    if (sent > 0) {
        m_line.take(sent);
        m_owner.onSent(*this, sent);
        return true;
    }
    if (sent == nothingNow) {
        m_isBlocked = true;
        return false;
    }
    m_isCut = true;
    m_line.clear();
    m_owner.onBroken(*this);
    return false;
}

void RelayDirection::resumeWriting()
{
    m_writable->setEnabled(false);
    m_isBlocked = false;
    release(m_schedule.dueBy());
}

void RelayDirection::reschedule(Clock::time_point now)
{
    m_line.reschedule(now, m_owner.conditions());
    pace();
}

//! Arms what is needed next: reading, a release at a time, or room at the far end.
void RelayDirection::pace()
{
    if (m_isStopped)
        return;
    m_readable->setEnabled(m_line.ending() == Ending::None && !m_line.isFull());
    m_schedule.schedule(*this, m_isBlocked ? std::nullopt : m_line.nextDue());
    if (!m_isBlocked)
        return;
    if (!m_writable) {
        m_writable = std::make_unique<QSocketNotifier>(m_to, QSocketNotifier::Write);
        QObject::connect(m_writable.get(), &QSocketNotifier::activated, m_writable.get(), [this] { resumeWriting(); });
    }
    m_writable->setEnabled(true);
}

} // namespace pushlab::io
