// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/push/userpages.h"

#include "server/protocol/urlencoding.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace pushlab::push {

using namespace Qt::Literals::StringLiterals;

UserPages::UserPages(const QString &directory)
    : m_root(directory.isEmpty() ? QString() : QFileInfo(directory).canonicalFilePath())
{
}

std::optional<http::Response> UserPages::find(QByteArrayView path) const
{
    if (m_root.isEmpty())
        return std::nullopt;
    const std::optional<QString> decoded = protocol::decodePercent(path);
    if (!decoded || decoded->contains(u'\0') || decoded->contains("/."_L1))
        return std::nullopt;
    QString file = m_root + *decoded;
    while (file.endsWith(u'/'))
        file.chop(1);
    for (const QString &candidate : {file, QString(file + "/index.html"_L1)}) {
        if (auto response = read(candidate))
            return response;
    }
    return std::nullopt;
}

std::optional<http::Response> UserPages::read(const QString &name) const
{
    const QFileInfo info(name);
    if (!info.isFile() || info.size() > maxFileBytes || !info.canonicalFilePath().startsWith(m_root + u'/'))
        return std::nullopt;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    http::Response response;
    response.body = file.read(maxFileBytes);
    response.contentType = QMimeDatabase().mimeTypeForFile(info, QMimeDatabase::MatchExtension).name().toLatin1();
    if (response.contentType.startsWith("text/") || response.contentType == "application/javascript")
        response.contentType += "; charset=utf-8";
    return response;
}

} // namespace pushlab::push
