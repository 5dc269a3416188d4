// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>

class QDBusConnection;
class QDBusMessage;
class QDBusPendingCallWatcher;

namespace pushlab::app {

//! Asks the services of one D-Bus bus, one after another, to keep the computer awake, until one of them does. Waits for nothing:
//! each answer is taken when it comes. Lives in the thread of its owner, which needs an event loop.
class Inhibitor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inhibitor)

public:
    //! What can be asked. The first two are for the system bus, the others for the session's.
    enum class Way : quint8 {
        Login, //!< logind: neither sleeps nor becomes idle
        LoginIdle, //!< logind, which allows everybody this: does not become idle
        ScreenSaver, //!< the desktop
        Portal, //!< the desktop, also of a sandbox
    };

    static constexpr std::chrono::seconds longestWait{5}; //!< for all answers together

    //! \a address as in DBUS_SESSION_BUS_ADDRESS; empty: there is no such bus.
    Inhibitor(QString address, QList<Way> ways, QObject *parent = nullptr);
    ~Inhibitor() override; //!< releases

    //! Asks, for the reason \a why, which users are told; settled() follows, never from within. Does nothing when it has asked.
    void hold(const QString &why);
    void release();
    [[nodiscard]] bool isHeld() const { return m_held.isValid(); }

Q_SIGNALS:
    void settled(); //!< isHeld() says how it ended

private:
    void greet();
    void askNext();
    void call(const QDBusMessage &message, const std::function<void(const QDBusMessage &)> &taken);
    void settle();
    void disconnectFromBus();

    QString m_address;
    QList<Way> m_ways;
    qsizetype m_next = 0; // the way that is asked
    QString m_why;
    QString m_name; // of the connection; empty: there is none
    std::unique_ptr<QDBusConnection> m_bus;
    std::unique_ptr<QDBusPendingCallWatcher> m_pending;
    QTimer m_deadline;
    QVariant m_held; // what the service has given, and wants back
};

[[nodiscard]] QString systemBusAddress();
[[nodiscard]] QString sessionBusAddress(); //!< empty when there is no session

} // namespace pushlab::app
