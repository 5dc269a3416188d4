// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/server.h"

#include "server/api/roomof.h"
#include "server/base/freememory.h"
#include "server/base/tcpsegments.h"
#include "server/classcontrol.h"
#include "server/hostpeople.h"
#include "server/io/link/linkconditioner.h"
#include "server/io/tls/tlsterminator.h"
#include "server/room/classpeople.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace pushlab::server {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcServer, "pushlab.server", QtInfoMsg)

constexpr int furtherPorts = 20;
constexpr std::chrono::milliseconds leastMemberLife = 15s;
constexpr int manyGone = 256; // so that it is worth while to give their memory back to the system

http::HttpLimits limitsOf(const HostOptions &options)
{
    http::HttpLimits limits;
    limits.maxConnections = options.maxConnections;
    limits.maxConnectionsPerAddress = options.maxConnectionsPerAddress;
    limits.limitLoopback = options.limitLoopback;
    return limits;
}

//! Divides bytes of an exchange for the ledger: what opens an open-ended answer counts as handshake; what handlers tell apart is
//! history and control entries.
ledger::ByteSplit splitOf(const http::CostCenter &costCenter, const http::Amount &amount)
{
    if (costCenter.isApart)
        return {0, 0, 0, 0, amount.total()};
    if (amount.isOpening)
        return {0, 0, amount.total(), 0, 0};
    return {amount.body - amount.apart.total(), amount.rest, 0, amount.apart.first, amount.apart.second};
}

QByteArray describe(const protocol::Conditioner &conditioner)
{
    if (!conditioner.isOn())
        return "Network conditioner off";
    QByteArray text = "Network conditioner on: delay " + QByteArray::number(qint64(conditioner.delay.count()))
        + " ms each way, jitter " + QByteArray::number(qint64(conditioner.jitter.count())) + " ms, ";
    if (conditioner.bitsPerSecond == 0)
        return text + "any rate";
    return text + QByteArray::number(conditioner.bitsPerSecond) + " bit/s a connection each way";
}

protocol::ClassSettings asPossible(protocol::ClassSettings settings)
{
    settings = protocol::clamped(std::move(settings));
    if (!io::LinkConditioner::isSupported) {
        settings.conditioner = {};
        settings.roomConditioners.clear();
    }
    return settings;
}

} // namespace

Server::Server(const HostOptions &options, room::Storage &storage, std::vector<room::StoredRoom> stored, const QString &storageProblem)
    : m_options(options)
    , m_settings(asPossible(options.settings))
    , m_storage{storage.isDurable() ? StorageState::Kind::File : StorageState::Kind::Memory, {}}
    , m_logs(m_clock, storage, std::move(stored))
    , m_shard(m_clock, m_logs, options.room)
    , m_admission(m_clock, {options.pin.toUtf8(), options.teacherKey, options.messageRate, options.limitLoopback})
    , m_pin(options.pin.toUtf8())
    , m_http(limitsOf(options), options.allowedHosts, *this)
    , m_pages(m_context, m_longPolling, options.pagesDirectory,
              [this](const QString &lesson, bool isChinese) { return m_worksheet.page(lesson, isChinese); })
{
    setInvitation(options.invitation);
    http::Router &router = m_http.router();
    for (push::TechniqueHandler *const handler : m_handlers)
        handler->addRoutes(router);
    const auto addRoutes = [&router](auto &...parts) { (parts.addRoutes(router), ...); };
    addRoutes(m_api, m_moderation, m_browsing, m_theory, m_class, m_raceApi, m_questions, m_lesson, m_probes, m_projector,
              m_trafficApi, m_pages, m_entrance);
    m_http.setUpgradeHandler(&m_gateway);
    m_http.setTrustedProxies(http::TrustedProxies(options.trustedProxies));
    m_http.setLinkGroups(api::roomOf);
    connect(&m_sweepTimer, &QTimer::timeout, this, &Server::sweep);
    m_sweepTimer.start(5s);
    m_stopTimer.setSingleShot(true);
    connect(&m_stopTimer, &QTimer::timeout, this, &Server::finishStop);
    connect(&m_shard, &room::Shard::storageFailed, this, &Server::noteStorageFailure);
    if (!storageProblem.isEmpty())
        m_storage = {StorageState::Kind::Failed, storageProblem};
    connect(&m_shard, &room::Shard::lockChanged, this, &Server::takeLock);
    connect(&m_shard, &room::Shard::withdrawn, this, &Server::forgetEncoded);
    if (m_settings.conditioner.isOn() || !m_settings.roomConditioners.isEmpty())
        conditionLinks();
    if (m_settings.isLocked)
        moderate({}, {room::ModerationCommand::Action::Lock, {}, {}});
    splitClass();
    tellRestored(m_shard, m_settings);
    m_generator.use(m_settings.generator);
}

