// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/apiurl.h"

#include "server/protocol/paths.h"

#include <utility>

namespace pushlab::transport {

namespace {

// Everything is percent-encoded here, so that a '+' or '&' in a name is preserved.
QUrl onHost(const QUrl &host, const QByteArray &target)
{
    QByteArray url = host.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    url += target;
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

QUrl toWebSocket(QUrl url)
{
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    return url;
}

QByteArray inSeconds(std::chrono::milliseconds time)
{
    return QByteArray::number(double(time.count()) / 1000, 'g', 6);
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

QUrl probeUrl(const QUrl &host, std::chrono::milliseconds wait)
{
    return onHost(host, protocol::probePath.toByteArray() + "?wait=" + inSeconds(wait));
}

QUrl probeEventsUrl(const QUrl &host)
{
    return onHost(host, protocol::probeEventsPath.toByteArray());
}

QUrl echoUrl(const QUrl &host)
{
    return toWebSocket(onHost(host, protocol::echoSocketPath.toByteArray() + '/'));
}

QUrl joinUrl(const QUrl &host)
{
    return onHost(host, protocol::joinPath.toByteArray());
}

QUrl roomUrl(const Endpoint &endpoint)
{
    QByteArray target = protocol::roomPath(endpoint.room) + "?member=" + endpoint.member.toUtf8().toPercentEncoding();
    if (!endpoint.name.isEmpty())
        target += "&name=" + endpoint.name.toUtf8().toPercentEncoding();
    return onHost(endpoint.host, target);
}

QUrl sendUrl(const Endpoint &endpoint)
{
    return onHost(endpoint.host, protocol::messagesPath(endpoint.room));
}

QUrl reportsUrl(const Endpoint &endpoint)
{
    return onHost(endpoint.host, protocol::reportsPath(endpoint.room));
}

QUrl guessUrl(const Endpoint &endpoint)
{
    return onHost(endpoint.host, protocol::guessPath(endpoint.room));
}

QUrl messagesUrl(const Endpoint &endpoint, const Cursor &cursor, std::chrono::milliseconds wait)
{
    return onHost(endpoint.host,
                  protocol::messagesPath(endpoint.room) + identity(endpoint, cursor) + "&wait=" + inSeconds(wait) + withControl);
}

QUrl eventsUrl(const Endpoint &endpoint, const Cursor &cursor)
{
    return onHost(endpoint.host, protocol::eventsPath(endpoint.room) + identity(endpoint, cursor) + withControl);
}

QUrl socketUrl(const Endpoint &endpoint, const Cursor &cursor)
{
    QUrl url = onHost(endpoint.host, protocol::roomSocketPath(endpoint.room) + identity(endpoint, cursor) + withControl);
    return toWebSocket(std::move(url));
}

} // namespace pushlab::transport
