// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/ledger/counters.h"
#include "server/ledger/delays.h"
#include "server/ledger/races.h"
#include "server/protocol/technique.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace pushlab::ledger {

//! The account of a request or a connection: that of a technique, see accountOf(), or Other.
enum class Account : quint8 { Other };

[[nodiscard]] constexpr Account accountOf(protocol::Technique technique)
{
    return Account(quint8(technique) + 1);
}

//! The account of who reads or sends by \a technique: the teacher's is Other.
[[nodiscard]] constexpr Account accountOf(protocol::Technique technique, bool isTeacher)
{
    return isTeacher ? Account::Other : accountOf(technique);
}

//! Appends fields to a JSON object, as `GET /api/stats` has them for a technique and for a member.
void appendUsage(QByteArray &json, const Usage &usage);

//! The counters of all techniques since the host's start. A plain class; lives in the server's thread.
class Ledger
{
public:
    [[nodiscard]] TechniqueCounters &of(protocol::Technique technique) { return m_techniques[size_t(technique)]; }
    [[nodiscard]] const TechniqueCounters &of(protocol::Technique technique) const { return m_techniques[size_t(technique)]; }
    [[nodiscard]] OtherCounters &other() { return m_other; }
    [[nodiscard]] const OtherCounters &other() const { return m_other; }
    //! The counters of \a account. Those of Account::Other take what the teacher's own chat counts, and are told to nobody.
    [[nodiscard]] Usage &usage(Account account)
    {
        return account == Account::Other ? m_teacher : m_techniques[size_t(account) - 1];
    }
    //! nullopt when the host does not use TLS.
    [[nodiscard]] std::optional<TlsCounters> &tls() { return m_tls; }
    [[nodiscard]] const auto &techniques() const { return m_techniques; }

    [[nodiscard]] Delays &delays() { return m_delays; }
    [[nodiscard]] const Delays &delays() const { return m_delays; }
    [[nodiscard]] Races &races() { return m_races; }
    [[nodiscard]] const Races &races() const { return m_races; }

    //! Adds bytes that passed the socket; negative for bytes that were added and did not go out.
    void addBytes(Account account, const ByteSplit &up, const ByteSplit &down);
    void addConnection(Account account);
    void addSegments(Account account, const TcpIpCounters &segments); //!< those of Account::Other are ignored

    //! Restarts the figures at \a now, ms since 1970. The counters go on.
    void reset(double now) { m_atReset = {now, m_techniques, m_other, m_tls}; }
    [[nodiscard]] double resetAt() const { return m_atReset.time; } //!< ms since 1970; 0: never

    //! `GET /api/stats`; \a now in ms since 1970.
    [[nodiscard]] QByteArray toJson(double now) const;
    //! `GET /api/stats?since=reset`: what was counted since reset(), without the delays, which cannot be separated.
    [[nodiscard]] QByteArray toJsonSinceReset(double now) const;
    //! `GET /metrics`: the counters in Prometheus' text format 0.0.4.
    [[nodiscard]] QByteArray toPrometheus() const;

private:
    using Techniques = std::array<TechniqueCounters, protocol::allTechniques.size()>;

    //! The state of all counters at one moment.
    struct Mark
    {
        double time = 0; //!< ms since 1970
        Techniques techniques;
        OtherCounters other;
        std::optional<TlsCounters> tls;
    };

    Techniques m_techniques;
    OtherCounters m_other;
    Usage m_teacher;
    Delays m_delays;
    Races m_races;
    std::optional<TlsCounters> m_tls;
    Mark m_atReset;
};

} // namespace pushlab::ledger