Server::~Server()
{
    m_shard.deadlines().expireAll(); // while connections can still be answered
}

QString Server::listen()
{
    const int last = m_options.portMayMove ? m_options.port + furtherPorts : m_options.port;
    QString error = m_options.tls ? beginTls() : QString();
    if (!error.isEmpty())
        return error;
    for (int port = m_options.port; port <= std::min(last, 65535); ++port) {
        error = m_http.listen(m_options.bind, quint16(port));
        if (error.isEmpty())
            return {};
    }
    return u"cannot listen on %1 port %2: %3"_s.arg(m_options.bind.toString()).arg(m_options.port).arg(error);
}

//! Prepares TLS for new connections. Returns an error message; empty on success.
QString Server::beginTls()
{
    if (!io::TlsTerminator::isSupported)
        return u"TLS does not work on this system"_s;
    const auto made = io::TlsContext::make(m_options.tls->chain, m_options.tls->key);
    if (const auto *const error = std::get_if<QString>(&made))
        return *error;
    m_ledger.tls().emplace();
    m_http.setTls(std::get<std::shared_ptr<const io::TlsContext>>(made));
    return {};
}

void Server::setTls(const tls::TlsIdentity &identity)
{
    const auto made = io::TlsContext::make(identity.chain, identity.key);
    if (const auto *const error = std::get_if<QString>(&made))
        qCWarning(lcServer, "The new certificate is not used: %s", qPrintable(*error));
    else
        m_http.setTls(std::get<std::shared_ptr<const io::TlsContext>>(made));
}

void Server::setSettings(const protocol::ClassSettings &settings)
{
    const protocol::ClassSettings before = std::exchange(m_settings, asPossible(settings));
    if (m_settings == before)
        return;
    if (m_settings.conditioner != before.conditioner || m_settings.roomConditioners != before.roomConditioners)
        conditionLinks();
    if (m_settings.isLocked != m_shard.moderation().isLocked())
        moderate({}, {m_settings.isLocked ? room::ModerationCommand::Action::Lock : room::ModerationCommand::Action::Unlock, {}, {}});
    if (m_settings.isSplit != before.isSplit || (m_settings.isSplit && m_settings.techniques != before.techniques))
        splitClass();
    m_generator.use(m_settings.generator);
    m_marks.noteChange(m_settings, before, m_clock.wall());
    m_prediction.noteChange(before);
    m_worksheet.noteChange(before);
    tellRooms(m_shard, m_settings, before);
    Q_EMIT settingsChanged();
}

//! Gives each member its part of a split class, in the order of names; later members are given one when they enter.
void Server::splitClass()
{
    if (m_settings.isSplit)
        m_shard.split(m_settings.techniques);
    else
        m_shard.endSplit();
}

void Server::setLesson(const QJsonObject &state)
{
    m_lesson.setState(state);
    m_worksheet.follow(m_lesson.lesson());
}

void Server::mark(const QString &name)
{
    tellOfMark(m_shard, m_marks.addNamed(name, m_clock.wall(), m_settings));
}

