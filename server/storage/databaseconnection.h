// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/storage/fault.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace pushlab::storage {

//! A connection of Qt's to one SQLite file, with its first fault. Used in the thread that created it.
class DatabaseConnection final
{
    Q_DISABLE_COPY_MOVE(DatabaseConnection)

public:
    explicit DatabaseConnection(QString file);
    //! Opens \a name, which may be a URI, with the driver's \a options; messages name \a file.
    DatabaseConnection(QString file, const QString &name, const QString &options);
    ~DatabaseConnection();

    [[nodiscard]] bool open();
    [[nodiscard]] const QString &file() const { return m_file; }

    //! Runs one statement; returns false on failure, see fault().
    [[nodiscard]] bool run(const QString &statement);
    //! The first value that a statement returns; nullopt on failure, see fault().
    [[nodiscard]] std::optional<QVariant> value(const QString &statement);

    [[nodiscard]] QSqlQuery query() const; //!< forward-only
    [[nodiscard]] QSqlQuery prepared(const QString &statement);
    [[nodiscard]] bool run(QSqlQuery &query); //!< runs a prepared query with bound values

    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; } //!< the first one
    bool fail(Fault::Kind kind); //!< records the connection's last error as the fault; returns false

private:
    bool fail(const QSqlError &error);

    QString m_file;
    QString m_name;
    QSqlDatabase m_database;
    std::optional<Fault> m_fault;
};

} // namespace pushlab::storage
