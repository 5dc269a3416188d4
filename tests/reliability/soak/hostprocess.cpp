// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/hostprocess.h"

#include "server/protocol/techniqueoffer.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStringList>
#include <QTcpServer>

#include <sys/prctl.h>

#include <csignal>
#include <cstdio>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms: of a busy machine, and for a host that loads its database
constexpr quint16 firstPort = 20'000; // Linux gives outgoing connections those from 32768 on
constexpr quint16 portCount = 10'000;

} // namespace

HostProcess::HostProcess(const QString &program, quint16 port, const QString &database) : m_port(port)
{
    const QList<protocol::Technique> all(protocol::allTechniques.begin(), protocol::allTechniques.end());
    const QString techniques = QString::fromLatin1(protocol::namesOf(all).join(','));
    QStringList arguments{u"host"_s,   u"--headless"_s, u"--techniques"_s, techniques,
                          u"--bind"_s, u"127.0.0.1"_s,  u"--port"_s,       QString::number(port)};
    if (!database.isEmpty())
        arguments << u"--database"_s << database;
    m_process.setProgram(program);
    m_process.setArguments(arguments);
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process, [this] { passOn(); });
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

HostProcess::~HostProcess()
{
    kill();
}

bool HostProcess::start()
{
    m_process.start(QIODevice::ReadOnly);
    m_teacherKey.clear();
    return m_process.waitForReadyRead(patience) && m_process.readLine().startsWith("http://") && readKey() && isRunning();
}

//! Reads the teacher's key from the link that the host prints for the teacher.
bool HostProcess::readKey()
{
    m_process.setReadChannel(QProcess::StandardError);
    const QByteArray mark = "#key=";
    while (m_teacherKey.isEmpty() && (m_process.canReadLine() || m_process.waitForReadyRead(patience))) {
        const QByteArray line = m_process.readLine().trimmed();
        const qsizetype at = line.indexOf(mark);
        if (at >= 0)
            m_teacherKey = line.sliced(at + mark.size());
    }
    m_process.setReadChannel(QProcess::StandardOutput);
    return !m_teacherKey.isEmpty();
}

void HostProcess::passOn()
{
    if (m_teacherKey.isEmpty())
        return; // readKey() is about to read it
    const QByteArray said = m_process.readAllStandardError();
    std::fwrite(said.constData(), 1, size_t(said.size()), stderr);
}

void HostProcess::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

bool HostProcess::terminate()
{
    m_process.terminate();
    return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

qint64 HostProcess::memoryKb() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const QByteArray field = "VmRSS:";
    const qsizetype begin = text.indexOf(field);
    if (begin < 0)
        return 0;
    const qsizetype end = text.indexOf("kB", begin);
    return text.sliced(begin + field.size(), end - begin - field.size()).trimmed().toLongLong();
}

quint16 freeFixedPort()
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        const auto port = quint16(firstPort + QRandomGenerator::global()->bounded(portCount));
        if (QTcpServer server; server.listen(QHostAddress(QHostAddress::LocalHost), port))
            return port;
    }
    return 0;
}

} // namespace pushlab::tests
