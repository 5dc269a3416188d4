// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/headlesshost.h"

#include "app/console.h"
#include "app/deletedclasses.h"
#include "app/exitcode.h"
#include "app/hostfailuretext.h"
#include "app/lanaddress.h"
#include "app/qrmatrix.h"
#include "app/storagefaulttext.h"
#include "app/tlsfaulttext.h"
#include "app/tlsoptions.h"
#include "server/certificates.h"
#include "server/protocol/fingerprint.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lastTraffic = 300ms; // in which the host tells what has passed up to now

} // namespace

HeadlessHost::HeadlessHost(server::HostOptions options, std::optional<std::chrono::milliseconds> deleteAfter,
                           const RecordingOptions &recording, QObject *parent)
    : QObject(parent), m_class(std::move(options)), m_deleteAfter(deleteAfter)
{
    connect(&m_class, &Classroom::started, this, &HeadlessHost::announce);
    connect(&m_class, &Classroom::failed, this, &HeadlessHost::giveUp);
    connect(&m_class, &Classroom::storageFailed, this, &HeadlessHost::tellStorageFailure);
    connect(&m_class, &Classroom::awakeFailed, this,
            [] { tell(tr("Nothing here can keep this computer awake: when it goes to sleep, the class stands still.")); });
    connect(&m_class, &Classroom::networkChanged, this, &HeadlessHost::tellNetwork);
    if (recording.file.isEmpty())
        return;
    m_recording = std::make_unique<ClassRecording>(m_class, recording);
    connect(m_recording.get(), &ClassRecording::ended, this, [](const QString &sentence) { tell(sentence); });
}

void HeadlessHost::start()
{
    if (m_deleteAfter)
        deleteUnusedClasses(*m_deleteAfter, m_class.room());
    if (const QString problem = m_recording ? m_recording->start() : QString(); !problem.isEmpty()) {
        tell(problem);
        QCoreApplication::exit(int(ExitCode::Failed));
        return;
    }
    m_class.start();
}

void HeadlessHost::stop()
{
    if (m_recording && m_recording->isOn() && m_class.state() == Classroom::State::Running)
        QTimer::singleShot(lastTraffic, this, &HeadlessHost::finish);
    else
        finish();
}

void HeadlessHost::finish()
{
    m_class.stop();
    if (m_recording)
        m_recording->stop();
    QCoreApplication::exit(int(ExitCode::Ok));
}

void HeadlessHost::announce(quint16 port)
{
    const server::HostOptions &options = m_class.options();
    m_told = address();
    printLine(classUrl(m_told, options.room).toEncoded());
    tell(tr("For the teacher alone: %1").arg(teacherUrl(m_told, options.teacherKey).toString()));
    tellCertificate();
    if (options.port != 0 && port != options.port)
        tell(tr("Port %1 is taken; this host uses %2.").arg(options.port).arg(port));
    for (const LanAddress &other : m_class.network()) {
        if (addressToTell(options.bind, {other}) == other.address && other.address != QHostAddress(m_told.host()))
            tell(tr("Also at: %1").arg(lanAddressText(other)));
    }
    if (!isErrorsTerminal())
        return;
    drawCode();
    tell(tr("Ctrl+C ends the class."));
}

//! The one that works from other machines.
QUrl HeadlessHost::address() const
{
    const server::HostOptions &options = m_class.options();
    return QUrl(hostUrlText(addressToTell(options.bind, m_class.network()), m_class.port(), schemeOf(options)));
}

void HeadlessHost::tellCertificate()
{
    const std::optional<server::TlsIdentity> &identity = m_class.options().tls;
    if (!identity)
        return;
    tell(tr("Certificate's fingerprint (SHA-256): %1").arg(protocol::fingerprintText(identity->fingerprint)));
    if (identity->warning)
        tell(tlsWarningText(*identity->warning));
}

void HeadlessHost::drawCode()
{
    const QUrl url = classUrl(m_told, m_class.room(), m_class.options().pin);
    if (const auto code = QrMatrix::encode(QString::fromLatin1(url.toEncoded())))
        std::fputs(code->toTerminal(mayColourErrors()).toUtf8().constData(), stderr);
}

void HeadlessHost::tellNetwork()
{
    const QUrl now = address();
    if (std::exchange(m_told, now) == now)
        return;
    tell(tr("The network has changed. The class is now at %1").arg(classUrl(now, m_class.room()).toString(QUrl::FullyEncoded)));
    tellCertificate();
    if (isErrorsTerminal())
        drawCode();
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
