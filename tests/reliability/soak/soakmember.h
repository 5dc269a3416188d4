// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"

#include <QHash>
#include <QObject>
#include <QRandomGenerator>
#include <QSet>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

namespace pushlab::tests {

class SoakBook;

//! How often a member does what: means.
struct SoakHabits
{
    std::chrono::milliseconds sends;
    std::chrono::milliseconds switches;
    std::chrono::milliseconds leaves;
    std::chrono::milliseconds isAway;
    bool mayForget = false; //!< comes back now and then as a newcomer, who reads the log from its beginning
};

//! What a member did and saw.
struct SoakMetrics
{
    qint64 sent = 0;
    qint64 delivered = 0;
    qint64 controls = 0; //!< control entries
    qint64 lost = 0; //!< numbers passed over, by the host or by the client
    qint64 repeated = 0; //!< numbers that came again
    qint64 refused = 0; //!< messages, this member as such, or the log that it knew
    qint64 switches = 0;
    qint64 reconnects = 0; //!< after a failure
    qint64 returns = 0; //!< after a leave, with the cursor
    qint64 newcomers = 0; //!< without it

    SoakMetrics &operator+=(const SoakMetrics &other);
};

//! A member that talks, changes its technique, leaves and comes back, and looks that it gets every number once, in order.
//! Lives in the soak's thread; borrows the book.
class SoakMember final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SoakMember)

public:
    SoakMember(const QUrl &host, int number, quint32 seed, const SoakHabits &habits, SoakBook &book);
    ~SoakMember() override;

    void start();
    void fallSilent(); //!< is there at once, and does nothing but read and send what waits
    void rest(); //!< leaves
    void comeBack(); //!< with its cursor, at once
    [[nodiscard]] bool hasReadTo(qint64 last) const { return m_last >= last; }
    [[nodiscard]] bool hasSentAll() const { return m_unconfirmed.isEmpty(); } //!< and it is acknowledged
    [[nodiscard]] SoakMetrics metrics() const;
    [[nodiscard]] QString condition() const; //!< where it stands, for whoever looks for a fault

private:
    void makeClient();
    void take(const QList<session::Received> &messages);
    void pass(const QList<protocol::ControlEntry> &controls);
    void noteState(const session::ClientState &state);
    void speak();
    void change();
    void leave();
    void enter();
    [[nodiscard]] qint64 repeatedByHost() const;
    [[nodiscard]] std::chrono::milliseconds sampleTime(std::chrono::milliseconds mean);

    QUrl m_host;
    int m_number;
    QRandomGenerator m_random;
    SoakHabits m_habits;
    SoakBook &m_book;
    std::unique_ptr<session::ChatClient> m_client;
    QTimer m_sending;
    QTimer m_switching;
    QTimer m_presence; // until it leaves, or comes back
    QHash<QString, int> m_unconfirmed; // count by id
    QSet<qint64> m_controls; // numbers of control entries behind m_last
    SoakMetrics m_metrics;
    qint64 m_last = 0; // number
    int m_count = 0;
    bool m_isAway = false;
};

} // namespace pushlab::tests
