// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/classrecording.h"

#include "app/classroom/sessionnotes.h"
#include "server/protocol/wire/pcapngwriter.h"
#include "server/protocol/wire/sessionwriter.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 snapshotPause = 1'000'000; // µs
constexpr auto flushPause = 5s; // what a crash may cost, when nothing else is heard

qint64 microsecondsSince1970()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

QString programWithVersion()
{
    return QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
}

} // namespace

ClassRecording::ClassRecording(Classroom &classroom, RecordingOptions options, QObject *parent)
    : QObject(parent)
    , m_class(classroom)
    , m_options(std::move(options))
    , m_file(m_options.file)
    , m_disguise(m_options.hasNames, m_options.hasSecrets)
{
    m_flush.setInterval(flushPause);
    connect(&m_flush, &QTimer::timeout, this, &ClassRecording::flush);
}

ClassRecording::~ClassRecording()
{
    stop();
}

QString ClassRecording::start()
{
    // For the teacher alone: there are names in it.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return tr("The recording cannot be written to %1: %2.").arg(QDir::toNativeSeparators(m_options.file), m_file.errorString());
    if (m_options.format == RecordingOptions::Format::Packets) {
        m_packets = std::make_unique<wire::PcapngWriter>(m_file, programWithVersion().toUtf8());
    } else {
        const wire::SessionHead head{.application = programWithVersion(),
                                     .title = m_class.room(),
                                     .began = microsecondsSince1970(),
                                     .hasNames = m_options.hasNames,
                                     .hasSecrets = m_options.hasSecrets};
        m_session = std::make_unique<wire::SessionWriter>(m_file, head);
        takeSettings(m_class.settings());
        connect(&m_class, &Classroom::settingsChanged, this, &ClassRecording::takeSettings);
        connect(&m_class, &Classroom::snapshotTaken, this, &ClassRecording::takeSnapshot);
    }
    connect(&m_class, &Classroom::trafficRecorded, this, &ClassRecording::takeTraffic);
    m_class.recordTraffic(true);
    m_flush.start();
    return {};
}

void ClassRecording::stop()
{
    if (!isOn())
        return;
    const bool isWhole = m_packets ? m_packets->finish() : m_session->finish();
    if (!isWhole) {
        giveUp(m_packets ? m_packets->error() : m_session->error());
        return;
    }
    disconnect(&m_class, nullptr, this, nullptr);
    m_flush.stop();
    m_packets.reset();
    m_session.reset();
    m_file.close();
}

void ClassRecording::takeTraffic(const wire::TrafficExcerpt &excerpt)
{
    if (m_packets)
        writePackets(excerpt);
    else
        append({.at = microsecondsSince1970(), .traffic = excerpt, .notes = {}});
}

void ClassRecording::writePackets(const wire::TrafficExcerpt &excerpt)
{
    wire::TrafficExcerpt disguised = excerpt;
    for (wire::TrafficRecord &record : disguised.records)
        record = m_disguise.disguised(std::move(record));
    if (!m_packets->write(disguised))
        giveUp(m_packets->error());
}

void ClassRecording::takeSettings(const protocol::ClassSettings &settings)
{
    append({.at = microsecondsSince1970(), .traffic = {}, .notes = {sessionNote(settings)}});
}

void ClassRecording::takeSnapshot(const server::HostSnapshot &snapshot)
{
    wire::SessionMoment moment{.at = microsecondsSince1970(), .traffic = {}, .notes = {}};
    for (const server::ClassMark &mark : snapshot.marks) {
        if (mark.at > m_markAt)
            moment.notes.append(sessionNote(mark));
    }
    if (!snapshot.marks.isEmpty())
        m_markAt = std::max(m_markAt, snapshot.marks.last().at);
    if (moment.at - m_snapshotAt >= snapshotPause) {
        m_snapshotAt = moment.at;
        moment.notes.append(sessionNotes(snapshot));
    }
    if (!moment.notes.isEmpty())
        append(moment);
}

void ClassRecording::append(const wire::SessionMoment &moment)
{
    if (m_session && !m_session->append(moment))
        giveUp(m_session->error());
}

void ClassRecording::flush()
{
    if (m_session && !m_session->flush())
        giveUp(m_session->error());
}

void ClassRecording::giveUp(const QString &problem)
{
    disconnect(&m_class, nullptr, this, nullptr);
    m_class.recordTraffic(false);
    m_flush.stop();
    m_packets.reset();
    m_session.reset();
    m_file.close();
    Q_EMIT ended(tr("The recording ends here, for %1 cannot be written: %2. The class goes on, and what was recorded can be used.")
                     .arg(QDir::toNativeSeparators(m_options.file), problem));
}

} // namespace pushlab::app
