// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/web/language.h"
#include "server/web/staticfiles.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <array>
#include <optional>

namespace pushlab::web {

//! The host's built-in pages and what they load. Everything but a page's data is put together once, at construction;
//! immutable from then on, so any thread may use it.
class WebPages final
{
public:
    //! What a page expects in its data stands beside it; `?room=` of its own address is read by the page itself.
    enum class Page : quint8 {
        Join, //!< {"pin": true} when the page has to ask for a PIN
        Error, //!< shown in place of an error response: {"status", "code", "reason"}
        Entrance, //!< shown in place of a page that needs admission: {"needs": "pin" | "key"}
        Polling, //!< {"interval": seconds}
        LongPolling, //!< {"user": U, "send": "/send/message/" | "/send_msg/", "get": "/get/message/" | "/get_msg/"}
        AjaxCheck,
        Echo,
        Handshake,
        WebRooms,
        WebRoom, //!< {"room": R, "hold": seconds, "pollInterval": seconds, "technique": name on the wire or null}
        Admin,
        Compare,
        Projector,
        Worksheet, //!< without a sheet {"lessons": [{"id", "title"}]}; the sheet takes the place of `<!--worksheet-->`
        About,
    };
    static constexpr std::array allPages{Page::Join,      Page::Error,   Page::Entrance,  Page::Polling,   Page::LongPolling,
                                         Page::AjaxCheck, Page::Echo,    Page::Handshake, Page::WebRooms,  Page::WebRoom,
                                         Page::Admin,     Page::Compare, Page::Projector, Page::Worksheet, Page::About};

    using StaticFile = web::StaticFile;

    WebPages();

    //! The whole page as HTML in UTF-8. \a data is handed to its scripts; no text in it can end up as markup.
    [[nodiscard]] QByteArray render(Page page, Language language, const QJsonObject &data) const;

    //! The language for a request: `lang=` in the query, else the cookie `lang`, else Accept-Language, else English.
    [[nodiscard]] static Language languageFor(QByteArrayView acceptLanguage, QByteArrayView cookieField, QByteArrayView query);

    //! The file at a path that begins with "/static/"; nothing when there is none.
    [[nodiscard]] std::optional<StaticFile> staticFile(QByteArrayView path) const;

    //! The Content-Security-Policy of all these pages.
    [[nodiscard]] static QByteArrayView contentSecurityPolicy();

    //! The same, with WebSockets confined to the host that \a hostField (the request's Host) names. Browsers differ in
    //! whether 'self' covers them.
    [[nodiscard]] static QByteArray contentSecurityPolicy(QByteArrayView hostField);

private:
    struct Shell //!< a page without its data
    {
        QByteArray head;
        QByteArray tail;
    };

    void addStaticFiles();
    [[nodiscard]] Shell makeShell(Page page, Language language) const;

    StaticFiles m_static;
    std::array<std::array<Shell, allPages.size()>, allLanguages.size()> m_shells;
};

} // namespace pushlab::web
