// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/web/language.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>
#include <optional>

namespace pushlab::web {

//! Error pages that load nothing, for errors whose cause would block scripts and styles, too: a host that is requested under a
//! foreign name, a browser with too many cookies. There is one for each file of resources/web/plain, which is named by the
//! error's code. Built at construction, then immutable: any thread may use it.
class PlainPages final
{
public:
    PlainPages();

    //! The page for the error of that \a code, as HTML in UTF-8; nullopt when an ordinary page will do. \a reason: the error's
    //! text, in English.
    [[nodiscard]] std::optional<QByteArray> render(const QByteArray &code, Language language, int status, const QString &reason) const;

    //! Allows the pages' own styles by their hash (CSP 3, 2.3.1), and nothing else.
    [[nodiscard]] const QByteArray &contentSecurityPolicy() const { return m_policy; }

private:
    std::array<QHash<QByteArray, QByteArray>, allLanguages.size()> m_pages; //!< by code, but for status and reason
    QByteArray m_policy;
};

} // namespace pushlab::web
