// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/headlesshost.h"

#include "app/console.h"
#include "app/exitcode.h"
#include "app/hostfailuretext.h"
#include "app/lanaddress.h"
#include "app/qrmatrix.h"
#include "app/storagefaulttext.h"
#include "app/tlsoptions.h"
#include "server/certificates.h"
#include "server/protocol/fingerprint.h"

#include <QCoreApplication>

#include <cstdio>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

HeadlessHost::HeadlessHost(server::HostOptions options, QObject *parent) : QObject(parent), m_class(std::move(options))
{
    connect(&m_class, &Classroom::started, this, &HeadlessHost::announce);
    connect(&m_class, &Classroom::failed, this, &HeadlessHost::giveUp);
    connect(&m_class, &Classroom::storageFailed, this, &HeadlessHost::tellStorageFailure);
}

void HeadlessHost::start()
{
    m_class.start();
}

void HeadlessHost::stop()
{
    m_class.stop();
    QCoreApplication::exit(int(ExitCode::Ok));
}

void HeadlessHost::announce(quint16 port)
{
    const server::HostOptions &options = m_class.options();
    const QString url = hostUrlText(addressToTell(options.bind, lanAddresses()), port, schemeOf(options));
    printLine(classUrl(QUrl(url), options.room).toEncoded());
    tell(tr("For the teacher alone: %1").arg(teacherUrl(QUrl(url), options.teacherKey).toString()));
    if (const std::optional<server::TlsIdentity> &identity = options.tls) {
        tell(tr("Certificate's fingerprint (SHA-256): %1").arg(protocol::fingerprintText(identity->fingerprint)));
        if (!identity->warning.isEmpty())
            tell(identity->warning);
    }
    if (options.port != 0 && port != options.port)
        tell(tr("Port %1 is taken; this host uses %2.").arg(options.port).arg(port));
    if (!isErrorsTerminal())
        return;
    if (const auto code = QrMatrix::encode(QString::fromLatin1(classUrl(QUrl(url), options.room, options.pin).toEncoded())))
        std::fputs(code->toTerminal(mayColourErrors()).toUtf8().constData(), stderr);
    tell(tr("Ctrl+C ends the class."));
}

void HeadlessHost::giveUp(const QString &error, server::HostFailure what)
{
    tell(hostFailureText(m_class.options(), what, error));
    QCoreApplication::exit(int(what == server::HostFailure::Database ? ExitCode::Failed : ExitCode::Unreachable));
}

void HeadlessHost::tellStorageFailure(const QString & /*error*/, const server::Fault &fault)
{
    tell(storageFaultText(fault));
    tell(tr("The class is in memory only, under a new epoch: it ends with this host."));
}

} // namespace pushlab::app
