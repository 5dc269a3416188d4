// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/web/language.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

namespace pushlab::web {

//! The texts of the built-in pages in one language. Immutable, any thread.
class WebStrings final
{
public:
    explicit WebStrings(Language language);

    //! The text of \a key as HTML: escaped, and what stands between `backticks` as code. A key that is missing shows itself.
    [[nodiscard]] QByteArray html(QByteArrayView key) const;

    //! A script that hands the texts of the scripts to them.
    [[nodiscard]] QByteArray script() const;

private:
    QJsonObject m_pages;
    QJsonObject m_scripts;
};

} // namespace pushlab::web
