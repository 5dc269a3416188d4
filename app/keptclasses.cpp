// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keptclasses.h"

#include "app/classfile.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Takes the sizes and times of its files.
KeptClass measuredClass(const QFileInfo &database, const QString &name)
{
    KeptClass kept{database.absoluteFilePath(), name, database.lastModified(), database.size()};
    for (const QString &beside : filesBeside(kept.file)) {
        const QFileInfo file(beside);
        if (file.isSymLink() || !file.isFile())
            continue;
        kept.bytes += file.size();
        kept.lastUsed = std::max(kept.lastUsed, file.lastModified());
    }
    return kept;
}

} // namespace

QList<KeptClass> classesUnusedSince(const QDateTime &time)
{
    QList<KeptClass> found;
    const QDir folder(classFolder());
    const auto files = folder.entryInfoList({u"*.sqlite"_s}, QDir::Files | QDir::NoSymLinks | QDir::Hidden);
    for (const QFileInfo &file : files) {
        const QString name = roomOfClassFile(file.absoluteFilePath());
        if (name.isEmpty())
            continue;
        const KeptClass kept = measuredClass(file, name);
        // In this order: one that is in use now was used lately, and must not be looked into.
        if (kept.lastUsed < time && server::isOwnDatabase(kept.file))
            found += kept;
    }
    std::sort(found.begin(), found.end(), [](const KeptClass &a, const KeptClass &b) { return a.lastUsed < b.lastUsed; });
    return found;
}

QList<KeptClass> classesUnusedFor(std::chrono::milliseconds time)
{
    return classesUnusedSince(QDateTime::currentDateTime().addMSecs(-time.count()));
}

std::optional<server::Fault> deleteClass(const KeptClass &kept)
{
    return server::removeDatabase(kept.file, filesBeside(kept.file));
}

QString classSizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace pushlab::app
