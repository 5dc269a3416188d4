// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/inhibitor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusUnixFileDescriptor>
#include <QFileInfo>
#include <QUrl>
#include <QVariantMap>

#include <optional>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString screenSaverName = u"org.freedesktop.ScreenSaver"_s;
const QString portalName = u"org.freedesktop.portal.Desktop"_s;
constexpr uint portalSuspend = 4;
constexpr uint portalIdle = 8;

QString inhibitorName()
{
    return u"PushLab"_s;
}

QDBusMessage inhibitCall(Inhibitor::Way way, const QString &why)
{
    const auto login = [&why](const QString &what) {
        QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                                              u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
        message << what << inhibitorName() << why << u"block"_s;
        return message;
    };
    switch (way) {
    case Inhibitor::Way::Login:
        return login(u"idle:sleep"_s);
    case Inhibitor::Way::LoginIdle:
        return login(u"idle"_s);
    case Inhibitor::Way::ScreenSaver:
        return QDBusMessage::createMethodCall(screenSaverName, u"/org/freedesktop/ScreenSaver"_s, screenSaverName, u"Inhibit"_s)
            << inhibitorName() << why;
    case Inhibitor::Way::Portal:
        break;
    }
    const QVariantMap options{{u"reason"_s, why}};
    return QDBusMessage::createMethodCall(portalName, u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s)
        << QString() << (portalSuspend | portalIdle) << options;
}

//! What \a way gives in its answer; invalid when it is something else.
QVariant grantOf(Inhibitor::Way way, const QVariant &value)
{
    switch (way) {
    case Inhibitor::Way::Login:
    case Inhibitor::Way::LoginIdle:
        return value.value<QDBusUnixFileDescriptor>().isValid() ? value : QVariant();
    case Inhibitor::Way::ScreenSaver:
        return value.typeId() == QMetaType::UInt ? value : QVariant();
    case Inhibitor::Way::Portal:
        break;
    }
    return value.value<QDBusObjectPath>().path().isEmpty() ? QVariant() : value;
}

//! The call that gives \a grant back. A file of logind's is closed instead.
std::optional<QDBusMessage> releaseCall(Inhibitor::Way way, const QVariant &grant)
{
    if (way == Inhibitor::Way::ScreenSaver)
        return QDBusMessage::createMethodCall(screenSaverName, u"/org/freedesktop/ScreenSaver"_s, screenSaverName, u"UnInhibit"_s)
            << grant;
    if (way == Inhibitor::Way::Portal)
        return QDBusMessage::createMethodCall(portalName, grant.value<QDBusObjectPath>().path(),
                                              u"org.freedesktop.portal.Request"_s, u"Close"_s);
    return std::nullopt;
}

} // namespace

Inhibitor::Inhibitor(QString address, QList<Way> ways, QObject *parent)
    : QObject(parent), m_address(std::move(address)), m_ways(std::move(ways))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Inhibitor::settle);
}

Inhibitor::~Inhibitor()
{
    release();
}

void Inhibitor::hold(const QString &why)
{
    if (m_deadline.isActive() || isHeld())
        return;
    m_why = why;
    m_next = 0;
    m_deadline.start(longestWait);
    QMetaObject::invokeMethod(this, &Inhibitor::greet, Qt::QueuedConnection);
}

//! Connects as to a peer and greets by itself: QDBusConnection::connectToBus() would wait for the answer to the greeting, and so
//! would everybody with it if the bus did not answer.
void Inhibitor::greet()
{
    if (!m_deadline.isActive() || m_bus)
        return; // released meanwhile
    if (m_address.isEmpty()) {
        settle();
        return;
    }
    static int count = 0;
    m_name = u"pushlab-awake-%1"_s.arg(++count);
    m_bus = std::make_unique<QDBusConnection>(QDBusConnection::connectToPeer(m_address, m_name));
    if (!m_bus->isConnected()) {
        settle();
        return;
    }
    const QString bus = u"org.freedesktop.DBus"_s;
    call(QDBusMessage::createMethodCall(bus, u"/org/freedesktop/DBus"_s, bus, u"Hello"_s), [this](const QDBusMessage &answer) {
        if (answer.type() == QDBusMessage::ReplyMessage)
            askNext();
        else
            settle();
    });
}

void Inhibitor::askNext()
{
    if (m_next == m_ways.size()) {
        settle();
        return;
    }
    call(inhibitCall(m_ways.at(m_next), m_why), [this](const QDBusMessage &answer) {
        if (answer.type() == QDBusMessage::ReplyMessage)
            m_held = grantOf(m_ways.at(m_next), answer.arguments().value(0));
        if (isHeld()) {
            settle();
        } else {
            ++m_next;
            askNext();
        }
    });
}

void Inhibitor::call(const QDBusMessage &message, const std::function<void(const QDBusMessage &)> &taken)
{
    m_pending = std::make_unique<QDBusPendingCallWatcher>(
        m_bus->asyncCall(message, int(std::chrono::milliseconds(longestWait).count())));
    connect(m_pending.get(), &QDBusPendingCallWatcher::finished, this, [this, taken](QDBusPendingCallWatcher *watcher) {
        const QDBusMessage answer = watcher->reply();
        m_pending.release()->deleteLater(); // it is the one that calls
        taken(answer);
    });
}

//! Nothing more is waited for. Who has given nothing needs no connection, either.
void Inhibitor::settle()
{
    m_deadline.stop();
    if (!isHeld())
        disconnectFromBus();
    Q_EMIT settled();
}

void Inhibitor::release()
{
    m_deadline.stop();
    if (const QVariant grant = std::exchange(m_held, {}); grant.isValid()) {
        if (const auto message = releaseCall(m_ways.at(m_next), grant))
            m_bus->send(*message);
    }
    disconnectFromBus();
}

//! Services take back what they have given to a connection that ends: also what is on its way.
void Inhibitor::disconnectFromBus()
{
    m_pending.reset();
    m_bus.reset();
    if (!m_name.isEmpty())
        QDBusConnection::disconnectFromPeer(std::exchange(m_name, {}));
}

QString systemBusAddress()
{
    return qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS", u"unix:path=/run/dbus/system_bus_socket"_s);
}

// libdbus would start a bus where there is none.
QString sessionBusAddress()
{
    const QString given = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!given.isEmpty())
        return given;
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    return socket.startsWith(u'/') && QFileInfo::exists(socket)
        ? QString(u"unix:path="_s + QString::fromLatin1(QUrl::toPercentEncoding(socket, "/", "~")))
        : QString();
}

} // namespace pushlab::app
