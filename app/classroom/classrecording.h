// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/classroom.h"
#include "app/recordingoptions.h"
#include "server/protocol/wire/sessiondisguise.h"

#include <QFile>
#include <QObject>
#include <QTimer>

#include <memory>

namespace pushlab::wire {
class PcapngWriter;
class SessionWriter;
}

namespace pushlab::app {

//! Records a class into a file as it goes, in bounded memory. A disk that is full ends the recording, not the class. Lives in the
//! thread of its class, which it borrows.
class ClassRecording final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClassRecording)

public:
    ClassRecording(Classroom &classroom, RecordingOptions options, QObject *parent = nullptr);
    ~ClassRecording() override; //!< stops

    //! Begins the file; before the class starts, so that all of it is there. Returns why it cannot, in the user's language; empty on
    //! success.
    [[nodiscard]] QString start();
    //! Ends the file.
    void stop();
    [[nodiscard]] bool isOn() const { return m_packets || m_session; }

Q_SIGNALS:
    //! The file cannot be written further; says why, in the user's language. What is there can be used.
    void ended(const QString &sentence);

private:
    void takeTraffic(const wire::TrafficExcerpt &excerpt);
    void takeSettings(const protocol::ClassSettings &settings);
    void takeSnapshot(const server::HostSnapshot &snapshot);
    void append(const wire::SessionMoment &moment);
    void writePackets(const wire::TrafficExcerpt &excerpt);
    void flush();
    void giveUp(const QString &problem);

    Classroom &m_class;
    const RecordingOptions m_options;
    QFile m_file;
    std::unique_ptr<wire::PcapngWriter> m_packets;
    std::unique_ptr<wire::SessionWriter> m_session;
    wire::SessionDisguise m_disguise; // of packets; a session has its own
    QTimer m_flush;
    qint64 m_snapshotAt = 0; // µs since 1970: of the last one that was written
    double m_markAt = 0; // of the last mark, as it counts
};

} // namespace pushlab::app
