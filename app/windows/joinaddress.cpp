// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/joinaddress.h"

#include "server/hostoptions.h"
#include "server/protocol/paths.h"

#include <QHostAddress>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

bool looksLikeHost(const QString &host)
{
    if (host.isEmpty())
        return false;
    bool digitsOnly = true;
    for (const QChar character : host)
        digitsOnly = digitsOnly && (character.isDigit() || character == u'.');
    // "192.168.1" would be taken for 192.168.0.1: surely not what was meant.
    return !digitsOnly || (host.count(u'.') == 3 && !QHostAddress(host).isNull());
}

QString roomOf(const QUrl &url)
{
    const QList<QByteArray> parts = url.path(QUrl::FullyEncoded).toUtf8().split('/');
    if (parts.size() < 3 || parts.at(1) != "web")
        return {};
    return protocol::roomFromSegment(parts.at(2)).value_or(QString());
}

} // namespace

std::optional<JoinAddress> parseJoinAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty() || text.contains(u' '))
        return std::nullopt;
    const bool hasScheme = text.contains(u"://"_s);
    if (!hasScheme) {
        if (QHostAddress(text).protocol() == QAbstractSocket::IPv6Protocol)
            text = u'[' + text + u']';
        text.prepend(u"http://"_s);
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"http" || !looksLikeHost(url.host()) || !url.userInfo().isEmpty())
        return std::nullopt;
    JoinAddress address;
    address.host.setScheme(u"http"_s);
    address.host.setHost(url.host());
    address.host.setPort(url.port(hasScheme ? 80 : server::HostOptions().port));
    address.room = roomOf(url);
    if (address.host.port() == 0)
        return std::nullopt;
    return address;
}

} // namespace pushlab::app
