// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/databaseconnection.h"

#include <QSqlError>

#include <atomic>

namespace pushlab::storage {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Qt knows connections by name, in all threads.
QString generateConnectionName()
{
    static std::atomic<int> count = 0;
    return u"pushlab-%1"_s.arg(++count);
}

} // namespace

// A host that was just stopped may take a moment to let go of the file.
Connection::Connection(QString file) : Connection(file, file, u"QSQLITE_BUSY_TIMEOUT=1000"_s) {}

Connection::Connection(QString file, const QString &name, const QString &options)
    : m_file(std::move(file)), m_name(generateConnectionName()), m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_database.setDatabaseName(name);
    m_database.setConnectOptions(options);
}

Connection::~Connection()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

bool Connection::open()
{
    return m_database.open() || fail(m_database.lastError());
}

bool Connection::run(const QString &statement)
{
    QSqlQuery once = query();
    return once.exec(statement) || fail(once.lastError());
}

std::optional<QVariant> Connection::value(const QString &statement)
{
    QSqlQuery once = query();
    if (once.exec(statement) && once.next())
        return once.value(0);
    fail(once.lastError());
    return std::nullopt;
}

QSqlQuery Connection::query() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query;
}

QSqlQuery Connection::prepared(const QString &statement)
{
    QSqlQuery statementQuery = query();
    if (!statementQuery.prepare(statement))
        fail(statementQuery.lastError());
    return statementQuery;
}

bool Connection::run(QSqlQuery &query)
{
    return query.exec() || fail(query.lastError());
}

bool Connection::fail(Fault::Kind kind)
{
    if (!m_fault)
        m_fault = faultOf(kind, m_file);
    return false;
}

bool Connection::fail(const QSqlError &error)
{
    if (!m_fault)
        m_fault = faultOf(error, m_file);
    return false;
}

} // namespace pushlab::storage
