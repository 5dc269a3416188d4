// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/tls/tlsidentitystore.h"

#include "server/protocol/hostname.h"

#include <QDir>
#include <QFile>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QSaveFile>

#include <algorithm>

namespace pushlab::tls {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::hours leastLife{7 * 24};
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

bool covers(const HostNames &certified, const HostNames &names)
{
    const bool hasNames = std::ranges::all_of(names.names,
                                              [&certified](const QString &name) { return certified.names.contains(name); });
    return hasNames && std::ranges::all_of(names.addresses, [&certified](const QHostAddress &address) {
               return address.protocol() != QAbstractSocket::IPv4Protocol || certified.addresses.contains(address);
           });
}

//! Both sets of names, \a names first, because the bound cuts the end. So a computer that moves between two networks keeps one
//! certificate.
HostNames united(HostNames names, const HostNames &former)
{
    for (const QString &name : former.names) {
        if (!names.names.contains(name))
            names.names.append(name);
    }
    for (const QHostAddress &address : former.addresses) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !names.addresses.contains(address))
            names.addresses.append(address);
    }
    return names;
}

std::optional<TlsFault> save(const QString &directory, const QString &name, const TlsIdentity &identity)
{
    if (!QDir().mkpath(directory))
        return TlsFault{TlsFault::Kind::NoFolder, directory, {}};
    QSaveFile file(name);
    const QByteArray contents = identity.key + identity.chain;
    // commit() of Qt 6.4 does not see that the last bytes could not be written, and would replace the file by a part of itself.
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) && file.write(contents) == contents.size()
        && file.flush() && file.commit())
        return {};
    return TlsFault{TlsFault::Kind::NotKept, name, file.errorString()};
}

} // namespace

TlsIdentityOrFault storedTlsIdentity(const QString &directory, const HostNames &names, SystemTime now)
{
    const QString name = QDir(directory).filePath(u"selfsigned.pem"_s);
    HostNames former;
    std::optional<TlsWarning> warning;
    if (QFile::exists(name)) {
        const TlsIdentityOrFault stored = loadTlsIdentity(name, name);
        if (const auto *const identity = std::get_if<TlsIdentity>(&stored)) {
            former = certifiedNames(*identity);
            const bool isEarly = !hasBegun(*identity, now);
            if (!isEarly && remainingLife(*identity, now) > leastLife && covers(former, names)) {
                QFile::setPermissions(name, ownerOnly);
                return *identity;
            }
            if (isEarly)
                warning = TlsWarning{TlsWarning::Kind::EarlyMadeAnew, {}};
        } else {
            warning = TlsWarning{TlsWarning::Kind::UselessMadeAnew, std::get<TlsFault>(stored)};
        }
    }
    std::optional<TlsIdentity> identity = makeSelfSigned(united(names, former), now);
    if (!identity)
        return TlsFault{};
    if (const std::optional<TlsFault> fault = save(directory, name, *identity))
        return *fault;
    identity->warning = warning;
    return *identity;
}

HostNames namesOfThisMachine()
{
    HostNames names{{u"localhost"_s}, {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}};
    QStringList own = protocol::machineNames(QHostInfo::localHostName(), QHostInfo::localDomainName());
    own.removeAll(names.names.constFirst());
    names.names = own + names.names;
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.scopeId().isEmpty() && !address.isLoopback())
            names.addresses.append(address);
    }
    return names;
}

} // namespace pushlab::tls
