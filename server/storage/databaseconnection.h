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

//! A connection of Qt's to one SQLite file, and its last fault. Used in the thread that made it.
class DatabaseConnection final
{
    Q_DISABLE_COPY_MOVE(DatabaseConnection)

public:
    explicit DatabaseConnection(QString file);
    //! Opens \a name, which may be a URI, with \a options of the driver's; faults name \a file.
    DatabaseConnection(QString file, const QString &name, const QString &options);
    ~DatabaseConnection();

    [[nodiscard]] bool open();
    [[nodiscard]] const QString &file() const { return m_file; }

    //! Runs one statement; false: fault() says why.
    [[nodiscard]] bool run(const QString &statement);
    //! The first value that a statement gives; nothing: fault() says why.
    [[nodiscard]] std::optional<QVariant> value(const QString &statement);

    [[nodiscard]] QSqlQuery query() const; //!< forward only
    [[nodiscard]] QSqlQuery prepared(const QString &statement);
    [[nodiscard]] bool run(QSqlQuery &query); //!< a prepared one, with its values bound

    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; } //!< the first
    bool fail(Fault::Kind kind); //!< notes the fault; false

private:
    bool fail(const QSqlError &error);

    QString m_file;
    QString m_name;
    QSqlDatabase m_database;
    std::optional<Fault> m_fault;
};

} // namespace pushlab::storage
