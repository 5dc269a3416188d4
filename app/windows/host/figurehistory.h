// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/host/clockdoubt.h"
#include "server/host.h"

#include <QHash>
#include <QList>

#include <array>
#include <chrono>
#include <optional>

namespace pushlab::app {

//! The figures of one technique within a period.
struct TechniqueFigures
{
    server::Usage usage; //!< within the period
    qint64 members = 0; //!< that use it now
    qint64 virtualClients = 0; //!< likewise; no members
    double memberMinutes = 0; //!< minutes of all members and virtual clients that used the technique, within the period
    std::optional<double> p50; //!< ms, of delays reported within the period
    std::optional<double> p95;
    std::optional<double> doubt; //!< uncertainty of both, ± ms

    [[nodiscard]] std::optional<double> perMemberMinute(qint64 count) const
    {
        return memberMinutes > 0 ? std::optional(double(count) / memberMinutes) : std::nullopt;
    }
};

//! The figures of all techniques within a period.
struct WindowFigures
{
    double seconds = 0; //!< its actual length, shorter than requested while there is no more data
    std::array<TechniqueFigures, protocol::allTechniques.size()> techniques; //!< indexed by Technique
    server::OtherCounters other;
};

//! Stores states of the host's counters of the last five minutes, so that the figures of any period are the difference of two
//! states, of counters and of histograms of delays. A plain class of the windows' thread.
class FigureHistory final
{
public:
    static constexpr std::chrono::seconds longest{300};

    void add(const server::HostSnapshot &snapshot);
    void clear() { *this = FigureHistory(); } //!< for another host, which counts from zero
    void reset(); //!< restarts the figures now

    //! The figures of the last \a window; nullopt before a second has passed.
    [[nodiscard]] std::optional<WindowFigures> figures(std::chrono::seconds window) const;

    //! The members in the last snapshot, with what they did within the period instead of since they joined. When there are virtual
    //! clients, all of them follow as one that has no room.
    [[nodiscard]] QList<server::MemberSnapshot> members(std::chrono::seconds window) const;

private:
    template <typename T>
    using ByTechnique = std::array<T, protocol::allTechniques.size()>;
    //! The counters of a member in a state.
    struct MemberCounts
    {
        qint64 requests = 0;
        qint64 delivered = 0;
        qint64 connections = 0;
        qint64 bytes = 0;
    };
    struct State
    {
        double now = 0; // ms
        ByTechnique<server::TechniqueCounters> techniques;
        ByTechnique<protocol::DelayHistogram> deliveries;
        ByTechnique<double> memberMinutes{}; // since the first state
        ClockDoubts doubts; // in the time since the state before
        server::OtherCounters other;
        QHash<QString, MemberCounts> members; // by room and key; only in stored states
    };
    void keep(const State &state);
    void thinOut();
    [[nodiscard]] qsizetype startOf(std::chrono::seconds window) const;

    QList<State> m_states; // ascending; recent ones a second apart, older ones five seconds
    qsizetype m_settled = 0; // number of states at the front that were thinned out already
    std::optional<State> m_newest;
    QList<server::MemberSnapshot> m_members; // in the newest snapshot
};

} // namespace pushlab::app
