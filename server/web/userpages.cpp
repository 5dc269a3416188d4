// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/userpages.h"

#include "server/protocol/urlencoding.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>

namespace pushlab::web {

using namespace Qt::Literals::StringLiterals;

UserPages::UserPages(const QString &directory)
    : m_root(directory.isEmpty() ? QString() : QFileInfo(directory).canonicalFilePath())
{
}

std::optional<QFileInfo> UserPages::locate(QByteArrayView path) const
{
    if (m_root.isEmpty())
        return std::nullopt;
    const std::optional<QString> decoded = protocol::decodePercent(path);
    if (!decoded || decoded->contains(u'\0') || decoded->contains("/."_L1))
        return std::nullopt;
    QString name = m_root + *decoded;
    while (name.endsWith(u'/'))
        name.chop(1);
    for (const QString &candidate : {name, QString(name + "/index.html"_L1)}) {
        if (const QFileInfo file(candidate); mayShow(file))
            return file;
    }
    return std::nullopt;
}

bool UserPages::mayShow(const QFileInfo &file) const
{
    return file.isFile() && file.isReadable() && file.size() <= maxFileBytes && file.canonicalFilePath().startsWith(m_root + u'/');
}

std::optional<http::Response> UserPages::find(QByteArrayView path) const
{
    const std::optional<QFileInfo> info = locate(path);
    if (!info)
        return std::nullopt;
    QFile file(info->filePath());
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    http::Response response;
    response.body = file.read(maxFileBytes);
    response.contentType = QMimeDatabase().mimeTypeForFile(*info, QMimeDatabase::MatchExtension).name().toLatin1();
    if (response.contentType.startsWith("text/") || response.contentType == "application/javascript")
        response.contentType += "; charset=utf-8";
    return response;
}

} // namespace pushlab::web
