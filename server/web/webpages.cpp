// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/webpages.h"

#include "server/protocol/cookie.h"
#include "server/protocol/urlencoding.h"
#include "server/web/pagetemplate.h"
#include "server/web/webresource.h"
#include "server/web/webstrings.h"
#include "server/web/webtechniques.h"

#include <QJsonDocument>
#include <QString>

#include <algorithm>

namespace pushlab::web {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The page's file in resources/web/pages, and the prefix of the keys of its texts.
QByteArrayView pageName(WebPages::Page page)
{
    switch (page) {
    case WebPages::Page::Join:
        return "join";
    case WebPages::Page::Error:
        return "error";
    case WebPages::Page::Entrance:
        return "entrance";
    case WebPages::Page::Polling:
        return "polling";
    case WebPages::Page::LongPolling:
        return "longpolling";
    case WebPages::Page::AjaxCheck:
        return "ajaxcheck";
    case WebPages::Page::Echo:
        return "echo";
    case WebPages::Page::Handshake:
        return "handshake";
    case WebPages::Page::WebRooms:
        return "webrooms";
    case WebPages::Page::WebRoom:
        return "webroom";
    case WebPages::Page::Admin:
        return "admin";
    case WebPages::Page::Compare:
        return "compare";
    case WebPages::Page::Projector:
        return "projector";
    case WebPages::Page::Worksheet:
        return "worksheet";
    case WebPages::Page::About:
        return "about";
    }
    Q_UNREACHABLE();
}

QString stringsScriptName(Language language)
{
    return u"strings." + QString::fromLatin1(languageTag(language)) + u".js";
}

//! Whether a Host field can stand in a policy, whose grammar has no place for an IPv6 address (CSP 3, 2.3.1).
bool fitsPolicy(QByteArrayView hostField)
{
    return !hostField.isEmpty() && std::all_of(hostField.begin(), hostField.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':';
    }) && hostField.indexOf(':') == hostField.lastIndexOf(':');
}

} // namespace

WebPages::WebPages()
{
    addStaticFiles();
    for (const Language language : allLanguages) {
        for (const Page page : allPages)
            m_shells[std::size_t(language)][std::size_t(page)] = makeShell(page, language);
    }
}

void WebPages::addStaticFiles()
{
    for (const QString &folder : {u"scripts"_s, u"style"_s}) {
        for (const QString &name : webResourceNames(folder))
            m_static.add(name, webResource(folder + u'/' + name) + (name == "pushlab.css"_L1 ? techniqueStyle() : QByteArray()));
    }
    m_static.add(u"jquery.min.js"_s, webResource(u"jquery.min.js"_s), true);
    for (const Language language : allLanguages)
        m_static.add(stringsScriptName(language), WebStrings(language).script() + techniqueScript());
}

WebPages::Shell WebPages::makeShell(Page kind, Language language) const
{
    const WebStrings strings(language);
    const QByteArray name = pageName(kind).toByteArray();
    const QByteArray titleKey = name + ".title";
    QByteArray content;
    const auto resolve = [&](QByteArrayView placeholder) -> QByteArray {
        if (placeholder.startsWith("t:"))
            return strings.html(placeholder.sliced(2));
        if (placeholder.startsWith("static:")) {
            const QByteArray address = m_static.address(QString::fromUtf8(placeholder.sliced(7)));
            Q_ASSERT_X(!address.isEmpty(), "WebPages", placeholder.toByteArray().constData());
            return address;
        }
        if (placeholder == "lang")
            return languageTag(language).toByteArray();
        if (placeholder == "strings")
            return m_static.address(stringsScriptName(language));
        if (placeholder == "page")
            return name;
        if (placeholder == "title")
            return strings.html(titleKey);
        if (placeholder == "content")
            return content;
        Q_ASSERT_X(false, "WebPages", placeholder.toByteArray().constData());
        return {};
    };
    const QByteArray page = webResource(u"pages/" + QString::fromUtf8(name) + u".html");
    content = fillTemplate(repeatBlocks(page, "technique", techniqueNameList()), resolve);
    const QByteArray layout = webResource(u"layout.html"_s);
    constexpr QByteArrayView dataMark = "{{data}}";
    const qsizetype split = layout.indexOf(dataMark);
    Q_ASSERT(split >= 0);
    return {fillTemplate(QByteArrayView(layout).first(split), resolve),
            fillTemplate(QByteArrayView(layout).sliced(split + dataMark.size()), resolve)};
}

QByteArray WebPages::render(Page page, Language language, const QJsonObject &data) const
{
    const Shell &shell = m_shells[std::size_t(language)][std::size_t(page)];
    // In a script element only "<" can begin an end tag or a comment; as \u003c it is the same JSON.
    QByteArray json = QJsonDocument(data).toJson(QJsonDocument::Compact);
    json.replace('<', "\\u003c");
    return shell.head + json + shell.tail;
}

Language WebPages::languageFor(QByteArrayView acceptLanguage, QByteArrayView cookieField, QByteArrayView query)
{
    const protocol::FormView::Field field = protocol::FormView(query).field("lang");
    if (const auto asked = languageFromTag(field.value.toLatin1()))
        return *asked;
    if (const auto chosen = languageFromTag(protocol::cookieValue(cookieField, "lang")))
        return *chosen;
    return acceptedLanguage(acceptLanguage).value_or(Language::English);
}

std::optional<WebPages::StaticFile> WebPages::staticFile(QByteArrayView path) const
{
    return m_static.file(path);
}

QByteArrayView WebPages::contentSecurityPolicy()
{
    return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; "
           "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}

QByteArray WebPages::contentSecurityPolicy(QByteArrayView hostField)
{
    QByteArray policy = contentSecurityPolicy().toByteArray();
    if (fitsPolicy(hostField)) {
        const QByteArray sockets = "ws://" + hostField.toByteArray() + " wss://" + hostField.toByteArray();
        policy.replace("ws: wss:", sockets);
    }
    return policy;
}

} // namespace pushlab::web
