// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/backoff.h"
#include "client/session/outbox.h"
#include "server/protocol/hostframe.h"

#include <QObject>
#include <QTimer>

namespace pushlab::session {

class ClockOffset;
class ConnectionManager;
class LogCursor;

//! Sends what the outbox holds over whatever transport runs, as many at once as that keeps in order; what the host did not
//! take is sent again, after a pause. Owned by its client, in its thread; connection, cursor and clock are borrowed and shall
//! outlive it.
class SendQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendQueue)

public:
    SendQueue(ConnectionManager &connection, const LogCursor &log, const ClockOffset &clock, QObject *parent = nullptr);
    ~SendQueue() override;

    //! False when too much waits. It is sent by the next pump().
    [[nodiscard]] bool add(const protocol::Outgoing &outgoing) { return m_outbox.add(outgoing); }
    void pump(); //!< sends what may be sent now
    void retry(const QString &id); //!< a refused message
    void retryNow(); //!< ends a pause
    void stop(); //!< what is under way waits for the next transport

    //! The id of the own message that this is in the log; empty: it is another's. Asked once for each message.
    [[nodiscard]] QString claim(const protocol::Message &message, const QString &givenName)
    {
        return m_outbox.claim(message, givenName);
    }
    //! The host has it under that number; confirmed() follows, once.
    void confirm(const QString &id, qint64 seq);
    void forgetNumbers() { m_outbox.forgetNumbers(); } //!< the log is another one

    [[nodiscard]] qsizetype unsent() const { return m_outbox.count(); }
    //! The host's clock as it travels with a message, ms; 0 before it is known.
    [[nodiscard]] double hostNow() const;

Q_SIGNALS:
    void sent(); //!< one message has left, perhaps again
    void confirmed(const QString &id, qint64 seq);
    void rejected(const pushlab::protocol::Refusal &refusal); //!< stays until retry()

private:
    void resume();
    void acknowledge(const protocol::Ack &ack);
    void refuse(const protocol::Refusal &refusal);
    void sendLater(const QString &id);

    ConnectionManager &m_connection;
    const LogCursor &m_log;
    const ClockOffset &m_clock;
    Outbox m_outbox;
    Backoff m_backoff;
    QTimer m_retry;
};

} // namespace pushlab::session
