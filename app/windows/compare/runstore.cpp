// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/compare/runstore.h"

#include "client/compare/result/resultcodec.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto storedSchema = "pushlab-run"_L1;
constexpr int storedVersion = 1;

QByteArray storedForm(const QString &name, const compare::RunResult &result)
{
    return QJsonDocument(QJsonObject{{u"schema"_s, storedSchema},
                                     {u"version"_s, storedVersion},
                                     {u"name"_s, name},
                                     {u"result"_s, QJsonDocument::fromJson(compare::encodeResult(result)).object()}})
        .toJson(QJsonDocument::Compact);
}

std::optional<StoredRun> readStored(const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly) || file.size() > RunStore::maxBytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object[u"schema"].toString() != storedSchema || object[u"version"].toInt() != storedVersion)
        return std::nullopt;
    auto result = compare::decodeResult(QJsonDocument(object[u"result"].toObject()).toJson(QJsonDocument::Compact));
    if (!result)
        return std::nullopt;
    return StoredRun{name, object[u"name"].toString(), *std::move(result)};
}

} // namespace

QString RunStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/runs"_s;
}

//! The files of runs, damaged ones included, sorted by name, which begins with the time of creation.
QStringList RunStore::files() const
{
    return QDir(m_folder).entryList({u"run-*.json"_s}, QDir::Files, QDir::Name);
}

QList<StoredRun> RunStore::load(QStringList &damaged)
{
    QList<StoredRun> runs;
    const QStringList names = files();
    for (const QString &name : names) {
        if (auto run = readStored(QDir(m_folder), name)) {
            runs.append(*std::move(run));
        } else {
            m_damaged.insert(name);
            damaged += name;
        }
    }
    return runs;
}

QString RunStore::add(const QString &name, const compare::RunResult &result)
{
    // Two windows may create a file at the same moment.
    const QString file = u"run-%1-%2.json"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz"_s),
                                                 QUuid::createUuid().toString(QUuid::Id128).first(8));
    if (!write(file, storedForm(name, result)))
        return {};
    makeRoom(file);
    return file;
}

bool RunStore::rename(const QString &file, const QString &name, const compare::RunResult &result)
{
    return write(file, storedForm(name, result));
}

void RunStore::remove(const QString &file)
{
    QFile::remove(QDir(m_folder).filePath(file));
}

bool RunStore::write(const QString &file, const QByteArray &contents)
{
    const QDir folder(m_folder);
    if (!folder.mkpath(u"."_s)) {
        m_error = QCoreApplication::translate("RunStore", "the folder cannot be made");
        return false;
    }
    QSaveFile saved(folder.filePath(file));
    if (saved.open(QIODevice::WriteOnly) && saved.write(contents) == contents.size() && saved.flush() && saved.commit())
        return true;
    m_error = saved.errorString();
    return false;
}

void RunStore::makeRoom(const QString &newest)
{
    const QDir folder(m_folder);
    QStringList names = files();
    names.removeIf([this](const QString &name) { return m_damaged.contains(name); });
    qint64 bytes = 0;
    for (const QString &name : std::as_const(names))
        bytes += QFileInfo(folder.filePath(name)).size();
    while ((names.size() > maxRuns || bytes > maxBytes) && !names.isEmpty() && names.first() != newest) {
        const QString oldest = names.takeFirst();
        bytes -= QFileInfo(folder.filePath(oldest)).size();
        remove(oldest);
    }
}

} // namespace pushlab::app
