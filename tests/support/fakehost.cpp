// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakehost.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/hostframe.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/protocol/paths.h"

#include <QCryptographicHash>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace pushlab::tests {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

QByteArray field(const QByteArray &head, const QByteArray &name)
{
    const qsizetype start = head.toLower().indexOf(QByteArray("\r\n" + name + ':'));
    if (start < 0)
        return {};
    const qsizetype value = start + name.size() + 3;
    return head.sliced(value, head.indexOf("\r\n", value) - value).trimmed();
}

bool takeOne(int &count)
{
    return count > 0 && count-- > 0;
}

QByteArray eventText(const QByteArray &type, const QByteArray &data)
{
    return "event: " + type + "\ndata: " + data + "\n\n";
}

QByteArray eventText(const protocol::Entry &entry)
{
    const QByteArray type = protocol::isControl(entry) ? "event: control\n" : "";
    return type + "id: " + QByteArray::number(protocol::seqOf(entry)) + "\ndata: " + protocol::encodeEntry(entry).json + "\n\n";
}

QString frameOf(const protocol::Entry &entry)
{
    const protocol::EncodedEntry encoded = protocol::encodeEntry(entry);
    return QString::fromUtf8(encoded.isControl() ? encoded.json : protocol::messageFrame(encoded));
}

} // namespace

FakeHost::FakeHost(QObject *parent) : QObject(parent), m_webSockets(QString(), QWebSocketServer::NonSecureMode)
{
    info = {u"epoch-1"_s, 1, 0, 0, {std::nullopt, 50ms, 10s}};
    info.settings.techniques = {protocol::allTechniques.begin(), protocol::allTechniques.end()};
    connect(&m_server, &QTcpServer::newConnection, this, &FakeHost::takeConnection);
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, [this] { openSocket(m_webSockets.nextPendingConnection()); });
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

FakeHost::~FakeHost()
{
    close();
}

QUrl FakeHost::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FakeHost::close()
{
    m_server.close();
    resetConnections();
}

bool FakeHost::reopen()
{
    return m_server.listen(QHostAddress::LocalHost, m_port);
}

void FakeHost::resetConnections()
{
    const auto open = std::exchange(m_open, {});
    for (QWebSocket *socket : open) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    const auto connections = std::exchange(m_connections, {});
    for (const QPointer<QTcpSocket> &socket : connections) {
        if (socket)
            socket->abort();
    }
    m_held.clear();
    m_streams.clear();
}

qint64 FakeHost::append(const QString &text, const QString &from)
{
    return appendOnce({text, from, {}, {}, std::nullopt, 0});
}

void FakeHost::setSettings(const protocol::ClassSettings &settings)
{
    info.settings = settings;
    append(protocol::ControlEntry{newest() + 1, now(), protocol::settingsControl(settings)});
}

QList<protocol::Message> FakeHost::log() const
{
    QList<protocol::Message> messages;
    for (const protocol::Entry &entry : m_log) {
        if (const auto *const message = std::get_if<protocol::Message>(&entry))
            messages.append(*message);
    }
    return messages;
}

void FakeHost::beginAnew(const QString &epoch)
{
    info.epoch = epoch;
    info.oldest = 1;
    m_log.clear();
    m_ids.clear();
    resetConnections();
}

void FakeHost::trimTo(qint64 oldest)
{
    info.oldest = oldest;
}

int FakeHost::held() const
{
    return int(std::count_if(m_held.cbegin(), m_held.cend(), [](const Held &held) {
        return held.socket && held.socket->state() == QAbstractSocket::ConnectedState;
    }));
}

int FakeHost::count(QByteArrayView part) const
{
    return int(std::count_if(targets.cbegin(), targets.cend(), [part](const QByteArray &target) { return target.contains(part); }));
}

