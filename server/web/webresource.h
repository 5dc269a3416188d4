// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace pushlab::web {

//! The bytes of one file of resources/web, by its path in there, such as "scripts/common.js". All are compiled in, so a
//! missing one is a fault of the build.
[[nodiscard]] QByteArray webResource(const QString &path);

//! The names of the files in one folder of resources/web, sorted.
[[nodiscard]] QStringList webResourceNames(const QString &folder);

} // namespace pushlab::web
