// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/databaseconnection.h"

#include <QSqlError>

#include <atomic>

namespace pushlab::storage {

using namespace Qt::Literals::StringLiterals;

namespace {

//! A unique name: Qt identifies connections by name, across all threads.
QString generateConnectionName()
{
    static std::atomic<int> count = 0;
    return u"pushlab-%1"_s.arg(++count);
}

} // namespace

// A host that has just stopped may need a moment to release the file.
DatabaseConnection::DatabaseConnection(QString file) : DatabaseConnection(file, file, u"QSQLITE_BUSY_TIMEOUT=1000"_s) {}

DatabaseConnection::DatabaseConnection(QString file, const QString &name, const QString &options)
    : m_file(std::move(file)), m_name(generateConnectionName()), m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_database.setDatabaseName(name);
    m_database.setConnectOptions(options);
}

DatabaseConnection::~DatabaseConnection()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

bool DatabaseConnection::open()
{
    return m_database.open() || fail(m_database.lastError());
}

bool DatabaseConnection::run(const QString &statement)
{
    QSqlQuery once = query();
    return once.exec(statement) || fail(once.lastError());
}

std::optional<QVariant> DatabaseConnection::value(const QString &statement)
{
    QSqlQuery once = query();
    if (once.exec(statement) && once.next())
        return once.value(0);
    fail(once.lastError());
    return std::nullopt;
}

QSqlQuery DatabaseConnection::query() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query;
}

QSqlQuery DatabaseConnection::prepared(const QString &statement)
{
    QSqlQuery statementQuery = query();
    if (!statementQuery.prepare(statement))
        fail(statementQuery.lastError());
    return statementQuery;
}

bool DatabaseConnection::run(QSqlQuery &query)
{
    return query.exec() || fail(query.lastError());
}

bool DatabaseConnection::fail(Fault::Kind kind)
{
    if (!m_fault)
        m_fault = faultOf(kind, m_file);
    return false;
}

bool DatabaseConnection::fail(const QSqlError &error)
{
    if (!m_fault)
        m_fault = faultOf(error, m_file);
    return false;
}

} // namespace pushlab::storage
