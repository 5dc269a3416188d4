// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/hostguard.h"

#include "server/protocol/hostname.h"

#include <QHostInfo>
#include <QNetworkInterface>

namespace pushlab::http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maxShownName = 100;

QString nameOf(QByteArrayView host)
{
    if (host.startsWith('[')) { // RFC 3986 3.2.2
        const qsizetype end = host.indexOf(']');
        return end < 0 ? QString() : QString::fromLatin1(host.sliced(1, end - 1));
    }
    if (host.count(':') > 1)
        return QString::fromLatin1(host).toLower(); // an IPv6 address as --allow-host takes it, without a port
    const qsizetype colon = host.lastIndexOf(':');
    QString name = QString::fromLatin1(colon < 0 ? host : host.first(colon)).toLower();
    if (name.endsWith(u'.')) // the dot of the DNS root
        name.chop(1);
    return name;
}

//! The name without characters that could confuse a terminal or page, because the client chose it.
QString printableName(QByteArrayView host)
{
    QString name = nameOf(host).left(maxShownName);
    for (QChar &c : name)
        c = c.unicode() > u' ' && c.unicode() < 0x7f ? c : QChar(u'?');
    return name;
}

} // namespace

QByteArray unknownNameText(QByteArrayView host)
{
    const QByteArray name = printableName(host).toLatin1();
    return "This host does not go by the name \"" + name + "\"; to allow it, start the host with --allow-host " + name + '.';
}

HostGuard::Names HostGuard::namesOfThisMachine()
{
    Names names;
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (QHostAddress address : addresses) {
        address.setScopeId({});
        names.addresses.insert(address);
    }
    const QStringList own = protocol::machineNames(QHostInfo::localHostName(), QHostInfo::localDomainName());
    names.names = QSet<QString>(own.begin(), own.end());
    return names;
}

HostGuard::HostGuard(const QStringList &allowed, std::function<Names()> look) : m_look(std::move(look)), m_names(m_look())
{
    for (const QString &name : allowed)
        m_allowed.insert(nameOf(protocol::wireHostName(name).toLatin1()));
    m_looked.start();
}

bool HostGuard::allows(QByteArrayView host)
{
    if (!host.isEmpty() && host == m_lastAllowed)
        return true;
    const QString name = nameOf(host);
    if (!knows(name)) {
        if (m_looked.elapsed() < 2000)
            return false;
        m_looked.restart();
        m_names = m_look();
        m_lastAllowed.clear();
        if (!knows(name))
            return false;
    }
    m_lastAllowed = host.toByteArray();
    return true;
}

bool HostGuard::knows(const QString &name) const
{
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1) || m_allowed.contains(name) || m_names.names.contains(name))
        return true;
    QHostAddress address;
    if (!address.setAddress(name))
        return false;
    address.setScopeId({});
    return address.isLoopback() || m_names.addresses.contains(address);
}

} // namespace pushlab::http