void FakeHost::takeConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_connections.append(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void FakeHost::read(QTcpSocket *socket)
{
    const QByteArray bytes = socket->peek(socket->bytesAvailable());
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const QByteArray head = bytes.first(headEnd + 2);
    const QList<QByteArray> line = head.first(head.indexOf("\r\n")).split(' ');
    if (head.toLower().contains("upgrade: websocket")) {
        targets.append(line.at(1));
        upgrade(socket, head);
        return;
    }
    const qsizetype length = field(head, "content-length").toLongLong();
    if (bytes.size() < headEnd + 4 + length)
        return;
    socket->read(headEnd + 4 + length);
    targets.append(line.at(1));
    handle(socket, line.at(0), line.at(1), bytes.sliced(headEnd + 4, length));
}

void FakeHost::upgrade(QTcpSocket *socket, const QByteArray &head)
{
    socket->disconnect(this);
    if (script.unopenedSocket)
        return;
    if (!script.deafSocket) {
        m_connections.removeAll(socket);
        socket->disconnect(socket);
        socket->setParent(nullptr);
        m_webSockets.handleConnection(socket);
        return;
    }
    const QByteArray key = field(head, "sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray accept = QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64();
    const QByteArray welcome = protocol::encodeWelcome(currentInfo());
    QByteArray frame("\x81"); // RFC 6455 5.2: text
    if (welcome.size() >= 126) { // length in the next two bytes
        frame += char(126);
        frame += char(welcome.size() >> 8);
    }
    frame += char(welcome.size() & 0xff);
    socket->write(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: "
        + accept + "\r\n\r\n" + frame + welcome);
}

void FakeHost::openSocket(QWebSocket *socket)
{
    m_open.append(socket);
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        if (m_open.removeOne(socket))
            socket->deleteLater();
    });
    connect(socket, &QWebSocket::textMessageReceived, this, [this, socket](const QString &text) { takeFrame(socket, text); });
    const QUrlQuery query(socket->requestUrl());
    qint64 after = query.queryItemValue(u"after"_s).toLongLong();
    const QString epoch = query.queryItemValue(u"epoch"_s);
    if (!epoch.isEmpty() && epoch != info.epoch)
        after = 0;
    socket->sendTextMessage(QString::fromUtf8(protocol::encodeWelcome(currentInfo())));
    for (const protocol::Entry &entry : std::as_const(m_log)) {
        const qint64 seq = protocol::seqOf(entry);
        if (seq <= after || seq < info.oldest || std::exchange(script.skipOne, false))
            continue;
        const QString frame = frameOf(entry);
        socket->sendTextMessage(frame);
        if (std::exchange(script.repeatOne, false))
            socket->sendTextMessage(frame);
    }
}

void FakeHost::takeFrame(QWebSocket *socket, const QString &text)
{
    const protocol::OutgoingResult result = protocol::decodeOutgoing(text.toUtf8());
    if (!result.outgoing) {
        const protocol::Refusal refusal{QString::fromUtf8(result.error), QString::fromUtf8(result.code), result.id};
        socket->sendTextMessage(QString::fromUtf8(protocol::encodeRefusal(refusal)));
        return;
    }
    protocol::Outgoing outgoing = *result.outgoing;
    outgoing.via = protocol::Technique::WebSocket;
    posts.append(outgoing);
    if (takeOne(script.failSends)) {
        const protocol::Refusal refusal{u"refused as told"_s, u"told"_s, outgoing.id};
        socket->sendTextMessage(QString::fromUtf8(protocol::encodeRefusal(refusal)));
        return;
    }
    const qint64 seq = appendOnce(outgoing);
    if (takeOne(script.cutSends)) {
        m_open.removeOne(socket);
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
        return;
    }
    socket->sendTextMessage(QString::fromUtf8(protocol::encodeAck({outgoing.id, seq})));
}

void FakeHost::handle(QTcpSocket *socket, const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    const QUrl url = QUrl::fromEncoded(target);
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path == protocol::timePath) {
        QByteArray json = "{\"now\":";
        protocol::appendJsonTime(json, now());
        answer(socket, 200, json + '}');
    } else if (path.endsWith("/reports")) {
        handleReport(socket, body);
    } else if (path.endsWith("/events")) {
        handleEvents(socket, QUrlQuery(url));
    } else if (!path.endsWith("/messages")) {
        answer(socket, script.infoStatus, protocol::encodeRoomInfo(currentInfo()));
    } else if (method == "POST") {
        handlePost(socket, body);
    } else {
        handleMessages(socket, QUrlQuery(url));
    }
}

void FakeHost::handleMessages(QTcpSocket *socket, const QUrlQuery &query)
{
    if (script.mute)
        return;
    qint64 after = query.queryItemValue(u"after"_s).toLongLong();
    const double wait = query.queryItemValue(u"wait"_s).toDouble();
    const QString epoch = query.queryItemValue(u"epoch"_s);
    if (!epoch.isEmpty() && epoch != info.epoch) {
        answer(socket, 200,
               "{\"epoch\":\"" + info.epoch.toUtf8() + "\",\"messages\":[],\"next\":" + QByteArray::number(info.oldest - 1)
                   + ",\"oldest\":" + QByteArray::number(info.oldest) + ",\"now\":0}");
        return;
    }
    if (wait == 0 || after < newest() || script.status != 200 || !script.answer.isEmpty()) {
        answerMessages(socket, after);
        return;
    }
    m_held.append({socket, after});
    QTimer::singleShot(std::chrono::milliseconds(qRound64(wait * 1000)), socket, [this, socket, after] {
        const auto isThis = [socket](const Held &held) { return held.socket == socket; };
        if (m_held.removeIf(isThis) > 0)
            answerMessages(socket, after);
    });
}

