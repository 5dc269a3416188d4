// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <optional>

namespace pushlab::web {

//! What a host serves under /static/.
struct StaticFile
{
    QByteArray body;
    QByteArray contentType;
    bool immutable = false; //!< its address carries a hash of its bytes, so it may be cached for ever
};

//! Scripts, styles and icons, each under an address that changes with its bytes. Filled once, then any thread.
class StaticFiles final
{
public:
    //! Adds a file such as "common.js". With \a stable it is also served under /static/NAME itself.
    void add(const QString &name, const QByteArray &body, bool stable = false);

    //! The hashed address of \a name, such as "/static/common.3f2a91c07d.js"; empty when there is no such file.
    [[nodiscard]] QByteArray address(const QString &name) const;

    //! The file at \a path, with or without a slash at its end.
    [[nodiscard]] std::optional<StaticFile> file(QByteArrayView path) const;

private:
    QHash<QString, QByteArray> m_addresses;
    QHash<QByteArray, StaticFile> m_files;
};

} // namespace pushlab::web
