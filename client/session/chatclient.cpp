// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"

#include "client/session/chatclientprivate.h"
#include "server/protocol/limits.h"

#include <utility>

namespace pushlab::session {

using protocol::Technique;

ChatClient::ChatClient(ClientOptions options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(options)))
{
}

ChatClient::~ChatClient() = default;

void ChatClient::start()
{
    if (d->connection.state().kind != ClientState::Kind::Stopped)
        return;
    d->connection.start();
    d->probe.start();
    d->reporter.start();
}

void ChatClient::stop()
{
    d->probe.stop();
    d->sendRetry.stop();
    d->tokenRequest.stop();
    d->outbox.requeueAll();
    d->connection.stop();
    d->reporter.stop();
}

bool ChatClient::setTechnique(Technique technique)
{
    const bool isOffered = d->offer.isEmpty() || d->offer.contains(technique);
    if (d->classTechnique ? *d->classTechnique != technique : !isOffered)
        return false;
    d->useTechnique(technique);
    return true;
}

Technique ChatClient::technique() const
{
    return d->connection.technique();
}

std::optional<Technique> ChatClient::classTechnique() const
{
    return d->classTechnique;
}

const protocol::OwnOrders &ChatClient::ownOrders() const
{
    return d->own;
}

bool ChatClient::isFrozen() const
{
    return d->isFrozen;
}

QString ChatClient::name() const
{
    return d->own.name.isEmpty() ? d->options.name : d->own.name;
}

QList<Technique> ChatClient::offeredTechniques() const
{
    return d->offer.isEmpty() ? protocol::defaultTechniques() : d->offer;
}

QString ChatClient::send(const QString &text)
{
    if (text.isEmpty() || text.toUtf8().size() > protocol::maxTextBytes)
        return {};
    const protocol::Outgoing outgoing{text, name(), generateId(), d->member, std::nullopt, d->hostNow()};
    if (!d->outbox.add(outgoing))
        return {};
    Q_EMIT sendQueued(outgoing.id, text);
    d->pump();
    return outgoing.id;
}

void ChatClient::retry(const QString &id)
{
    if (d->outbox.retry(id))
        d->pump();
}

void ChatClient::trust(const QByteArray &fingerprint)
{
    d->options.fingerprint = fingerprint;
    d->refusedFingerprint.reset();
    d->connection.trust(fingerprint);
    retryNow();
}

void ChatClient::setPin(const QString &pin)
{
    d->options.pin = pin;
    d->hasShownPin = false;
    if (d->connection.state().kind == ClientState::Kind::AccessDenied)
        d->connection.retryNow();
}

void ChatClient::retryNow()
{
    d->hasShownPin = false;
    if (d->sendRetry.isActive()) {
        d->sendRetry.stop();
        d->pump();
    }
    d->connection.retryNow();
}

const ClientOptions &ChatClient::options() const
{
    return d->options;
}

const ClientState &ChatClient::state() const
{
    return d->connection.state();
}

const ClientCounters &ChatClient::counters(Technique technique) const
{
    return d->counters[size_t(technique)];
}

const QString &ChatClient::memberId() const
{
    return d->member;
}

qsizetype ChatClient::unsent() const
{
    return d->outbox.count();
}

qint64 ChatClient::cursor() const
{
    return d->log.position().after;
}

const protocol::Conditioner &ChatClient::conditioner() const
{
    return d->conditioner;
}

std::optional<double> ChatClient::clockUncertainty() const
{
    return d->clock.uncertainty(localMilliseconds());
}

bool ChatClient::isReporting() const
{
    return d->reporter.isReporting();
}

} // namespace pushlab::session