void Server::clear()
{
    m_logs.clear();
    m_traffic.clear();
    m_marks.add({m_clock.wall(), ClassMark::Kind::Cleared, {}, m_settings});
}

//! The text of a withdrawn message is in no encoded form from now on, but for bytes that are on their way to a reader.
void Server::forgetEncoded()
{
    for (push::TechniqueHandler *const handler : m_handlers)
        handler->forgetEncoded();
    // Later, because this may be part of the handling of a request.
    QMetaObject::invokeMethod(&m_http, &http::HttpServer::forgetBytes, Qt::QueuedConnection);
}

//! Puts a lock into force; the lock can be set in several ways, all of which come here.
void Server::takeLock(bool isLocked)
{
    if (std::exchange(m_settings.isLocked, isLocked) != isLocked)
        Q_EMIT settingsChanged();
}

void Server::setPin(const QString &pin)
{
    if (pin.toUtf8() == m_pin)
        return;
    const bool isFirst = std::exchange(m_pin, pin.toUtf8()).isEmpty();
    m_admission.setPin(m_pin);
    if (isFirst) {
        m_entrance.keepInsiders();
        return;
    }
    m_entrance.forgetInsiders();
    if (pin.isEmpty())
        return;
    for (push::TechniqueHandler *const handler : m_handlers)
        handler->closeMembers(u"The class needs another PIN now."_s);
}

void Server::moderate(const QString &name, const room::ModerationCommand &command)
{
    room::Room *const room = m_shard.find(name);
    if (name.isEmpty() ? !m_shard.moderate(command) : room && !m_shard.moderate(*room, command))
        qCWarning(lcServer, "Too many members or addresses are muted or banned already; take some back");
}

void Server::conditionLinks()
{
    const auto conditions = [](const protocol::Conditioner &given) {
        return io::LinkConditions{given.delay, given.jitter, given.bitsPerSecond};
    };
    QHash<QString, io::LinkConditions> rooms;
    const auto &given = m_settings.roomConditioners;
    for (auto room = given.cbegin(); room != given.cend(); ++room) {
        rooms.insert(room.key(), conditions(room.value()));
        qCInfo(lcServer, "In room %s: %s", qPrintable(room.key()), describe(room.value()).constData());
    }
    m_http.setLinkConditions(conditions(m_settings.conditioner), rooms);
    for (const push::TechniqueHandler *const handler : m_handlers)
        handler->passSockets(m_http.conditioner());
    qCInfo(lcServer, "%s", describe(m_settings.conditioner).constData());
}

HostSnapshot Server::snapshot()
{
    m_api.bringUpToDate();
    HostSnapshot snapshot;
    snapshot.now = m_clock.wall();
    snapshot.techniques = m_ledger.techniques();
    snapshot.other = m_ledger.other();
    for (const protocol::Technique technique : protocol::allTechniques)
        snapshot.delays[size_t(technique)] = m_ledger.delays().of(technique);
    snapshot.tls = m_ledger.tls();
    snapshot.resetAt = m_ledger.resetAt();
    snapshot.rooms = int(m_shard.rooms().size());
    snapshot.connections = m_http.connectionCount();
    snapshot.messages = m_shard.messageCount();
    snapshot.settings = m_settings;
    snapshot.race = m_ledger.races().race();
    snapshot.marks = m_marks.all();
    snapshot.bans = room::bansOf(m_shard);
    snapshot.spotlight = room::spotlightState(m_shard, m_ledger.delays());
    snapshot.question = m_question.state();
    snapshot.storage = m_storage;
    snapshot.fromOtherMachine = m_http.sawOtherMachine();
    const room::Room *const own = m_shard.find(m_options.room);
    snapshot.isLocked = m_shard.moderation().isLocked() || own->moderation().isLocked();
    appendPeople(snapshot, m_shard, *own, m_ledger.delays());
    return snapshot;
}

