// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hostfailuretext.h"

#include "app/storagefaulttext.h"

#include <QCoreApplication>

namespace pushlab::app {

using Failure = server::HostFailure;

namespace {

//! The translation context of this file.
struct HostFailureText
{
    Q_DECLARE_TR_FUNCTIONS(HostFailure)
};

QString cannotListen(const server::HostOptions &options, const QString &reason)
{
    return HostFailureText::tr("cannot listen on %1 port %2: %3").arg(options.bind.toString(), QString::number(options.port), reason);
}

} // namespace

QString hostFailureText(const server::HostOptions &options, Failure failure, const QString &error)
{
    switch (failure) {
    case Failure::AddressInUse:
        return cannotListen(options, HostFailureText::tr("The bound address is already in use"));
    case Failure::AddressNotAvailable:
        return cannotListen(options, HostFailureText::tr("The address is not available"));
    case Failure::AccessDenied:
        return cannotListen(options, HostFailureText::tr("The address is protected"));
    case Failure::Database:
        return storageFaultText({server::Fault::Kind::Locked, options.database, {}, error});
    case Failure::Listening:
        return error;
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::app
