// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/staticfiles.h"

#include "server/protocol/paths.h"

#include <QCryptographicHash>

namespace pushlab::web {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype hashDigits = 10; // 40 bits: enough to tell versions of one file apart

QByteArray contentType(const QString &name)
{
    if (name.endsWith(u".js"_s))
        return "text/javascript; charset=utf-8";
    if (name.endsWith(u".css"_s))
        return "text/css; charset=utf-8";
    if (name.endsWith(u".svg"_s))
        return "image/svg+xml";
    return "application/octet-stream";
}

} // namespace

void StaticFiles::add(const QString &name, const QByteArray &body, bool stable)
{
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().first(hashDigits);
    const qsizetype dot = name.lastIndexOf(u'.');
    const QByteArray address = protocol::staticPrefix + name.first(dot).toUtf8() + '.' + hash + name.sliced(dot).toUtf8();
    m_addresses.insert(name, address);
    m_files.insert(address, StaticFile{body, contentType(name), true});
    if (stable)
        m_files.insert(protocol::staticPrefix + name.toUtf8(), StaticFile{body, contentType(name), false});
}

QByteArray StaticFiles::address(const QString &name) const
{
    return m_addresses.value(name);
}

std::optional<StaticFile> StaticFiles::file(QByteArrayView path) const
{
    if (path.endsWith('/'))
        path.chop(1);
    const auto found = m_files.constFind(path.toByteArray());
    if (found == m_files.constEnd())
        return std::nullopt;
    return *found;
}

} // namespace pushlab::web
