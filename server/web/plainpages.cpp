// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/plainpages.h"

#include "server/web/pagetemplate.h"
#include "server/web/webresource.h"
#include "server/web/webstrings.h"

#include <QCryptographicHash>

namespace pushlab::web {

using namespace Qt::Literals::StringLiterals;

namespace {

//! What stands between the tags of the first style element.
QByteArray styleOf(const QByteArray &html)
{
    constexpr QByteArrayView opening = "<style>";
    const qsizetype begin = html.indexOf(opening) + opening.size();
    return html.sliced(begin, html.indexOf("</style>", begin) - begin);
}

} // namespace

PlainPages::PlainPages()
{
    const QByteArray layout = webResource(u"plain.html"_s);
    m_policy = "default-src 'none'; style-src 'sha256-"
        + QCryptographicHash::hash(styleOf(layout), QCryptographicHash::Sha256).toBase64()
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    for (const Language language : allLanguages) {
        const WebStrings strings(language);
        QByteArray content;
        const auto resolve = [&](QByteArrayView placeholder) -> QByteArray {
            if (placeholder.startsWith("t:"))
                return strings.html(placeholder.sliced(2));
            if (placeholder == "lang")
                return languageTag(language).toByteArray();
            if (placeholder == "content")
                return content;
            return "{{" + placeholder.toByteArray() + "}}"; // for render()
        };
        for (const QString &name : webResourceNames(u"plain"_s)) {
            content = fillTemplate(webResource(u"plain/" + name), resolve);
            m_pages[std::size_t(language)].insert(name.chopped(5).toUtf8(), fillTemplate(layout, resolve)); // without .html
        }
    }
}

std::optional<QByteArray> PlainPages::render(const QByteArray &code, Language language, int status, const QString &reason) const
{
    const auto page = m_pages[std::size_t(language)].constFind(code);
    if (page == m_pages[std::size_t(language)].cend())
        return std::nullopt;
    return fillTemplate(*page, [&](QByteArrayView placeholder) {
        return placeholder == "status" ? QByteArray::number(status) : reason.toHtmlEscaped().toUtf8();
    });
}

} // namespace pushlab::web
