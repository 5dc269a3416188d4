// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/classrecording.h"
#include "app/classroom/classroom.h"
#include "app/classroom/lessonplayer.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace pushlab::app {

//! `pushlab host --headless`: a host without windows, until a signal arrives. Ends the application with one of ExitCode. Lives in
//! the main thread; needs only a QCoreApplication.
class HeadlessHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadlessHost)

public:
    //! \a deleteAfter and \a recording as in HostCommand.
    explicit HeadlessHost(server::HostOptions options, std::optional<std::chrono::milliseconds> deleteAfter = {},
                          const RecordingOptions &recording = {}, QObject *parent = nullptr);

    void start();
    //! Answers held requests and ends the application, within 2 s.
    void stop();

private Q_SLOTS:
    void announce(quint16 port);
    void giveUp(const QString &error, pushlab::server::HostFailure what);
    void tellStorageFailure(const QString &error, const server::Fault &fault);
    void tellNetwork();

private:
    [[nodiscard]] QUrl address() const;
    void finish();
    void tellCertificate();
    void drawCode();

    Classroom m_class;
    LessonPlayer m_lessons{m_class};
    std::unique_ptr<ClassRecording> m_recording; // nothing unless it is wanted
    std::optional<std::chrono::milliseconds> m_deleteAfter;
    QUrl m_told; // the address that was told last
};

} // namespace pushlab::app
