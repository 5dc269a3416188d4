// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/report/harreport.h"

#include "client/compare/text/reporttext.h"
#include "client/compare/text/varianttext.h"
#include "server/protocol/json.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView endOfHead = "\r\n\r\n";

//! A message split at the end of its head.
struct Parts
{
    QString firstLine;
    QJsonArray headers;
    QString contentType;
    QString host;
    qsizetype headBytes = 0;
    QByteArray body;
};

Parts partsOf(const QByteArray &bytes)
{
    Parts parts;
    const qsizetype end = bytes.indexOf(endOfHead.data());
    parts.headBytes = end < 0 ? bytes.size() : end + endOfHead.size();
    parts.body = bytes.mid(parts.headBytes);
    const QList<QByteArray> lines = bytes.left(end < 0 ? bytes.size() : end).split('\n');
    parts.firstLine = QString::fromLatin1(lines.first().trimmed());
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        const QString name = QString::fromLatin1(line.left(colon)).trimmed();
        const QString value = QString::fromLatin1(line.mid(colon + 1)).trimmed();
        parts.headers.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
        if (name.compare(u"content-type", Qt::CaseInsensitive) == 0)
            parts.contentType = value;
        else if (name.compare(u"host", Qt::CaseInsensitive) == 0)
            parts.host = value;
    }
    return parts;
}

QJsonObject requestJson(const Exchange &exchange, const QString &scheme)
{
    const Parts parts = partsOf(exchange.request);
    const QStringList words = parts.firstLine.split(u' ');
    const QUrl url(scheme + u"://"_s + parts.host + words.value(1));
    QJsonArray query;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        query.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    QJsonObject json{{u"method"_s, words.value(0)},
                     {u"url"_s, url.toString(QUrl::FullyEncoded)},
                     {u"httpVersion"_s, words.value(2)},
                     {u"cookies"_s, QJsonArray()},
                     {u"headers"_s, parts.headers},
                     {u"queryString"_s, query},
                     {u"headersSize"_s, qint64(parts.headBytes)},
                     {u"bodySize"_s, qint64(parts.body.size())}};
    if (!parts.body.isEmpty())
        json.insert(
            u"postData"_s,
            QJsonObject{{u"mimeType"_s, parts.contentType}, {u"params"_s, QJsonArray()}, {u"text"_s, protocol::fromUtf8(parts.body)}});
    return json;
}

QJsonObject answerJson(const Exchange &exchange)
{
    const Parts parts = partsOf(exchange.answer);
    const QStringList words = parts.firstLine.split(u' ');
    return {{u"status"_s, words.value(1).toInt()},
            {u"statusText"_s, words.sliced(std::min<qsizetype>(2, words.size())).join(u' ')},
            {u"httpVersion"_s, words.value(0)},
            {u"cookies"_s, QJsonArray()},
            {u"headers"_s, parts.headers},
            {u"content"_s,
             QJsonObject{{u"size"_s, qint64(parts.body.size())},
                         {u"mimeType"_s, parts.contentType},
                         {u"text"_s, protocol::fromUtf8(parts.body)}}},
            {u"redirectURL"_s, QString()},
            {u"headersSize"_s, qint64(parts.headBytes)},
            {u"bodySize"_s, qint64(parts.body.size())}};
}

QJsonArray framesJson(const QList<RecordedFrame> &frames)
{
    QJsonArray array;
    for (const RecordedFrame &frame : frames) {
        array.append(QJsonObject{{u"type"_s, frame.isSent ? u"send"_s : u"receive"_s},
                                 {u"time"_s, frame.at / 1000},
                                 {u"opcode"_s, frame.opcode},
                                 {u"data"_s, protocol::fromUtf8(frame.payload)}});
    }
    return array;
}

QJsonObject entryJson(const Exchange &exchange, const VariantResult &one, bool hasFrames)
{
    const bool isSocket = exchange.answer.startsWith("HTTP/1.1 101 "); // the answer opens a WebSocket
    const QDateTime started = QDateTime::fromMSecsSinceEpoch(qint64(exchange.started), QTimeZone::utc());
    QJsonObject json{{u"startedDateTime"_s, started.toString(Qt::ISODateWithMs)},
                     {u"time"_s, std::max(0.0, exchange.connect) + exchange.send + exchange.wait + exchange.receive},
                     {u"request"_s, requestJson(exchange, isSocket ? u"ws"_s : u"http"_s)},
                     {u"response"_s, answerJson(exchange)},
                     {u"cache"_s, QJsonObject()},
                     {u"timings"_s,
                      QJsonObject{{u"blocked"_s, -1},
                                  {u"dns"_s, -1},
                                  {u"ssl"_s, -1},
                                  {u"connect"_s, exchange.connect},
                                  {u"send"_s, exchange.send},
                                  {u"wait"_s, exchange.wait},
                                  {u"receive"_s, exchange.receive}}},
                     {u"comment"_s, variantTitle(one.variant)}};
    if (isSocket)
        json.insert(u"_resourceType"_s, u"websocket"_s);
    if (hasFrames)
        json.insert(u"_webSocketMessages"_s, framesJson(one.recording.frames));
    return json;
}

} // namespace

bool isRecorded(const RunResult &result)
{
    return std::any_of(result.variants.begin(), result.variants.end(), [](const auto &one) { return !one.recording.isEmpty(); });
}

QByteArray harReport(const RunResult &result)
{
    QJsonArray entries;
    for (const VariantResult &one : result.variants) {
        bool isFirst = true;
        for (const Exchange &exchange : one.recording.exchanges)
            entries.append(entryJson(exchange, one, std::exchange(isFirst, false) && !one.recording.frames.isEmpty()));
    }
    const QString comment = reportText(ReportPhrase::Id::Recorded).arg(Recording::maxExchanges);
    const QJsonObject log{{u"version"_s, u"1.2"_s},
                          {u"creator"_s, QJsonObject{{u"name"_s, u"PushLab"_s}, {u"version"_s, result.provenance.version}}},
                          {u"pages"_s, QJsonArray()},
                          {u"entries"_s, entries},
                          {u"comment"_s, comment}};
    return QJsonDocument(QJsonObject{{u"log"_s, log}}).toJson();
}

} // namespace pushlab::compare
