// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/harfile.h"

#include "server/protocol/frame.h"
#include "server/protocol/json.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QStringDecoder>
#include <QTimeZone>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace pushlab::wire {

using namespace Qt::Literals::StringLiterals;

namespace {

//! A message split at the end of its head.
struct HarMessage
{
    QString firstLine;
    QJsonArray headers;
    QString contentType;
    QString host;
    bool isChunked = false;
    qsizetype headBytes = 0;
    QByteArray body; // as it was sent
};

HarMessage harMessage(const QByteArray &bytes)
{
    constexpr QByteArrayView endOfHead = "\r\n\r\n";
    HarMessage message;
    const qsizetype end = bytes.indexOf(endOfHead);
    message.headBytes = end < 0 ? bytes.size() : end + endOfHead.size();
    message.body = bytes.mid(message.headBytes);
    const QList<QByteArray> lines = bytes.left(end < 0 ? bytes.size() : end).split('\n');
    message.firstLine = QString::fromLatin1(lines.first().trimmed());
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        const QString name = QString::fromLatin1(line.left(colon)).trimmed();
        const QString value = QString::fromLatin1(line.mid(colon + 1)).trimmed();
        message.headers.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
        if (name.compare(u"content-type", Qt::CaseInsensitive) == 0)
            message.contentType = value;
        else if (name.compare(u"host", Qt::CaseInsensitive) == 0)
            message.host = value;
        else if (name.compare(u"transfer-encoding", Qt::CaseInsensitive) == 0)
            message.isChunked = value.contains(u"chunked", Qt::CaseInsensitive);
    }
    return message;
}

//! The data of the chunks (RFC 9112 7.1) that \a body has, as far as it goes.
QByteArray withoutChunks(const QByteArray &body)
{
    QByteArray data;
    qsizetype at = 0;
    for (qsizetype end = body.indexOf("\r\n"); end >= 0; end = body.indexOf("\r\n", at)) {
        bool isNumber = false;
        const qlonglong size = body.sliced(at, end - at).split(';').first().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size <= 0)
            break;
        const qsizetype kept = std::min<qlonglong>(size, body.size() - end - 2);
        data.append(QByteArrayView(body).sliced(end + 2, kept));
        at = std::min(end + 2 + kept + 2, body.size());
    }
    return data;
}

//! Puts \a bytes into \a json as text, or what is none in Base64.
void insertHarText(QJsonObject &json, const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    if (!utf8.hasError()) {
        json.insert(u"text"_s, protocol::fromUtf8(bytes));
        return;
    }
    json.insert(u"text"_s, QString::fromLatin1(bytes.toBase64()));
    json.insert(u"encoding"_s, u"base64"_s);
}

QString harUrl(const QString &scheme, const QString &host, const QString &target)
{
    const bool isWhole = target.contains(u"://"_s); // RFC 9112 3.2.2
    return isWhole ? target : scheme + u"://"_s + host + (target.startsWith(u'/') ? target : u'/' + target);
}

QJsonObject requestJson(const HarEntry &entry, const QString &scheme)
{
    const HarMessage message = harMessage(entry.exchange.request);
    const QStringList words = message.firstLine.split(u' ');
    const QUrl url(harUrl(scheme, message.host, words.value(1)));
    QJsonArray query;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        query.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    QJsonObject json{{u"method"_s, words.value(0)},
                     {u"url"_s, url.toString(QUrl::FullyEncoded)},
                     {u"httpVersion"_s, words.value(2)},
                     {u"cookies"_s, QJsonArray()},
                     {u"headers"_s, message.headers},
                     {u"queryString"_s, query},
                     {u"headersSize"_s, qint64(message.headBytes)},
                     {u"bodySize"_s, qint64(message.body.size()) + entry.requestBytesCut}};
    if (!message.body.isEmpty()) {
        QJsonObject data{{u"mimeType"_s, message.contentType}, {u"params"_s, QJsonArray()}};
        insertHarText(data, message.isChunked ? withoutChunks(message.body) : message.body);
        json.insert(u"postData"_s, data);
    }
    return json;
}

