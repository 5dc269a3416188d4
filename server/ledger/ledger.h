// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/ledger/counters.h"
#include "server/ledger/delays.h"
#include "server/protocol/technique.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace pushlab::ledger {

//! To whose cost a request or a connection goes: a technique's, by accountOf(), or none's.
enum class Account : quint8 { Other };

[[nodiscard]] constexpr Account accountOf(protocol::Technique technique)
{
    return Account(quint8(technique) + 1);
}

//! Appends the fields of a JSON object, as `GET /api/stats` has them for a technique and for a member.
void appendUsage(QByteArray &json, const Usage &usage);

//! What the techniques have cost since the host's start. A plain class; lives in the server's thread.
class Ledger
{
public:
    [[nodiscard]] TechniqueCounters &of(protocol::Technique technique) { return m_techniques[size_t(technique)]; }
    [[nodiscard]] const TechniqueCounters &of(protocol::Technique technique) const { return m_techniques[size_t(technique)]; }
    [[nodiscard]] OtherCounters &other() { return m_other; }
    [[nodiscard]] const OtherCounters &other() const { return m_other; }
    //! Nothing when the host does without TLS.
    [[nodiscard]] std::optional<TlsCounters> &tls() { return m_tls; }
    [[nodiscard]] const auto &techniques() const { return m_techniques; }

    [[nodiscard]] Delays &delays() { return m_delays; }
    [[nodiscard]] const Delays &delays() const { return m_delays; }

    //! Bytes that passed; less than 0 for what was counted and did not.
    void addBytes(Account account, const ByteSplit &up, const ByteSplit &down);
    void addConnection(Account account);
    void addSegments(Account account, const TcpIpCounters &segments); //!< those of Other are not kept

    //! Has figures begin anew, \a now in ms since 1970. The counters go on.
    void reset(double now) { m_atReset = {now, m_techniques, m_other, m_tls}; }
    [[nodiscard]] double resetAt() const { return m_atReset.time; } //!< the last time; 0: never

    //! `GET /api/stats`; \a now in ms since 1970.
    [[nodiscard]] QByteArray toJson(double now) const;
    //! `GET /api/stats?since=reset`: what was counted since then, without the delays, which cannot be told apart.
    [[nodiscard]] QByteArray toJsonSinceReset(double now) const;
    //! `GET /metrics`: the same in Prometheus' text format 0.0.4.
    [[nodiscard]] QByteArray toPrometheus() const;

private:
    using Techniques = std::array<TechniqueCounters, protocol::allTechniques.size()>;

    //! What had been counted at a moment.
    struct Mark
    {
        double time = 0; //!< ms since 1970
        Techniques techniques;
        OtherCounters other;
        std::optional<TlsCounters> tls;
    };

    Techniques m_techniques;
    OtherCounters m_other;
    Delays m_delays;
    std::optional<TlsCounters> m_tls;
    Mark m_atReset;
};

} // namespace pushlab::ledger
