// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/webresource.h"

#include <QDir>
#include <QFile>

// Outside of every namespace, as the macro requires; without it the linker drops the resources of a static library.
static void initWebResources()
{
    Q_INIT_RESOURCE(web);
}

namespace pushlab::web {

namespace {

QString resourcePath(const QString &path)
{
    initWebResources();
    return u":/pushlab/web/" + path;
}

} // namespace

QByteArray webResource(const QString &path)
{
    QFile file(resourcePath(path));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "webResource", qPrintable(path));
    return opened ? file.readAll() : QByteArray();
}

QStringList webResourceNames(const QString &folder)
{
    return QDir(resourcePath(folder)).entryList(QDir::Files, QDir::Name);
}

} // namespace pushlab::web