QJsonObject answerJson(const HarEntry &entry)
{
    const QByteArray &answer = entry.exchange.answer;
    const HarMessage message = harMessage(answer);
    const QByteArray body = message.isChunked ? withoutChunks(message.body) : message.body;
    const QStringList words = message.firstLine.split(u' ');
    QJsonObject content{{u"size"_s, qint64(body.size()) + entry.answerBytesCut}, {u"mimeType"_s, message.contentType}};
    insertHarText(content, body);
    return {{u"status"_s, words.value(1).toInt()}, // 0, as browsers have it, where no answer has come
            {u"statusText"_s, words.sliced(std::min<qsizetype>(2, words.size())).join(u' ')},
            {u"httpVersion"_s, words.value(0)},
            {u"cookies"_s, QJsonArray()},
            {u"headers"_s, message.headers},
            {u"content"_s, content},
            {u"redirectURL"_s, QString()},
            {u"headersSize"_s, answer.isEmpty() ? -1 : qint64(message.headBytes)},
            {u"bodySize"_s, answer.isEmpty() ? -1 : qint64(message.body.size()) + entry.answerBytesCut}};
}

QJsonArray framesJson(const QList<compare::RecordedFrame> &frames)
{
    QJsonArray array;
    for (const compare::RecordedFrame &frame : frames) {
        const bool isBinary = frame.opcode == int(protocol::Opcode::Binary); // which browsers write in Base64
        array.append(QJsonObject{
            {u"type"_s, frame.isSent ? u"send"_s : u"receive"_s},
            {u"time"_s, frame.at / 1000},
            {u"opcode"_s, frame.opcode},
            {u"data"_s, isBinary ? QString::fromLatin1(frame.payload.toBase64()) : protocol::fromUtf8(frame.payload)}});
    }
    return array;
}

} // namespace

QJsonObject harEntry(const HarEntry &entry)
{
    const compare::Exchange &exchange = entry.exchange;
    const bool isSocket = exchange.answer.startsWith("HTTP/1.1 101 "); // the answer opens a WebSocket
    const QString scheme = (isSocket ? u"ws"_s : u"http"_s) + (entry.isEncrypted ? u"s"_s : QString());
    const QDateTime started = QDateTime::fromMSecsSinceEpoch(qint64(exchange.started), QTimeZone::utc());
    QJsonObject json{{u"startedDateTime"_s, started.toString(Qt::ISODateWithMs)},
                     {u"time"_s, std::max(0.0, exchange.connect) + exchange.send + exchange.wait + exchange.receive},
                     {u"request"_s, requestJson(entry, scheme)},
                     {u"response"_s, answerJson(entry)},
                     {u"cache"_s, QJsonObject()},
                     {u"timings"_s,
                      QJsonObject{{u"blocked"_s, -1},
                                  {u"dns"_s, -1},
                                  {u"ssl"_s, -1},
                                  {u"connect"_s, exchange.connect},
                                  {u"send"_s, exchange.send},
                                  {u"wait"_s, exchange.wait},
                                  {u"receive"_s, exchange.receive}}},
                     {u"comment"_s, entry.comment}};
    if (!entry.serverAddress.isEmpty())
        json.insert(u"serverIPAddress"_s, entry.serverAddress);
    if (!entry.connection.isEmpty())
        json.insert(u"connection"_s, entry.connection);
    if (isSocket)
        json.insert(u"_resourceType"_s, u"websocket"_s);
    if (!entry.frames.isEmpty())
        json.insert(u"_webSocketMessages"_s, framesJson(entry.frames));
    return json;
}

QByteArray harFile(const QJsonArray &entries, const QString &version, const QString &comment)
{
    const QJsonObject log{{u"version"_s, u"1.2"_s},
                          {u"creator"_s, QJsonObject{{u"name"_s, u"PushLab"_s}, {u"version"_s, version}}},
                          {u"pages"_s, QJsonArray()},
                          {u"entries"_s, entries},
                          {u"comment"_s, comment}};
    return QJsonDocument(QJsonObject{{u"log"_s, log}}).toJson();
}

} // namespace pushlab::wire
