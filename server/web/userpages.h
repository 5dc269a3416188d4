// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/response.h"

#include <QByteArrayView>
#include <QFileInfo>
#include <QString>

#include <optional>

namespace pushlab::web {

//! A user's own pages, read from a folder at every request, so that they can be edited while the host runs. A plain
//! class; server's thread.
class UserPages final
{
public:
    //! An empty \a directory means that there are no user pages.
    explicit UserPages(const QString &directory);

    //! The file for a request's path: PATH itself, or index.html in the folder PATH. Never one outside the
    //! folder, hidden, or over maxFileBytes.
    [[nodiscard]] std::optional<http::Response> find(QByteArrayView path) const;
    //! Whether find() would return a file.
    [[nodiscard]] bool contains(QByteArrayView path) const { return locate(path).has_value(); }

    static constexpr qint64 maxFileBytes = 16 * 1024 * 1024;

private:
    [[nodiscard]] std::optional<QFileInfo> locate(QByteArrayView path) const;
    [[nodiscard]] bool mayShow(const QFileInfo &file) const;

    QString m_root; //!< canonical; empty: none
};

} // namespace pushlab::web
