// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hostedcomparison.h"

#include "app/hostfailuretext.h"
#include "app/threadcpu.h"
#include "server/host.h"

#include <QDateTime>
#include <QFile>
#include <QSysInfo>
#include <QThread>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using compare::Comparison;

namespace {

constexpr QByteArrayView serverThread = "pushlab-server"; // as Host names it

QString cpuModel()
{
    QFile file(u"/proc/cpuinfo"_s);
    QString model = QSysInfo::currentCpuArchitecture();
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("model name")) {
                model = QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
                break;
            }
        }
    }
    return u"%1 × %2"_s.arg(model).arg(QThread::idealThreadCount());
}

} // namespace

HostedComparison::HostedComparison(RunSpec spec, QObject *parent) : QObject(parent), m_spec(std::move(spec)) {}

HostedComparison::~HostedComparison()
{
    m_comparison.reset(); // destroyed before the host that it measures
}

void HostedComparison::start()
{
    m_started = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    if (m_spec.options.host.isEmpty())
        startHost();
    else
        begin(m_spec.options.host);
}

void HostedComparison::startHost()
{
    const compare::RunOptions &run = m_spec.options;
    server::HostOptions options;
    options.bind = QHostAddress(QHostAddress::LocalHost);
    options.port = 0;
    options.settings.hold = run.hold;
    options.settings.pollInterval = std::max<std::chrono::milliseconds>(run.pollInterval, protocol::minPollInterval);
    options.settings.conditioner = {run.delay, run.jitter, run.rateBitsPerSecond};
    m_host = std::make_unique<server::Host>(options);
    connect(m_host.get(), &server::Host::failed, this, [this](const QString &error, server::HostFailure failure) {
        Q_EMIT failed({compare::RunError::Reason::HostFailed, hostFailureText(m_host->options(), failure, error), 0, 0, {}});
    });
    connect(m_host.get(), &server::Host::started, this, [this](quint16 port) { begin(QUrl(u"http://127.0.0.1:%1"_s.arg(port))); });
    m_host->start();
}

void HostedComparison::begin(const QUrl &host)
{
    compare::HostAccess access{host, m_host != nullptr, {}};
    if (const auto thread = m_host ? newestThread(serverThread) : std::nullopt)
        access.cpu = [thread] { return cpuOfThread(*thread); };
    m_comparison = std::make_unique<Comparison>(m_spec.options, access);
    connect(m_comparison.get(), &Comparison::progressed, this, &HostedComparison::progressed);
    connect(m_comparison.get(), &Comparison::measured, this, &HostedComparison::measured);
    // Queued, because the receiver may destroy this object, and with it the comparison that emits the signal.
    connect(m_comparison.get(), &Comparison::finished, this, &HostedComparison::take, Qt::QueuedConnection);
    connect(m_comparison.get(), &Comparison::failed, this, &HostedComparison::failed, Qt::QueuedConnection);
    m_comparison->start();
    if (m_isStopped)
        m_comparison->stop();
}

void HostedComparison::stop()
{
    m_isStopped = true;
    if (m_comparison)
        m_comparison->stop();
}

void HostedComparison::take(compare::RunResult result)
{
    result.provenance = {QStringLiteral(PUSHLAB_VERSION), QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion(), cpuModel(),
                         m_spec.commandLine, m_started};
    Q_EMIT finished(result);
}

} // namespace pushlab::app
