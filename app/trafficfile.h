// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/wire/trafficrecord.h"

#include <QFile>
#include <QString>

#include <memory>

namespace pushlab::wire {
class PcapngWriter;
}

namespace pushlab::app {

//! A file of recorded traffic that grows while a class runs, without secrets. A plain class; blocks as long as the disk does.
class TrafficFile final
{
    Q_DISABLE_COPY_MOVE(TrafficFile)

public:
    //! Begins the file \a path, which takes the place of a former one.
    explicit TrafficFile(const QString &path);
    ~TrafficFile(); //!< ends it

    [[nodiscard]] bool isOpen() const { return m_writer != nullptr; } //!< false: error() says why
    //! Adds what is new. Nothing is added any more once there is an error().
    void add(const wire::TrafficExcerpt &excerpt);
    [[nodiscard]] QString error() const; //!< what the system says; empty: all was written
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    QFile m_file;
    std::unique_ptr<wire::PcapngWriter> m_writer; //!< nullptr: the file could not be opened
};

} // namespace pushlab::app
