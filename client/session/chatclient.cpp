// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/chatclient.h"

#include "client/transport/certificatepin.h"
#include "server/protocol/limits.h"
#include "server/protocol/withdrawal.h"

#include <QDateTime>
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

//! A random id, which nobody else has.
QString generateId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

ChatClient::ChatClient(ClientOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_member(m_options.member.isEmpty() ? generateId() : m_options.member)
    , m_name(m_options.name)
    , m_selfTest(m_network)
    , m_prediction({m_options.host, m_options.room, m_member, m_options.name}, m_network)
    , m_probe(m_options.host, m_network, m_clock)
    , m_reporter({m_options.host, m_options.room, m_member, m_options.name}, m_network, m_clock)
    , m_tokenRequest(m_options.host, m_network)
    , m_connection({m_options.host, m_options.room, m_member, m_options.name, m_options.fingerprint, m_options.token}, m_network,
                   m_log, {m_options.pollInterval, m_options.hold}, m_options.technique)
    , m_sending(m_connection, m_log, m_clock)
{
    if (!m_options.member.isEmpty())
        m_reporter.beginAfter(QDateTime::currentMSecsSinceEpoch());
    m_network.setToken(m_options.token);
    m_network.setProxy(QNetworkProxy::NoProxy); // a class is on the local network
    connectParts();
}

ChatClient::~ChatClient() = default;

void ChatClient::connectParts()
{
    connect(&m_connection, &ConnectionManager::joined, this, &ChatClient::join);
    connect(&m_connection, &ConnectionManager::refreshed, this, &ChatClient::refresh);
    connect(&m_connection, &ConnectionManager::welcomed, this, &ChatClient::welcome);
    connect(&m_connection, &ConnectionManager::batchReceived, this, &ChatClient::takeBatch);
    connect(&m_connection, &ConnectionManager::stateChanged, this, [this] { Q_EMIT stateChanged(state()); });
    connect(&m_connection, &ConnectionManager::requestMade, this, [this] {
        ++current().requests;
        Q_EMIT countersChanged();
    });
    connect(&m_connection, &ConnectionManager::payloadCarried, this, [this](qint64 up, qint64 down) {
        current().payloadUp += up;
        current().payloadDown += down;
    });
    connect(&m_connection, &ConnectionManager::accessDenied, this, &ChatClient::takeDenial);
    connect(&m_sending, &SendQueue::sent, this, [this] { ++current().sends; });
    connect(&m_sending, &SendQueue::confirmed, this, &ChatClient::sendConfirmed);
    connect(&m_sending, &SendQueue::rejected, this,
            [this](const protocol::Refusal &refusal) { Q_EMIT sendRejected(refusal.id, refusal.error, refusal.code); });
    connect(&m_reporter, &DelayReporter::finished, this, &ChatClient::reportsFinished);
    connect(&m_tokenRequest, &TokenRequest::granted, this, &ChatClient::useToken);
    connect(&m_tokenRequest, &TokenRequest::refused, &m_connection, &ConnectionManager::denyAccess);
    connect(&m_tokenRequest, &TokenRequest::failed, this, [this](const QString &reason) {
        m_hasShownPin = false;
        m_connection.fail(reason);
    });
    connect(&m_selfTest, &SelfTest::finished, this, [this] {
        if (m_selfTest.obstacles().isEmpty())
            return;
        applySettings();
        Q_EMIT obstaclesFound();
    });
    connect(&m_network, &QNetworkAccessManager::sslErrors, this, &ChatClient::judge);
}

void ChatClient::start()
{
    if (m_connection.state().kind != ClientState::Kind::Stopped)
        return;
    m_connection.start();
    m_probe.start();
    m_reporter.start();
}

void ChatClient::stop()
{
    m_probe.stop();
    m_sending.stop();
    m_tokenRequest.stop();
    m_selfTest.stop();
    m_connection.stop();
    m_reporter.stop();
}

bool ChatClient::setTechnique(Technique technique)
{
    const bool isOffered = m_offer.isEmpty() || m_offer.contains(technique);
    if (m_classTechnique ? *m_classTechnique != technique : !isOffered)
        return false;
    if (technique == m_connection.technique())
        return true;
    m_connection.useTechnique(technique);
    Q_EMIT techniqueChanged(technique);
    return true;
}

Technique ChatClient::technique() const
{
    return m_connection.technique();
}

QString ChatClient::send(const QString &text)
{
    if (text.isEmpty() || text.toUtf8().size() > protocol::maxTextBytes)
        return {};
    const protocol::Outgoing outgoing{text, m_name, generateId(), m_member, std::nullopt, m_sending.hostNow()};
    if (!m_sending.add(outgoing))
        return {};
    Q_EMIT sendQueued(outgoing.id, text);
    m_sending.pump();
    return outgoing.id;
}

void ChatClient::retry(const QString &id)
{
    m_sending.retry(id);
}

void ChatClient::trust(const QByteArray &fingerprint)
{
    m_options.fingerprint = fingerprint;
    m_refusedFingerprint.reset();
    m_connection.trust(fingerprint);
    retryNow();
}

void ChatClient::setPin(const QString &pin)
{
    m_options.pin = pin;
    m_hasShownPin = false;
    if (m_connection.state().kind == ClientState::Kind::AccessDenied)
        m_connection.retryNow();
}

void ChatClient::retryNow()
{
    m_hasShownPin = false;
    m_sending.retryNow();
    m_connection.retryNow();
}

const ClientOptions &ChatClient::options() const
{
    return m_options;
}

const ClientState &ChatClient::state() const
{
    return m_connection.state();
}

const ClientCounters &ChatClient::counters(Technique technique) const
{
    return m_counters[size_t(technique)];
}

const QString &ChatClient::name() const
{
    return m_name;
}

const QString &ChatClient::memberId() const
{
    return m_member;
}

qsizetype ChatClient::unsent() const
{
    return m_sending.unsent();
}

qint64 ChatClient::cursor() const
{
    return m_log.position().after;
}

std::optional<double> ChatClient::clockUncertainty() const
{
    return m_clock.uncertainty(localMilliseconds());
}

bool ChatClient::isReporting() const
{
    return m_reporter.isReporting();
}

void ChatClient::judge(QNetworkReply *reply, const QList<QSslError> &errors)
{
    if (transport::isPinned(errors, m_options.fingerprint)) {
        reply->ignoreSslErrors(errors);
        return;
    }
    const QByteArray fingerprint = transport::fingerprintOf(errors);
    if (std::exchange(m_refusedFingerprint, fingerprint) != fingerprint)
        Q_EMIT certificateRefused(fingerprint);
}

// No transport runs, so the info is not older than the cursor.
void ChatClient::join(const TimedInfo &timed)
{
    m_hasShownPin = false; // it was right; should another be set, this one is tried once more
    m_clock.addSample(timed.sent, timed.received, timed.info.now);
    if (!m_log.isPlaced()) {
        m_log.place(timed.info, m_options.fromStart);
        m_liveFrom = timed.info.next;
    } else if (const std::optional<Gap> gap = m_log.check(timed.info)) {
        reportGap(*gap, timed.info.next);
    }
    if (m_connection.timeAway() > std::max(leastMemberLife, 3 * timed.info.settings.pollInterval))
        m_liveFrom = std::max(m_liveFrom, timed.info.next); // to the host it comes anew
    useName(timed.info.name);
    m_settings.begin(timed.info);
    m_prediction.begin(timed.info);
    applySettings();
    testTechniques();
}

void ChatClient::refresh(const TimedInfo &timed)
{
    m_clock.addSample(timed.sent, timed.received, timed.info.now);
    useName(timed.info.name);
    m_settings.begin(timed.info);
    m_prediction.begin(timed.info);
    applySettings();
}

void ChatClient::welcome(const protocol::RoomInfo &info)
{
    m_clock.addBound(localMilliseconds(), info.now);
    if (const std::optional<Gap> gap = m_log.check(info))
        reportGap(*gap, info.next);
    useName(info.name);
    m_settings.begin(info);
    m_prediction.begin(info);
    applySettings();
}

void ChatClient::takeBatch(const protocol::MessageBatch &batch)
{
    const double local = localMilliseconds();
    m_clock.addBound(local, batch.now);
    LogCursor::Taken taken = m_log.take(batch);
    if (taken.gap)
        reportGap(*taken.gap, batch.next);
    m_reporter.addRepeated(taken.repeated);
    ClientCounters &counter = current();
    counter.repeated += taken.repeated;
    if (batch.entries.isEmpty())
        ++counter.empty;
    const bool isControl = !batch.entries.isEmpty()
        && std::all_of(batch.entries.cbegin(), batch.entries.cend(), protocol::isControl);
    if (isControl && traitsOf(m_connection.technique()).isPaced) { // an answer that the teacher asked for
        --counter.requests;
        ++counter.controlRequests;
    }
    QList<Received> received;
    received.reserve(taken.messages.size());
    for (const protocol::Message &message : std::as_const(taken.messages))
        received.append(receive(message, local));
    takeRaces(taken.controls, local);
    if (!taken.controls.isEmpty())
        Q_EMIT controlsReceived(taken.controls);
    if (!received.isEmpty())
        Q_EMIT messagesReceived(received);
    tellWithdrawn(taken.controls);
    Q_EMIT countersChanged();
    bool mayHaveOrders = false;
    for (const protocol::ControlEntry &control : std::as_const(taken.controls)) {
        mayHaveOrders = m_settings.take(batch.epoch, control) || mayHaveOrders;
        m_prediction.take(batch.epoch, control);
    }
    if (taken.fault) {
        m_connection.fail(u"the host passed over messages"_s);
        return;
    }
    m_sending.pump(); // own messages in it need no acknowledgement any more
    if (mayHaveOrders || (taken.gap && taken.gap->kind == Gap::Kind::NewEpoch))
        m_connection.askRoom(); // what is in force there, and for this client alone
    if (!taken.controls.isEmpty())
        applySettings();
}

void ChatClient::tellWithdrawn(const QList<protocol::ControlEntry> &controls)
{
    QList<qint64> seqs;
    for (const protocol::ControlEntry &control : controls) {
        if (const qint64 seq = protocol::withdrawnBy(control); seq != 0)
            seqs.append(seq);
    }
    if (!seqs.isEmpty())
        Q_EMIT messagesWithdrawn(seqs);
}

void ChatClient::measure(Received &received, double local)
{
    const std::optional<double> now = m_clock.hostTime(local);
    const protocol::Message &message = received.message;
    if (!now || message.seq <= m_liveFrom)
        return;
    const DelayReporter::Sample sample{received.technique, *now, message.accepted, message.sent};
    if (!m_reporter.add(sample)) {
        ++current().setAside;
        return;
    }
    received.delay = toMilliseconds(sample.delivery());
    received.uncertainty = m_clock.uncertainty(local);
    ClientCounters &counter = current();
    counter.delays.add(sample.delivery());
    counter.uncertainty = std::max(counter.uncertainty, received.uncertainty);
}

Received ChatClient::receive(const protocol::Message &message, double local)
{
    ClientCounters &counter = current();
    Received received{message, m_connection.technique(), std::nullopt, std::nullopt, false, {}};
    ++(message.seq <= m_liveFrom ? counter.history : counter.delivered);
    measure(received, local);
    received.id = m_sending.claim(message, m_name);
    received.own = !received.id.isEmpty();
    if (received.own)
        m_sending.confirm(received.id, message.seq);
    return received;
}

void ChatClient::reportGap(const Gap &gap, qint64 newLiveFrom)
{
    if (gap.kind == Gap::Kind::NewEpoch) {
        m_sending.forgetNumbers();
        m_settings.forget();
        m_prediction.forget();
        m_liveFrom = newLiveFrom;
    }
    m_reporter.addMissed(gap.missed);
    Q_EMIT gapFound(gap);
}

//! The host wants a PIN that is known here, or does not let this client in.
void ChatClient::takeDenial(const protocol::Refusal &refusal)
{
    const bool wantsPin = refusal.code == protocol::pinNeededCode || refusal.code == protocol::badTokenCode;
    if (!wantsPin || m_options.pin.isEmpty() || std::exchange(m_hasShownPin, true)) {
        m_connection.denyAccess(refusal);
        return;
    }
    m_network.setToken({});
    m_tokenRequest.ask(m_options.pin, m_options.name);
}

void ChatClient::useToken(const QByteArray &token)
{
    m_network.setToken(token);
    m_connection.setToken(token);
    m_connection.retryNow();
}

} // namespace pushlab::session
