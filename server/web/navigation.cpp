// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/navigation.h"

#include "server/http/request.h"

#include <QByteArray>

#include <algorithm>

namespace pushlab::web {

namespace {

//! The weight of a media range by its q parameter, 0 to 1; 0 when the parameter is no number.
double mediaWeight(QByteArrayView range)
{
    for (qsizetype end = range.indexOf(';'); end >= 0; end = range.indexOf(';')) {
        range = range.sliced(end + 1).trimmed();
        const qsizetype next = range.indexOf(';');
        const QByteArrayView parameter = next < 0 ? range : range.first(next);
        if (parameter.startsWith("q=") || parameter.startsWith("Q="))
            return parameter.sliced(2).trimmed().toByteArray().toDouble();
    }
    return 1;
}

} // namespace

bool prefersHtml(QByteArrayView accept)
{
    double html = 0;
    double json = 0;
    for (QByteArrayView rest = accept; !rest.isEmpty();) {
        const qsizetype comma = rest.indexOf(',');
        const QByteArrayView range = (comma < 0 ? rest : rest.first(comma)).trimmed();
        rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
        const qsizetype end = range.indexOf(';');
        const QByteArrayView type = (end < 0 ? range : range.first(end)).trimmed();
        if (type.compare("text/html", Qt::CaseInsensitive) == 0)
            html = std::max(html, mediaWeight(range));
        else if (type.compare("application/json", Qt::CaseInsensitive) == 0)
            json = std::max(json, mediaWeight(range));
    }
    return html > 0 && html >= json;
}

bool isShownToPeople(const http::Request &request)
{
    if (!request.field("Upgrade").isNull() || !request.field("X-Requested-With").isNull())
        return false;
    const QByteArrayView mode = request.field("Sec-Fetch-Mode");
    return mode.isNull() ? prefersHtml(request.field("Accept")) : mode == "navigate";
}

bool asksForPage(const http::Request &request)
{
    return (request.method() == "GET" || request.isHead()) && isShownToPeople(request);
}

} // namespace pushlab::web
