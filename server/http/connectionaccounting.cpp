// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/connectionaccounting.h"

#include "server/io/socket/countingsocket.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pushlab::http {

namespace {

// When more share a connection, segments are recorded in between; further members do not count the connection.
constexpr size_t maxShares = 8;
constexpr size_t maxMembersApart = 16;

} // namespace

struct ConnectionAccounting::Details
{
    //! An answer that may not have gone out completely.
    struct Unsent
    {
        CostCenter costCenter;
        Amount amount;
        qint64 end; //!< position in all that was written
    };

    std::vector<Share> shares; //!< without m_first
    std::vector<quint32> members; //!< without m_member
    std::vector<Unsent> unsent; //!< in the order of writing
};

ConnectionAccounting::ConnectionAccounting(TrafficObserver &observer) : m_observer(observer) {}

ConnectionAccounting::~ConnectionAccounting() = default;

ConnectionAccounting::Details &ConnectionAccounting::details()
{
    if (!m_details)
        m_details = std::make_unique<Details>();
    return *m_details;
}

void ConnectionAccounting::record(io::CountingSocket &socket, qint64 answerBody, const Apart &apart)
{
    const qint64 body = std::exchange(m_upBody, 0);
    record(socket, {body, std::exchange(m_up, 0) - body}, {answerBody, std::exchange(m_down, 0) - answerBody, apart});
}

void ConnectionAccounting::recordOpening(io::CountingSocket &socket)
{
    const qint64 body = std::exchange(m_upBody, 0);
    record(socket, {body, std::exchange(m_up, 0) - body, {}, true}, {0, std::exchange(m_down, 0), {}, true});
}

void ConnectionAccounting::record(io::CountingSocket &socket, const Amount &up, const Amount &down)
{
    Exchange exchange{m_costCenter, up, down, up.total() > 0, false, false};
    exchange.isNewAccount = !(m_accountsSeen >> m_costCenter.account & 1);
    exchange.isNewMember = m_costCenter.member != 0 && isNewMember(m_costCenter.member);
    m_accountsSeen |= quint8(1 << m_costCenter.account);
    m_observer.onExchange(exchange);
    addShare(socket, up.total() + down.total());
    if (m_details || socket.bytesPassed() < socket.bytesOut())
        noteUnsent(socket, down);
}

void ConnectionAccounting::recordPassed(io::CountingSocket &socket, const Amount &down)
{
    m_observer.onExchange({m_costCenter, {}, down, false, false, false});
    addShare(socket, down.total());
}

void ConnectionAccounting::recordStray(qint64 bytes)
{
    if (bytes > 0)
        recordStray({0, bytes}, {});
}

void ConnectionAccounting::recordGivenUp(qint64 bytes, qint64 body)
{
    const qint64 up = bytes + std::exchange(m_up, 0);
    const qint64 down = std::exchange(m_down, 0);
    if (up + down > 0)
        recordStray({body, up - body}, {0, down});
}

void ConnectionAccounting::recordStray(const Amount &up, const Amount &down)
{
    m_observer.onExchange({{}, up, down, false, !(m_accountsSeen & 1), false});
    m_accountsSeen |= 1;
}

bool ConnectionAccounting::isNewMember(quint32 member)
{
    if (m_member == 0)
        m_member = member;
    else if (m_member == member)
        return false;
    else if (std::vector<quint32> &others = details().members;
             others.size() >= maxMembersApart || std::find(others.begin(), others.end(), member) != others.end())
        return false;
    else
        others.push_back(member);
    return true;
}

void ConnectionAccounting::addShare(io::CountingSocket &socket, qint64 bytes)
{
    if (m_first.costCenter == m_costCenter) {
        m_first.bytes += bytes;
        return;
    }
    if (m_first.bytes == 0) {
        m_first = {m_costCenter, bytes};
        return;
    }
    std::vector<Share> &shares = details().shares;
    const auto own = std::find_if(shares.begin(), shares.end(),
                                  [this](const Share &share) { return share.costCenter == m_costCenter; });
    if (own != shares.end()) {
        own->bytes += bytes;
        return;
    }
    shares.push_back({m_costCenter, bytes});
    if (shares.size() == maxShares)
        recordSegments(socket);
}

void ConnectionAccounting::recordSegments(io::CountingSocket &socket)
{
    if (m_accountsSeen == 0)
        return; // later calls will show to whom they belong
    base::TcpTraffic traffic = socket.takeSegments();
    qint64 bytes = m_first.bytes;
    if (m_details) {
        for (const Share &share : m_details->shares)
            bytes += share.bytes;
    }
    if (!traffic.isEmpty() && m_details) {
        for (const Share &share : m_details->shares) {
            m_observer.onSegments(share.costCenter, traffic.takeShare(share.bytes, bytes));
            bytes -= share.bytes;
        }
    }
    if (!traffic.isEmpty())
        m_observer.onSegments(m_first.costCenter, traffic);
    if (m_details)
        m_details->shares = {};
    m_first.bytes = 0;
}

void ConnectionAccounting::noteUnsent(io::CountingSocket &socket, const Amount &down)
{
    std::vector<Details::Unsent> &unsent = details().unsent;
    const qint64 passed = socket.bytesPassed();
    const auto waiting = std::find_if(unsent.begin(), unsent.end(), [passed](const auto &answer) { return answer.end > passed; });
    unsent.erase(unsent.begin(), waiting);
    if (passed < socket.bytesOut())
        unsent.push_back({m_costCenter, down, socket.bytesOut()});
}

qint64 ConnectionAccounting::passedAtEnd(const io::CountingSocket &socket)
{
    // A relay still sends what it holds as long as its connection lives.
    return socket.isRelayed() && socket.networkDescriptor() >= 0 ? socket.bytesSent()
                                                                 : std::min(socket.bytesSent(), socket.bytesPassed());
}

//! Takes back from the end: the body of an answer follows its head.
void ConnectionAccounting::takeBack(io::CountingSocket &socket, qint64 unrecorded)
{
    qint64 lost = socket.bytesOut() - passedAtEnd(socket) - unrecorded;
    if (!m_details)
        return;
    std::vector<Details::Unsent> &unsent = m_details->unsent;
    for (; lost > 0 && !unsent.empty(); unsent.pop_back()) {
        const Details::Unsent &answer = unsent.back();
        const qint64 body = std::min(lost, answer.amount.body);
        const qint64 rest = std::min(lost - body, answer.amount.rest);
        lost -= body + rest;
        // Bytes that are told apart count as sent first.
        const qint64 sent = answer.amount.body - body;
        const Apart &apart = answer.amount.apart;
        const qint64 first = std::max<qint64>(apart.first - sent, 0);
        const qint64 both = std::max<qint64>(apart.total() - sent, 0);
        m_observer.onUnsent(answer.costCenter, {body, rest, {first, both - first}, answer.amount.isOpening});
    }
    unsent.clear();
}

void ConnectionAccounting::close(io::CountingSocket &socket, qint64 unrecorded)
{
    takeBack(socket, unrecorded);
    recordSegments(socket);
}

} // namespace pushlab::http
