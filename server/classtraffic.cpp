// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/classtraffic.h"

#include "server/api/roomof.h"
#include "server/http/httpserver.h"
#include "server/http/request.h"
#include "server/io/socket/countingsocket.h"
#include "server/protocol/urlencoding.h"
#include "server/traffic/connectiontap.h"

#include <utility>

namespace pushlab::server {

using namespace std::chrono_literals;
using traffic::ConnectionTap;
using traffic::Owner;
using wire::TrafficExcerpt;
using wire::TrafficRecord;

namespace {

// How much one look is answered with.
constexpr qsizetype mostRecords = 500;
constexpr qsizetype mostBytes = 512 * 1024;

//! Records a request that arrived before its connection was recorded; not in chunks, for these are gone.
void addMissedRequest(ConnectionTap &tap, const http::Request &request)
{
    if (tap.lacksRequest() && request.field("Transfer-Encoding").isNull())
        tap.addMissed(QByteArray(request.head() + request.body()));
}

} // namespace

ClassTraffic::ClassTraffic(const push::Context &context, http::HttpServer &http, std::span<push::TechniqueHandler *const> handlers)
    : m_context(context)
    , m_http(http)
    , m_handlers(handlers)
    , m_recorder([this](quint8 account, quint32 member) { return findOwner(account, member); })
{
    connect(&m_context.shard, &room::Shard::withdrawn, this,
            [this](const QString &room, qint64 seq) { m_recorder.withdraw(room, seq); });
    connect(&m_sweepTimer, &QTimer::timeout, this, &ClassTraffic::sweep);
}

ClassTraffic::~ClassTraffic()
{
    m_http.setWatcher(nullptr);
}

void ClassTraffic::recordAll(bool isOn)
{
    if (isOn == (m_since > 0))
        return;
    m_since = isOn ? traffic::microsecondsNow() : 0;
    if (isOn)
        m_recorder.restartNews();
    watchConnections();
}

std::optional<TrafficExcerpt> ClassTraffic::takeNews()
{
    TrafficExcerpt news = m_recorder.takeNews();
    const bool isCleared = std::exchange(m_oldestTold, news.oldest) != news.oldest;
    if (news.records.isEmpty() && news.connections.isEmpty() && !isCleared)
        return std::nullopt;
    news.since = m_since;
    return news;
}

void ClassTraffic::clear()
{
    m_recorder.clear();
}

TrafficExcerpt ClassTraffic::look(const QString &room, const QByteArray &member, quint64 number)
{
    const bool isFirst = !m_watched.contains({room, member});
    Watch &watch = m_watched[{room, member}];
    watch.lastLook = m_context.shard.clock().steady();
    if (isFirst) {
        watch.since = m_since > 0 ? m_since : traffic::microsecondsNow();
        watchConnections();
    }
    TrafficExcerpt seen = m_recorder.excerpt(number, mostRecords, mostBytes, [&room, &member](const TrafficRecord &record) {
        return record.memberKey == member && record.room == room;
    });
    seen.since = watch.since;
    return seen;
}

TrafficExcerpt ClassTraffic::lookAtRoom(const QString &room, quint64 number) const
{
    TrafficExcerpt seen = m_recorder.excerpt(number, mostRecords, mostBytes,
                                             [&room](const TrafficRecord &record) { return record.room == room; });
    seen.since = m_since;
    return seen;
}

//! Begins with the connections that are to be recorded from now on, and ends with the others.
void ClassTraffic::watchConnections()
{
    const bool isOn = m_since > 0 || !m_watched.isEmpty();
    if (m_since == 0)
        m_recorder.detachUnless([this](const Owner &owner) { return isWatched(owner); });
    m_http.setWatcher(isOn ? this : nullptr);
    if (!isOn) {
        m_sweepTimer.stop();
        m_members.clear();
        m_recorder.forgetOwners();
        return;
    }
    for (const push::TechniqueHandler *const handler : m_handlers)
        handler->showSockets([this](const push::TechniqueHandler::OpenSocket &open) { onSocket(open); });
    m_sweepTimer.start(5s);
}

void ClassTraffic::onConnection(io::CountingSocket &socket)
{
    if (m_since > 0)
        m_recorder.attach(socket);
}

void ClassTraffic::onRequest(io::CountingSocket &socket, const http::Request &request)
{
    if (m_since == 0 && !socket.tap())
        return;
    ConnectionTap &tap = m_recorder.attach(socket);
    addMissedRequest(tap, request);
    tap.setRoom(api::roomOf(request));
    tap.belongsTo(0, 0);
}

void ClassTraffic::onUpgrade(io::CountingSocket &socket, const http::Request &request)
{
    if (!socket.tap()) {
        const auto member = protocol::FormView(request.query()).field("member");
        const bool isOfOne = member && m_watched.contains({api::roomOf(request), room::memberKey(member.value)});
        if (m_since == 0 && !isOfOne)
            return;
        ConnectionTap &fresh = m_recorder.attach(socket);
        fresh.addMissed(QByteArray(request.head() + request.body()));
        fresh.takeUnread();
    }
    ConnectionTap &tap = m_recorder.attach(socket);
    addMissedRequest(tap, request);
    tap.setRoom(api::roomOf(request));
    tap.belongsTo(0, 0);
}

void ClassTraffic::onCostCenter(io::CountingSocket &socket, const http::CostCenter &costCenter, const http::Request *request)
{
    if (!socket.tap() && m_since == 0 && !isOfWatched(costCenter.account, costCenter.member))
        return;
    ConnectionTap &tap = m_recorder.attach(socket);
    if (request)
        addMissedRequest(tap, *request);
    if (request && costCenter.member == 0)
        tap.setRoom(api::roomOf(*request));
    tap.belongsTo(costCenter.account, costCenter.member);
}

void ClassTraffic::onOpenStream(io::CountingSocket &socket, const http::CostCenter &costCenter, bool isChunked)
{
    if (socket.tap() || (m_since == 0 && !isOfWatched(costCenter.account, costCenter.member)))
        return;
    ConnectionTap &tap = m_recorder.attach(socket);
    tap.useEvents(isChunked);
    tap.belongsTo(costCenter.account, costCenter.member);
}

void ClassTraffic::onSocket(const push::TechniqueHandler::OpenSocket &open)
{
    if (open.socket.tap() || (m_since == 0 && !isOfWatched(open.account, open.member)))
        return;
    ConnectionTap &tap = m_recorder.attach(open.socket);
    tap.useFrames(open.arrived);
    tap.belongsTo(open.account, open.member);
}

bool ClassTraffic::isOfWatched(quint8 account, quint32 member)
{
    return member != 0 && isWatched(*m_recorder.ownerOf(account, member));
}

Owner ClassTraffic::findOwner(quint8 account, quint32 member)
{
    if (member != 0 && !m_members.contains(member))
        listMembers();
    Owner owner = member != 0 ? m_members.value(member) : Owner();
    for (const protocol::Technique technique : protocol::allTechniques) {
        if (quint8(ledger::accountOf(technique)) == account)
            owner.technique = technique;
    }
    return owner;
}

//! All at once: each is asked for sooner or later.
void ClassTraffic::listMembers()
{
    for (const auto &[name, room] : m_context.shard.rooms()) {
        for (const auto &[key, member] : room->members()) {
            for (const ledger::UsageId usage : member.usage) {
                if (usage != 0)
                    m_members.insert(usage, {std::nullopt, name, member.name, key});
            }
        }
    }
}

void ClassTraffic::sweep()
{
    m_members.clear(); // members come and go, and are called otherwise
    m_recorder.forgetOwners();
    const base::Clock::TimePoint now = m_context.shard.clock().steady();
    const auto gone = m_watched.removeIf(
        [now](QHash<MemberPlace, Watch>::iterator watch) { return now - watch->lastLook > keptUp; });
    if (gone > 0)
        watchConnections();
}

} // namespace pushlab::server
