// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclientprivate.h"

#include "client/transport/certificatepin.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace pushlab::session {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using protocol::Technique;

namespace {

constexpr std::chrono::milliseconds leastMemberLife = 15s; // the host forgets a member that has been away for longer

} // namespace

QString generateId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

ChatClient::Private::Private(ChatClient *client, ClientOptions clientOptions)
    : q(client)
    , options(std::move(clientOptions))
    , member(generateId())
    , probe(options.host, network, clock)
    , reporter({options.host, options.room, member, options.name}, network, clock)
    , tokenRequest(options.host, network)
    , connection({options.host, options.room, member, options.name, options.fingerprint, options.token}, network, log,
                 {options.pollInterval, options.hold}, options.technique)
{
    network.setToken(options.token);
    network.setProxy(QNetworkProxy::NoProxy); // a class is on the local network
    sendRetry.setSingleShot(true);
    connectParts();
}

void ChatClient::Private::connectParts()
{
    connect(&connection, &ConnectionManager::joined, q, [this](const TimedInfo &timed) { join(timed); });
    connect(&connection, &ConnectionManager::refreshed, q, [this](const TimedInfo &timed) { refresh(timed); });
    connect(&connection, &ConnectionManager::opened, q, [this] { resume(); });
    connect(&connection, &ConnectionManager::welcomed, q, [this](const protocol::RoomInfo &info) { welcome(info); });
    connect(&connection, &ConnectionManager::batchReceived, q, [this](const protocol::MessageBatch &batch) { takeBatch(batch); });
    connect(&connection, &ConnectionManager::acknowledged, q, [this](const protocol::Ack &ack) {
        sendBackoff.reset();
        confirm(ack.id, ack.seq);
        pump();
    });
    connect(&connection, &ConnectionManager::refused, q, [this](const protocol::Refusal &refusal) { refuse(refusal); });
    connect(&connection, &ConnectionManager::sendFailed, q, [this](const QString &id) { sendLater(id); });
    connect(&connection, &ConnectionManager::stateChanged, q, [this] { Q_EMIT q->stateChanged(connection.state()); });
    connect(&connection, &ConnectionManager::requestMade, q, [this] {
        ++current().requests;
        Q_EMIT q->countersChanged();
    });
    connect(&reporter, &DelayReporter::finished, q, &ChatClient::reportsFinished);
    connect(&connection, &ConnectionManager::accessDenied, q, [this](const protocol::Refusal &refusal) { takeDenial(refusal); });
    connect(&tokenRequest, &TokenRequest::granted, q, [this](const QByteArray &token) { useToken(token); });
    connect(&tokenRequest, &TokenRequest::refused, q, [this](const protocol::Refusal &refusal) { connection.denyAccess(refusal); });
    connect(&tokenRequest, &TokenRequest::failed, q, [this](const QString &reason) {
        hasShownPin = false;
        connection.fail(reason);
    });
    connect(&sendRetry, &QTimer::timeout, q, [this] { pump(); });
    connect(&network, &QNetworkAccessManager::sslErrors, q,
            [this](QNetworkReply *reply, const QList<QSslError> &errors) { judge(reply, errors); });
}

void ChatClient::Private::judge(QNetworkReply *reply, const QList<QSslError> &errors)
{
    if (transport::isPinned(errors, options.fingerprint)) {
        reply->ignoreSslErrors(errors);
        return;
    }
    const QByteArray fingerprint = transport::fingerprintOf(errors);
    if (std::exchange(refusedFingerprint, fingerprint) != fingerprint)
        Q_EMIT q->certificateRefused(fingerprint);
}

// No transport runs, so the info is not older than the cursor.
void ChatClient::Private::join(const TimedInfo &timed)
{
    hasShownPin = false; // it was right; should another be set, this one is tried once more
    clock.addSample(timed.sent, timed.received, timed.info.now);
    if (!log.isPlaced()) {
        log.place(timed.info, options.fromStart);
        liveFrom = timed.info.next;
    } else if (const std::optional<Gap> gap = log.check(timed.info)) {
        reportGap(*gap, timed.info.next);
    }
    if (connection.timeAway() > std::max(leastMemberLife, 3 * timed.info.settings.pollInterval))
        liveFrom = std::max(liveFrom, timed.info.next); // to the host it comes anew
    settings.begin(timed.info);
    applySettings();
}

void ChatClient::Private::refresh(const TimedInfo &timed)
{
    clock.addSample(timed.sent, timed.received, timed.info.now);
    settings.begin(timed.info);
    applySettings();
}

void ChatClient::Private::welcome(const protocol::RoomInfo &info)
{
    clock.addBound(localMilliseconds(), info.now);
    if (const std::optional<Gap> gap = log.check(info))
        reportGap(*gap, info.next);
    settings.begin(info);
    applySettings();
}

void ChatClient::Private::takeBatch(const protocol::MessageBatch &batch)
{
    const double local = localMilliseconds();
    clock.addBound(local, batch.now);
    LogCursor::Taken taken = log.take(batch);
    if (taken.gap)
        reportGap(*taken.gap, batch.next);
    reporter.addRepeated(taken.repeated);
    ClientCounters &counter = current();
    counter.repeated += taken.repeated;
    if (batch.entries.isEmpty())
        ++counter.empty;
    const bool isControl = !batch.entries.isEmpty()
        && std::all_of(batch.entries.cbegin(), batch.entries.cend(), protocol::isControl);
    if (isControl && traitsOf(connection.technique()).isPaced) { // an answer that the teacher asked for
        --counter.requests;
        ++counter.controlRequests;
    }
    QList<Received> received;
    received.reserve(taken.messages.size());
    for (const protocol::Message &message : std::as_const(taken.messages))
        received.append(receive(message, local));
    if (!taken.controls.isEmpty())
        Q_EMIT q->controlsReceived(taken.controls);
    if (!received.isEmpty())
        Q_EMIT q->messagesReceived(received);
    Q_EMIT q->countersChanged();
    bool mayHaveOrders = false;
    for (const protocol::ControlEntry &control : std::as_const(taken.controls))
        mayHaveOrders = settings.take(batch.epoch, control) || mayHaveOrders;
    if (taken.fault) {
        connection.fail(u"the host passed over messages"_s);
        return;
    }
    pump(); // own messages in it need no acknowledgement any more
    if (mayHaveOrders || (taken.gap && taken.gap->kind == Gap::Kind::NewEpoch))
        connection.askRoom(); // what is in force there, and for this client alone
    if (!taken.controls.isEmpty())
        applySettings();
}

