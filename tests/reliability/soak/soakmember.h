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

//! Mean times between a member's actions.
struct SoakHabits
{
    std::chrono::milliseconds sends;
    std::chrono::milliseconds switches;
    std::chrono::milliseconds leaves;
    std::chrono::milliseconds isAway;
    bool mayForget = false; //!< sometimes rejoins as a new member, which reads the log from its beginning
};

//! Counters of a member.
struct SoakMetrics
{
    qint64 sent = 0;
    qint64 delivered = 0;
    qint64 controls = 0; //!< number of control entries
    qint64 lost = 0; //!< numbers that the host or the client skipped
    qint64 repeated = 0; //!< numbers that were received twice
    qint64 races = 0; //!< receipts of races that were open
    qint64 guesses = 0; //!< that the host has taken
    qint64 refused = 0; //!< refusals of messages, of this member, or of its cursor
    qint64 switches = 0;
    qint64 reconnects = 0; //!< reconnections after a failure
    qint64 returns = 0; //!< rejoinings with the cursor
    qint64 newcomers = 0; //!< rejoinings without it

    SoakMetrics &operator+=(const SoakMetrics &other);
};

//! A member that sends, changes its technique, leaves and rejoins, and checks that it receives every number once, in order. Lives
//! in the soak's thread; borrows the book.
class SoakMember final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SoakMember)

public:
    SoakMember(const QUrl &host, int number, quint32 seed, const SoakHabits &habits, SoakBook &book);
    ~SoakMember() override;

    void start();
    void fallSilent(); //!< rejoins if necessary; from then on it only reads, and sends what is queued
    void rest(); //!< leaves the room
    void comeBack(); //!< rejoins at once, with its cursor
    [[nodiscard]] bool hasReadTo(qint64 last) const { return m_client->cursor() >= last; }
    [[nodiscard]] bool hasSentAll() const { return m_unconfirmed.isEmpty(); } //!< and the host has acknowledged everything
    [[nodiscard]] SoakMetrics metrics() const;
    [[nodiscard]] QString id() const { return m_client->memberId(); } //!< of its present client
    [[nodiscard]] QString condition() const; //!< its state, for diagnosing a fault

private:
    void makeClient();
    void take(const QList<session::Received> &messages);
    void pass(const QList<protocol::ControlEntry> &controls);
    void noteState(const session::ClientState &state);
    void speak();
    void change();
    void guess();
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
    QTimer m_presence; // runs until it leaves or rejoins
    QHash<QString, int> m_unconfirmed; // counts, indexed by id
    QSet<qint64> m_controls; // numbers of control entries after m_last
    SoakMetrics m_metrics;
    qint64 m_last = 0; // number of the last message received
    int m_count = 0;
    bool m_isAway = false;
};

} // namespace pushlab::tests
