// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/result/runresult.h"

#include <QSet>

namespace pushlab::app {

//! A run that a RunStore has read.
struct StoredRun
{
    QString file; //!< its name in the folder
    QString name; //!< that the user gave it
    compare::RunResult result;
};

//! Keeps runs from one start of the program to the next: a file each in a folder, `{"schema":"pushlab-run","name":…,"result":…}`.
//! The oldest go where there are too many. Files that cannot be read are never removed, and do not count.
class RunStore final
{
public:
    static constexpr int maxRuns = 50;
    static constexpr qint64 maxBytes = 64 * 1024 * 1024; //!< of all together

    explicit RunStore(QString folder = defaultFolder()) : m_folder(std::move(folder)) {}

    //! In the program's data.
    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] QString folder() const { return m_folder; }

    //! All runs, the oldest first. Names in \a damaged the files that hold none, or one of a later version.
    [[nodiscard]] QList<StoredRun> load(QStringList &damaged);

    //! The new file's name; empty, and errorString() says why, when it could not be written.
    [[nodiscard]] QString add(const QString &name, const compare::RunResult &result);
    //! Writes \a file anew, under another name for the user. False, and errorString() says why, when it could not be written.
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