void FakeHost::handleEvents(QTcpSocket *socket, const QUrlQuery &query)
{
    if (script.mute)
        return;
    if (script.status != 200 || !script.answer.isEmpty()) {
        answer(socket, script.status, script.answer);
        return;
    }
    socket->write("HTTP/1.1 200 As Told\r\nContent-Type: text/event-stream\r\n\r\n"); // until the connection's end
    const QByteArray now = protocol::encodeRoomInfo(currentInfo());
    const QString epoch = query.queryItemValue(u"epoch"_s);
    if (!epoch.isEmpty() && epoch != info.epoch) {
        socket->write(eventText("epoch", now));
        socket->disconnectFromHost();
        return;
    }
    const qint64 after = query.queryItemValue(u"after"_s).toLongLong();
    QByteArray events = eventText("welcome", now);
    for (const protocol::Entry &entry : std::as_const(m_log)) {
        const qint64 seq = protocol::seqOf(entry);
        if (seq <= after || seq < info.oldest || std::exchange(script.skipOne, false))
            continue;
        events += eventText(entry);
        if (std::exchange(script.repeatOne, false))
            events += eventText(entry);
    }
    socket->write(events);
    m_streams.append(socket);
}

void FakeHost::handlePost(QTcpSocket *socket, const QByteArray &body)
{
    const protocol::OutgoingResult result = protocol::decodeOutgoing(body);
    if (!result.outgoing) {
        answer(socket, 400, protocol::errorJson(result.code, result.error));
        return;
    }
    posts.append(*result.outgoing);
    if (takeOne(script.failSends)) {
        answer(socket, script.sendStatus, protocol::errorJson("told", "refused as told"));
        return;
    }
    const qint64 seq = appendOnce(*result.outgoing);
    if (takeOne(script.cutSends))
        socket->abort();
    else
        answer(socket, 201, "{\"seq\":" + QByteArray::number(seq) + '}');
}

void FakeHost::handleReport(QTcpSocket *socket, const QByteArray &body)
{
    const protocol::DelayReportResult result = protocol::decodeDelayReport(body);
    if (result.report)
        reports.append(*result.report);
    if (!result.report)
        answer(socket, 400, protocol::errorJson(result.code, result.error));
    else if (takeOne(script.failReports))
        answer(socket, script.sendStatus, protocol::errorJson("told", "refused as told"));
    else
        answer(socket, 200, "{}");
}

void FakeHost::answerMessages(QTcpSocket *socket, qint64 after)
{
    QByteArray list;
    qint64 next = after;
    for (const protocol::Entry &entry : std::as_const(m_log)) {
        const qint64 seq = protocol::seqOf(entry);
        if (seq <= after || seq < info.oldest || std::exchange(script.skipOne, false))
            continue;
        const QByteArray json = protocol::encodeEntry(entry).json;
        if (list.size() + json.size() > protocol::maxAnswerBytes)
            break;
        list += (list.isEmpty() ? "" : ",") + json;
        if (std::exchange(script.repeatOne, false))
            list += "," + json;
        next = seq;
    }
    QByteArray json = "{\"epoch\":\"" + info.epoch.toUtf8() + "\",\"messages\":[" + list
        + "],\"next\":" + QByteArray::number(next) + ",\"oldest\":" + QByteArray::number(info.oldest) + ",\"now\":";
    protocol::appendJsonTime(json, now());
    json += '}';
    answer(socket, script.status, script.answer.isEmpty() ? json : script.answer);
}

void FakeHost::answer(QTcpSocket *socket, int status, const QByteArray &json)
{
    const QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status)
        + " As Told\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json;
    if (json.contains("\"messages\"") && takeOne(script.cutAnswers)) {
        socket->write(bytes.first(bytes.size() - json.size() / 2));
        socket->flush();
        socket->abort();
        return;
    }
    socket->write(bytes);
}

qint64 FakeHost::appendOnce(const protocol::Outgoing &outgoing)
{
    if (const qint64 seq = m_ids.value(outgoing.id); seq > 0 && !outgoing.id.isEmpty())
        return seq;
    const qint64 seq = newest() + 1;
    m_ids.insert(outgoing.id, seq);
    append(protocol::Message{seq, outgoing.from, outgoing.text, outgoing.sent, now(), outgoing.via});
    return seq;
}

void FakeHost::append(const protocol::Entry &entry)
{
    m_log.append(entry);
    const QString frame = frameOf(entry);
    for (QWebSocket *socket : std::as_const(m_open))
        socket->sendTextMessage(frame);
    for (const QPointer<QTcpSocket> &stream : std::as_const(m_streams)) {
        if (stream)
            stream->write(eventText(entry));
    }
    const auto waiting = std::exchange(m_held, {});
    for (const Held &held : waiting) {
        if (held.socket)
            answerMessages(held.socket, held.after);
    }
}

protocol::RoomInfo FakeHost::currentInfo() const
{
    protocol::RoomInfo current = info;
    current.next = newest();
    current.now = now();
    return current;
}

qint64 FakeHost::newest() const
{
    return m_log.isEmpty() ? info.oldest - 1 : protocol::seqOf(m_log.constLast());
}

} // namespace pushlab::tests
