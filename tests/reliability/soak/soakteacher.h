// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QRandomGenerator>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>

namespace pushlab::tests {

class HostProcess;

//! Leads the class once a second, so that control entries of all kinds are mixed with messages: pace and hold, a technique for all,
//! a split class, the generator, marks, races, questions, withdrawals, the spotlight, the steps of a lesson. Lives in the soak's
//! thread.
class SoakTeacher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SoakTeacher)

public:
    //! What the teacher has to choose from.
    struct Class
    {
        std::function<qint64()> someMessage; //!< the number of one in the log; 0: none is known
        std::function<QString()> someMember; //!< an id
    };

    SoakTeacher(const HostProcess &host, Class members, quint32 seed); //!< \a host must outlive it

    void start();
    //! Ends lesson, question and generator and leaves the technique to the members. Returns whether the host has taken that.
    [[nodiscard]] bool stop();
    //! Orders of that kind that the host has taken: race, question, withdraw, mark, settings, lesson, spotlight.
    [[nodiscard]] qint64 taken(const QString &what) const { return m_taken.value(what); }
    //! Orders that the host has refused though there was no reason to, as "KIND: answer".
    [[nodiscard]] const QStringList &refused() const { return m_refused; }
    [[nodiscard]] const QSet<qint64> &withdrawn() const { return m_withdrawn; } //!< numbers of messages

private:
    void act();
    void withdraw();
    void set(const QByteArray &settings);
    void ask(const QByteArray &order);
    void lead(const QByteArray &order);
    void post(const QString &what, QByteArrayView path, const QByteArray &body, const std::function<void()> &onTaken = {});

    const HostProcess &m_host;
    const Class m_class;
    QRandomGenerator m_random;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    int m_turn = 0;
    int m_waiting = 0; // orders that were not answered yet
    bool m_isTaken = true; // the last one
    QHash<QString, qint64> m_taken;
    QStringList m_refused;
    QSet<qint64> m_withdrawn;
};

} // namespace pushlab::tests
