// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/router.h"
#include "server/push/context.h"
#include "server/web/plainpages.h"
#include "server/web/userpages.h"
#include "server/web/webpages.h"
#include "server/web/worksheetpage.h"

#include <optional>

namespace pushlab::push {
class LongPolling;
}

namespace pushlab::web {

//! Serves the built-in pages, their scripts and styles, and the user's own pages, which take precedence. Server's thread.
class PageRoutes final
{
public:
    //! Without \a worksheets there are none.
    PageRoutes(const push::Context &context, push::LongPolling &longPolling, const QString &userPages, WorksheetSource worksheets)
        : m_context(context), m_longPolling(longPolling), m_userPages(userPages), m_worksheets(std::move(worksheets))
    {
    }
    Q_DISABLE_COPY_MOVE(PageRoutes)

    void addRoutes(http::Router &router);

    //! A built-in page with the header fields that all of them have.
    [[nodiscard]] http::Response render(const http::Call &call, WebPages::Page page, const QJsonObject &data) const;

private:
    [[nodiscard]] http::Response rendered(const http::Request &request, WebPages::Page page, const QJsonObject &data) const;
    [[nodiscard]] std::optional<http::Response> errorPage(const http::Request &request, const http::Response &error) const;
    void addPage(http::Router &router, QByteArrayView path, WebPages::Page page, http::Access access);
    void joinPage(const http::Call &call, http::Responder responder);
    void home(const http::Call &call, http::Responder responder);
    void queuePage(const http::Call &call, QByteArrayView field, http::Responder responder);
    void roomPage(const http::Call &call, http::Responder responder);
    void worksheetPage(const http::Call &call, http::Responder responder);
    void answerAjax(const http::Call &call, http::Responder responder);
    void fallBack(const http::Call &call, http::Responder responder);
    void send(const http::Call &call, WebPages::Page page, const QJsonObject &data, http::Responder responder);

    push::Context m_context;
    push::LongPolling &m_longPolling;
    UserPages m_userPages;
    WorksheetSource m_worksheets;
    WebPages m_pages;
    PlainPages m_plainPages;
};

} // namespace pushlab::web