void ChatClient::Private::measure(Received &received, double local)
{
    const std::optional<double> now = clock.hostTime(local);
    const protocol::Message &message = received.message;
    if (!now || message.seq <= liveFrom)
        return;
    const DelayReporter::Sample sample{received.technique, *now, message.accepted, message.sent};
    if (!reporter.add(sample)) {
        ++current().setAside;
        return;
    }
    received.delay = toMilliseconds(sample.delivery());
    received.uncertainty = clock.uncertainty(local);
    ClientCounters &counter = current();
    counter.delays.add(sample.delivery());
    counter.uncertainty = std::max(counter.uncertainty, received.uncertainty);
}

double ChatClient::Private::hostNow() const
{
    return double(qRound64(clock.hostTime(localMilliseconds()).value_or(0) * 1000)) / 1000;
}

Received ChatClient::Private::receive(const protocol::Message &message, double local)
{
    ClientCounters &counter = current();
    Received received{message, connection.technique(), std::nullopt, std::nullopt, false, {}};
    ++(message.seq <= liveFrom ? counter.history : counter.delivered);
    measure(received, local);
    received.id = outbox.claim(message);
    received.own = !received.id.isEmpty();
    if (received.own)
        confirm(received.id, message.seq);
    return received;
}

void ChatClient::Private::reportGap(const Gap &gap, qint64 newLiveFrom)
{
    if (gap.kind == Gap::Kind::NewEpoch) {
        outbox.forgetNumbers();
        settings.forget();
        liveFrom = newLiveFrom;
    }
    reporter.addMissed(gap.missed);
    Q_EMIT q->gapFound(gap);
}

void ChatClient::Private::applySettings()
{
    const protocol::ClassSettings now = settings.settings();
    if (std::exchange(conditioner, now.conditioner) != now.conditioner)
        Q_EMIT q->conditionerChanged();
    const bool isOtherOrder = std::exchange(own, settings.own()) != settings.own();
    if (std::exchange(isFrozen, now.isFrozen) != now.isFrozen || isOtherOrder)
        Q_EMIT q->ordersChanged();
    const std::optional<Technique> ordered = own.technique ? own.technique : now.technique;
    const bool isOtherOffer = std::exchange(offer, now.techniques) != now.techniques;
    if (std::exchange(classTechnique, ordered) != ordered || isOtherOffer)
        Q_EMIT q->classTechniqueChanged();
    const Technique before = connection.technique();
    connection.use(ordered.value_or(protocol::closestOffered(before, now.techniques)), now);
    if (connection.technique() != before)
        Q_EMIT q->techniqueChanged(connection.technique());
}

void ChatClient::Private::useTechnique(Technique technique)
{
    if (technique == connection.technique())
        return;
    connection.useTechnique(technique);
    Q_EMIT q->techniqueChanged(technique);
}

// What the former transport took along may have arrived or not: the same ids tell the host.
void ChatClient::Private::resume()
{
    outbox.requeueAll();
    sendRetry.stop();
    pump();
}

void ChatClient::Private::pump()
{
    transport::ChatTransport *const transport = connection.transport();
    if (!transport || sendRetry.isActive())
        return;
    while (outbox.sentCount() < transport->sendWindow()) {
        protocol::Outgoing *const next = outbox.takeNext();
        if (!next)
            return;
        next->via = transport->technique();
        if (next->sent == 0) // not known when it was written; a retry keeps the first time: the message is known by it
            next->sent = hostNow();
        ++current().sends;
        transport->send(*next);
    }
}

void ChatClient::Private::confirm(const QString &id, qint64 seq)
{
    const bool unseen = seq > log.position().after;
    if (outbox.confirm(id, unseen ? std::optional(seq) : std::nullopt))
        Q_EMIT q->sendConfirmed(id, seq);
}

void ChatClient::Private::refuse(const protocol::Refusal &refusal)
{
    if (outbox.refuse(refusal.id))
        Q_EMIT q->sendRejected(refusal.id, refusal.error, refusal.code);
    pump();
}

void ChatClient::Private::sendLater(const QString &id)
{
    outbox.requeue(id);
    if (!sendRetry.isActive()) // several that were under way fail as one
        sendRetry.start(sendBackoff.next());
}

//! The host wants a PIN that is known here, or does not let this client in.
void ChatClient::Private::takeDenial(const protocol::Refusal &refusal)
{
    const bool wantsPin = refusal.code == protocol::pinNeededCode || refusal.code == protocol::badTokenCode;
    if (!wantsPin || options.pin.isEmpty() || std::exchange(hasShownPin, true)) {
        connection.denyAccess(refusal);
        return;
    }
    network.setToken({});
    tokenRequest.ask(options.pin, options.name);
}

void ChatClient::Private::useToken(const QByteArray &token)
{
    network.setToken(token);
    connection.setToken(token);
    connection.retryNow();
}

} // namespace pushlab::session
