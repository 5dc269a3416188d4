// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/joinaddress.h"

#include "app/commandlinetext.h"
#include "server/host.h"
#include "server/protocol/paths.h"
#include "server/protocol/pin.h"
#include "server/protocol/urlencoding.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrlQuery>

namespace pushlab::app {

using namespace Qt::Literals::StringLiterals;

namespace {

// QUrl reads "192.168.1" as 192.168.0.1 and "8000" as 0.0.31.64, which is not what was meant. So the typed text is checked.
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

//! Whether the text has an incomplete scheme: "http:/host", "http//host", "http:host". QUrl would take the rest for a path, and
//! the scheme for the host.
bool hasBrokenScheme(const QString &text)
{
    static const QRegularExpression broken(u"^(https?|wss?)(:(?!//[^/])|//|\\\\|$)"_s, QRegularExpression::CaseInsensitiveOption);
    return broken.match(text).hasMatch();
}

//! The typed port, behind the last colon of the authority; empty when there is none.
QString typedPort(const QString &text)
{
    static const QRegularExpression port(u"^(?:[^/?#]*://)?[^/?#]*:([^/?#:\\]]*)(?:[/?#]|$)"_s);
    return port.match(text).captured(1);
}

QString roomOf(const QUrl &url)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    constexpr QByteArrayView rooms = protocol::beforeRoom(protocol::roomPageRoute);
    if (path.startsWith(rooms))
        return protocol::roomFromSegment(path.sliced(rooms.size()).split('/').constFirst()).value_or(QString());
    const QByteArray query = url.query(QUrl::FullyEncoded).toUtf8();
    const QString room = protocol::FormView(query).field("room").value;
    return protocol::isRoomName(room) ? room : QString();
}

//! The PIN: class URLs have it in the fragment, which browsers do not send; a user may have typed it in the query.
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
    if (text.isEmpty() || text.contains(u' ') || hasBrokenScheme(text))
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
    if (!url.isValid() || !(isTls || isPlain) || url.host().isEmpty() || isHalfAnAddress(text) || !url.userInfo().isEmpty())
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

QString joinAddressFault(const QString &typed)
{
    const QString text = typed.trimmed();
    const auto sentence = [&text](const QString &what) {
        return CommandLineText::tr("\"%1\" is no address of a host: %2; it should look like http://192.168.1.20:8000/.").arg(text, what);
    };
    if (text.isEmpty())
        return CommandLineText::tr("The host's address is empty; it should look like http://192.168.1.20:8000/.");
    if (text.contains(u' '))
        return sentence(CommandLineText::tr("there is a blank in it"));
    const QString scheme = text.contains(u"://"_s) ? text.section(u"://"_s, 0, 0).toLower() : QString();
    const bool isKnownScheme = QStringList{u"http"_s, u"https"_s, u"ws"_s, u"wss"_s}.contains(scheme);
    if (!scheme.isEmpty() && !isKnownScheme)
        return sentence(CommandLineText::tr("\"%1\" is not http, https, ws or wss").arg(scheme));
    if (hasBrokenScheme(text) || text.startsWith(u"://"_s))
        return sentence(CommandLineText::tr("http or https is followed by :// and a name or an address"));
    if (const QString port = typedPort(text); !port.isEmpty()) {
        bool isNumber = false;
        const int number = port.toInt(&isNumber);
        if (!isNumber || number < 1 || number > 65535)
            return sentence(CommandLineText::tr("\"%1\" is no port from 1 to 65535").arg(port));
    }
    if (text.section(u"://"_s, -1).section(u'/', 0, 0).contains(u'@'))
        return sentence(CommandLineText::tr("it has a user's name in it"));
    return sentence(CommandLineText::tr("the name or the number is not whole"));
}

} // namespace pushlab::app