QList<QByteArray> Server::log(const QString &name) const
{
    QList<QByteArray> entries;
    const room::Room *const room = m_shard.find(name);
    for (qint64 seq = room ? room->log().oldest() : 1; room && seq <= room->log().next(); ++seq)
        entries.append(room->log().at(seq).json);
    return entries;
}

void Server::stop()
{
    m_sweepTimer.stop();
    for (push::TechniqueHandler *const handler : m_handlers)
        handler->stop();
    m_probes.stop();
    // The last answers do not wait for a slow network.
    m_http.setLinkConditions({});
    connect(&m_http, &http::HttpServer::drained, this, &Server::finishStop);
    m_stopTimer.start(stopTime);
    m_http.shutDown();
}

void Server::finishStop()
{
    // WebSockets have until the timer to take their close frame; it fires for those that do not.
    const bool areStopped = std::ranges::all_of(m_handlers, &push::TechniqueHandler::isStopped);
    if (m_stopTimer.isActive() && !(areStopped && m_http.httpConnectionCount() == 0)) {
        m_stopTimer.start(std::min(m_stopTimer.remainingTimeAsDuration(), std::chrono::milliseconds(200)));
        return;
    }
    m_stopTimer.stop();
    Q_EMIT stopped();
}

void Server::onExchange(const http::Exchange &exchange)
{
    const auto to = ledger::Account(exchange.costCenter.account);
    const ledger::ByteSplit up = splitOf(exchange.costCenter, exchange.up);
    const ledger::ByteSplit down = splitOf(exchange.costCenter, exchange.down);
    m_ledger.addBytes(to, up, down);
    if (to == ledger::Account::Other)
        m_ledger.other().requests += exchange.isRequest;
    if (exchange.isNewAccount)
        m_ledger.addConnection(to);
    if (ledger::Usage *const usage = m_shard.usage().find(exchange.costCenter.member)) {
        usage->up += up;
        usage->down += down;
        usage->connections += exchange.isNewMember;
    }
}

void Server::onUnsent(http::CostCenter costCenter, const http::Amount &amount)
{
    ledger::ByteSplit unsent;
    unsent -= splitOf(costCenter, amount);
    m_ledger.addBytes(ledger::Account(costCenter.account), {}, unsent);
    if (ledger::Usage *const usage = m_shard.usage().find(costCenter.member))
        usage->down += unsent;
}

void Server::onSegments(http::CostCenter costCenter, const base::TcpTraffic &traffic)
{
    const ledger::TcpIpCounters segments{traffic.segmentsIn, traffic.segmentsOut, traffic.bytesIn, traffic.bytesOut};
    m_ledger.addSegments(ledger::Account(costCenter.account), segments);
    if (ledger::Usage *const usage = m_shard.usage().find(costCenter.member))
        usage->tcpIp += segments;
}

void Server::noteStorageFailure(const QString &error)
{
    m_storage = {StorageState::Kind::Failed, error};
    Q_EMIT storageFailed(error);
}

void Server::onTls(const io::TlsCosts &costs)
{
    ledger::TlsCounters &counters = *m_ledger.tls();
    counters.handshakes += costs.handshakes;
    counters.failures += costs.failures;
    counters.bytesUp += costs.bytesUp;
    counters.bytesDown += costs.bytesDown;
}

void Server::sweep()
{
    // A polling member counts as gone once it has missed a few of its polls.
    const int gone = m_shard.sweep(std::max(leastMemberLife, 3 * m_settings.pollInterval));
    m_prediction.sweep();
    m_worksheet.sweep();
    m_ledger.delays().dropIf([this](const ledger::MemberKey &key) {
        room::Room *const room = m_shard.find(key.room);
        return !room || !room->member(key.member);
    });
    // A member outlives its connections, and kept memory pages that it had shared with them.
    if (gone >= manyGone)
        base::releaseFreeMemory();
}

} // namespace pushlab::server
