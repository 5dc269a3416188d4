// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/webstrings.h"

#include "server/web/webresource.h"

#include <QJsonDocument>
#include <QJsonValue>
#include <QString>

namespace pushlab::web {

using namespace Qt::Literals::StringLiterals;

WebStrings::WebStrings(Language language)
{
    const QByteArray json = webResource(u"strings/" + QString::fromLatin1(languageTag(language)) + u".json");
    const QJsonObject strings = QJsonDocument::fromJson(json).object();
    m_pages = strings[u"pages"].toObject();
    m_scripts = strings[u"scripts"].toObject();
    Q_ASSERT(!m_pages.isEmpty() && !m_scripts.isEmpty());
}

QByteArray WebStrings::html(QByteArrayView key) const
{
    const QString name = QString::fromUtf8(key);
    QString text = m_pages[name].toString(name).toHtmlEscaped();
    for (bool open = true; text.contains(u'`'); open = !open)
        text.replace(text.indexOf(u'`'), 1, open ? u"<code>"_s : u"</code>"_s);
    return text.toUtf8();
}

QByteArray WebStrings::script() const
{
    return "window.PushLab = {strings: " + QJsonDocument(m_scripts).toJson(QJsonDocument::Compact) + "};\n";
}

} // namespace pushlab::web
