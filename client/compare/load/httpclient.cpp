// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/load/httpclient.h"

#include "client/compare/load/messagescan.h"
#include "server/protocol/messagecodec.h"
#include "server/protocol/paths.h"

namespace pushlab::compare {

namespace {

constexpr std::chrono::milliseconds pauseAfterFailure = 250ms;

} // namespace

HttpClient::HttpClient(ClientContext &context, QByteArray member)
    : VirtualClient(context, std::move(member))
    , m_channel(m_context.target, m_context.options.keepAlive)
    , m_second(m_context.target, m_context.options.keepAlive)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { ask(); });
}

void HttpClient::prepare(std::function<void(bool)> done)
{
    if (m_context.options.keepAlive)
        m_channel.prepare(std::move(done));
    else
        done(true);
}

void HttpClient::begin(std::chrono::milliseconds phase)
{
    m_timer.start(phase);
}

void HttpClient::ask()
{
    HttpChannel &channel = m_channel.isFree() ? m_channel : m_second; // so that a poll does not wait behind a message
    if (!channel.isFree()) {
        m_timer.start(1ms);
        return;
    }
    m_asked = session::localMilliseconds();
    channel.exchange(buildRequest(), 0, m_context.metrics.counters.asking, [this](const HttpAnswer &answer) { take(answer); });
}

void HttpClient::take(const HttpAnswer &answer)
{
    Counters &counters = m_context.metrics.counters;
    if (answer.status != 200) {
        ++counters.failures;
        m_timer.start(pauseAfterFailure);
        return;
    }
    if (pause().count() > 0)
        m_context.metrics.addRoundTrip(session::localMilliseconds() - m_asked);
    const Digest brought = parseResponse(answer.body);
    const bool isControl = brought.messages == 0 && brought.controls > 0; // the answer was only for control entries
    counters.requests += !isControl;
    counters.messages += brought.messages;
    if (brought.messages == 0 && !isControl) {
        ++counters.empty;
        counters.emptyBytes += answer.requestBytes + answer.headerBytes + answer.body.size();
    }
    if (pause().count() > 0)
        m_timer.start(pause());
    else
        ask();
}

void HttpClient::send(int number)
{
    m_unsent.append(number);
    if (m_unsent.size() == 1)
        post();
}

void HttpClient::post()
{
    HttpChannel &channel = m_channel.isFree() ? m_channel : m_second;
    if (!channel.isFree())
        return; // continues when the answer of that channel comes
    const int number = m_unsent.first();
    const QByteArray text = m_context.metrics.tracker.text(number);
    const QByteArray body = protocol::encodeOutgoing(
        {QString::fromLatin1(text), QString::fromLatin1(m_member), QString::number(number), QString::fromLatin1(m_member), {}, 0});
    const QByteArray request = browserHead("POST", protocol::messagesPath(m_context.target.room), m_context.target,
                                           m_context.options.keepAlive, body.size())
        + body;
    channel.exchange(request, body.size(), m_context.metrics.counters.sending, [this, number](const HttpAnswer &answer) {
        if (answer.status == 201) {
            ++m_context.metrics.counters.sends;
            m_context.metrics.tracker.confirm(number, qint64(numberAt(answer.body, "\"seq\":").value_or(0)));
        } else {
            ++m_context.metrics.counters.failures;
        }
        m_unsent.removeFirst();
        if (!m_unsent.isEmpty())
            post();
    });
}

void HttpClient::stop()
{
    m_timer.stop();
    m_channel.close();
    m_second.close();
}

void HttpClient::record(Recording &recording)
{
    m_channel.record(recording);
    m_second.record(recording);
}

SocketTotals HttpClient::totals() const
{
    SocketTotals sum = m_channel.totals();
    sum += m_second.totals();
    return sum;
}

QByteArray HttpClient::head(QByteArrayView target) const
{
    return browserHead("GET", target, m_context.target, m_context.options.keepAlive);
}

QByteArray HttpClient::buildMessagesRequest(QByteArrayView wait) const
{
    QByteArray target = protocol::messagesPath(m_context.target.room);
    target.append("?after=").append(QByteArray::number(m_position.lastSeq)).append("&wait=").append(wait);
    return head(target.append("&member=").append(m_member).append("&v=2"));
}

HttpClient::Digest HttpClient::parseBatch(const QByteArray &body)
{
    Digest brought;
    QByteArrayView rest = body;
    while (const auto match = nextMatch(rest)) {
        if (match->isControl) {
            ++brought.controls;
            m_context.metrics.pass(m_position, match->seq);
            continue;
        }
        ++brought.messages;
        m_context.metrics.counters.messageBytes += match->bytes + (brought.messages > 1); // the comma before it
        m_context.metrics.receive(m_position, match->seq, match->accepted);
    }
    return brought;
}

} // namespace pushlab::compare
