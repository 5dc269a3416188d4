// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/apiurl.h"

#include "server/protocol/paths.h"

namespace pushlab::transport {

namespace {

// Everything is percent-encoded here, so that a '+' or '&' in a name is preserved.
QUrl onHost(const QUrl &host, const QByteArray &target)
{
    QByteArray url = host.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    url += target;
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

constexpr QByteArrayView withControl = "&v=2"; // also request control entries

QByteArray identity(const Endpoint &endpoint, const Cursor &cursor)
{
    QByteArray query = "?after=" + QByteArray::number(cursor.after) + "&member=" + endpoint.member.toUtf8().toPercentEncoding()
        + "&name=" + endpoint.name.toUtf8().toPercentEncoding();
    if (!cursor.epoch.isEmpty())
        query += "&epoch=" + cursor.epoch.toUtf8().toPercentEncoding();
    return query;
}

} // namespace

QUrl timeUrl(const QUrl &host)
{
    return onHost(host, protocol::timePath.toByteArray());
}

QUrl joinUrl(const QUrl &host)
{
    return onHost(host, protocol::joinPath.toByteArray());
}

QUrl roomUrl(const Endpoint &endpoint)
{
    return onHost(endpoint.host, protocol::roomPath(endpoint.room) + "?member=" + endpoint.member.toUtf8().toPercentEncoding());
}

QUrl sendUrl(const Endpoint &endpoint)
{
    return onHost(endpoint.host, protocol::messagesPath(endpoint.room));
}

QUrl reportsUrl(const Endpoint &endpoint)
{
    return onHost(endpoint.host, protocol::reportsPath(endpoint.room));
}

QUrl messagesUrl(const Endpoint &endpoint, const Cursor &cursor, std::chrono::milliseconds wait)
{
    const QByteArray seconds = QByteArray::number(double(wait.count()) / 1000, 'g', 6);
    return onHost(endpoint.host,
                  protocol::messagesPath(endpoint.room) + identity(endpoint, cursor) + "&wait=" + seconds + withControl);
}

QUrl eventsUrl(const Endpoint &endpoint, const Cursor &cursor)
{
    return onHost(endpoint.host, protocol::eventsPath(endpoint.room) + identity(endpoint, cursor) + withControl);
}

QUrl socketUrl(const Endpoint &endpoint, const Cursor &cursor)
{
    QUrl url = onHost(endpoint.host, protocol::roomSocketPath(endpoint.room) + identity(endpoint, cursor) + withControl);
    url.setScheme(endpoint.host.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    return url;
}

} // namespace pushlab::transport
