// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QSet>

namespace pushlab::app {

//! A run read by a RunStore.
struct StoredRun
{
    QString file; //!< name in the folder
    QString name; //!< given by the user
    compare::RunResult result;
};

//! Stores runs between starts of the program, one file each in a folder: `{"schema":"pushlab-run","name":…,"result":…}`. The
//! oldest are deleted when there are too many. Unreadable files are never deleted, and do not count.
class RunStore final
{
public:
    static constexpr int maxRuns = 50;
    static constexpr qint64 maxBytes = 64 * 1024 * 1024; //!< of all files together

    explicit RunStore(QString folder = defaultFolder()) : m_folder(std::move(folder)) {}

    //! The folder in the program's data location.
    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] QString folder() const { return m_folder; }

    //! All runs, the oldest first. \a damaged is set to the names of files that are invalid or of a later version.
    [[nodiscard]] QList<StoredRun> load(QStringList &damaged);

    //! Returns the name of the new file; empty on failure, see errorString().
    [[nodiscard]] QString add(const QString &name, const compare::RunResult &result);
    //! Rewrites \a file with another name of its run. Returns false on failure, see errorString().
    [[nodiscard]] bool rename(const QString &file, const QString &name, const compare::RunResult &result);
    void remove(const QString &file);
    [[nodiscard]] QString errorString() const { return m_error; }

private:
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] bool write(const QString &file, const QByteArray &contents);
    void makeRoom(const QString &newest);

    QString m_folder;
    QString m_error;
    QSet<QString> m_damaged;
};

} // namespace pushlab::app
