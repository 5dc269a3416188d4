// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/joinaddress.h"

#include "server/hostoptions.h"
#include "server/protocol/paths.h"
#include "server/protocol/pin.h"

#include <QHostAddress>
#include <QUrlQuery>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

// QUrl takes "192.168.1" for 192.168.0.1 and "8000" for 0.0.31.64: surely not what was meant. So what was typed is
// looked at.
bool isHalfAnAddress(const QString &url)
{
    const qsizetype start = url.indexOf(u"://"_s) + 3;
    qsizetype end = start;
    while (end < url.size() && (url.at(end).isDigit() || url.at(end) == u'.'))
        ++end;
    const bool digitsOnly = end == url.size() || u":/?#"_s.contains(url.at(end));
    const QString host = url.mid(start, end - start);
    return digitsOnly && (host.count(u'.') != 3 || QHostAddress(host).isNull());
}

QString roomOf(const QUrl &url)
{
    const QList<QByteArray> parts = url.path(QUrl::FullyEncoded).toUtf8().split('/');
    if (parts.size() < 3 || parts.at(1) != "web")
        return {};
    return protocol::roomFromSegment(parts.at(2)).value_or(QString());
}

//! Behind the # browsers keep it to themselves; in the query somebody may have typed it.
QString pinOf(const QUrl &url)
{
    for (const QString &part : {url.fragment(), url.query()}) {
        const QString pin = protocol::plainPin(QUrlQuery(part).queryItemValue(u"pin"_s, QUrl::FullyDecoded));
        if (protocol::isPin(pin))
            return pin;
    }
    return {};
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
    const bool isTls = url.scheme() == u"https" || url.scheme() == u"wss";
    const bool isPlain = url.scheme() == u"http" || url.scheme() == u"ws";
    if (!url.isValid() || !(isTls || isPlain) || url.host().isEmpty() || isHalfAnAddress(text)
        || !url.userInfo().isEmpty())
        return std::nullopt;
    JoinAddress address;
    address.host.setScheme(isTls ? u"https"_s : u"http"_s);
    address.host.setHost(url.host());
    address.host.setPort(url.port(isTls ? 443 : hasScheme ? 80 : server::HostOptions().port));
    address.room = roomOf(url);
    address.pin = pinOf(url);
    if (address.host.port() == 0)
        return std::nullopt;
    return address;
}

} // namespace pushlab::app
