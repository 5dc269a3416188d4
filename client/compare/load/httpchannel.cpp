// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/httpchannel.h"

#include "client/session/clockoffset.h"
#include "server/protocol/paths.h"

#include <QDateTime>

#include <utility>

namespace pushlab::compare {

void HttpChannel::prepare(std::function<void(bool)> opened)
{
    m_opened = std::move(opened);
    m_socket.open(m_target.address, m_target.port);
}

void HttpChannel::exchange(const QByteArray &request, qsizetype bodyBytes, Traffic &traffic, Handler handler)
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    m_request = request;
    m_bodyBytes = bodyBytes;
    m_traffic = &traffic;
    m_handler = std::move(handler);
    if (m_recording) {
        m_exchange = {};
        m_exchange.started = double(QDateTime::currentMSecsSinceEpoch());
        m_sentAt = session::localMilliseconds(); // for now: the beginning of connecting
        m_isConnecting = !m_socket.isOpen();
    }
    if (m_socket.isOpen())
        transmit();
    else if (!m_opened)
        m_socket.open(m_target.address, m_target.port);
}

void HttpChannel::close()
{
    m_socket.close();
    m_parser.reset();
    m_handler = nullptr;
    m_opened = nullptr;
    m_isBusy = false;
    m_isReused = false;
}

void HttpChannel::onOpen()
{
    m_isReused = false;
    if (const auto opened = std::exchange(m_opened, nullptr))
        opened(true);
    if (m_isBusy && m_socket.isOpen())
        transmit();
}

void HttpChannel::transmit()
{
    m_traffic->up.payload += m_bodyBytes;
    m_traffic->up.header += m_request.size() - m_bodyBytes;
    const double asked = m_sentAt;
    const double begun = m_recording ? session::localMilliseconds() : 0;
    m_socket.send(m_request);
    if (!m_recording)
        return;
    m_sentAt = session::localMilliseconds();
    m_answeredAt = 0;
    if (m_isConnecting)
        m_exchange.connect = begun - asked;
    m_exchange.send = m_sentAt - begun;
    m_exchange.request = m_request;
    m_exchange.answer.clear();
}

void HttpChannel::onBytes(QByteArrayView bytes)
{
    const QByteArrayView all = bytes;
    const ResponseParser::State state = m_isBusy ? m_parser.feed(bytes) : ResponseParser::State::Malformed;
    recordAnswer(all.first(all.size() - bytes.size()));
    if (state == ResponseParser::State::NeedMore)
        return;
    if (state == ResponseParser::State::Malformed || !bytes.isEmpty()) { // no request was sent that this could answer
        m_socket.close();
        onClosed();
        return;
    }
    HttpAnswer answer = m_parser.take();
    answer.requestBytes = m_request.size();
    keepExchange();
    m_traffic->down.payload += answer.body.size();
    m_traffic->down.header += answer.headerBytes;
    m_isReused = true;
    if (!m_keepAlive || !answer.keepsAlive)
        m_socket.close();
    finish(answer);
}

void HttpChannel::onClosed()
{
    const bool wasUnanswered = m_isReused && !m_parser.isMidAnswer();
    m_parser.reset();
    m_isReused = false;
    if (const auto opened = std::exchange(m_opened, nullptr))
        opened(false);
    if (!m_isBusy)
        return;
    if (wasUnanswered) { // the host closed the idle connection while the request was on its way; browsers then repeat it
        m_socket.open(m_target.address, m_target.port);
        return;
    }
    finish({});
}

void HttpChannel::recordAnswer(QByteArrayView bytes)
{
    if (!m_recording)
        return;
    if (m_answeredAt == 0)
        m_answeredAt = session::localMilliseconds();
    m_exchange.answer.append(bytes);
}

void HttpChannel::keepExchange()
{
    if (!m_recording)
        return;
    m_exchange.wait = m_answeredAt - m_sentAt;
    m_exchange.receive = session::localMilliseconds() - m_answeredAt;
    m_recording->add(m_exchange);
    if (m_recording->exchanges.size() >= Recording::maxExchanges)
        m_recording = nullptr;
}

void HttpChannel::finish(const HttpAnswer &answer)
{
    m_isBusy = false;
    m_request = QByteArray(); // releases the memory while idle
    if (const Handler handler = std::exchange(m_handler, nullptr))
        handler(answer);
}

QByteArrayView browserName()
{
    return "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36\r\n"
           "Accept-Encoding: gzip, deflate\r\n"
           "Accept-Language: en-US,en;q=0.9\r\n";
}

QByteArray browserHead(QByteArrayView method, QByteArrayView target, const Target &host, bool keepAlive, qsizetype bodyBytes)
{
    QByteArray head;
    head.reserve(512);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ").append(host.authority);
    head.append(keepAlive ? "\r\nConnection: keep-alive\r\n" : "\r\nConnection: close\r\n");
    if (bodyBytes >= 0)
        head.append("Content-Length: ").append(QByteArray::number(bodyBytes)).append("\r\nContent-Type: application/json\r\n");
    head.append(browserName()).append("Accept: */*\r\n");
    if (bodyBytes >= 0)
        head.append("Origin: http://").append(host.authority).append("\r\n");
    head.append("Referer: http://").append(host.authority).append("/\r\n\r\n");
    return head;
}

} // namespace pushlab::compare
