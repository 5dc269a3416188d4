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

//! What one technique cost within a window of time.
struct TechniqueFigures
{
    server::Usage usage; //!< within the window
    qint64 members = 0; //!< that use it now
    double memberMinutes = 0; //!< of all who used it, summed over the window
    std::optional<double> p50; //!< ms, of delays that were reported within the window
    std::optional<double> p95;
    std::optional<double> doubt; //!< ± ms, of both

    [[nodiscard]] std::optional<double> perMemberMinute(qint64 count) const
    {
        return memberMinutes > 0 ? std::optional(double(count) / memberMinutes) : std::nullopt;
    }
};

//! What everything cost within a window of time.
struct WindowFigures
{
    double seconds = 0; //!< its true length: less than wanted while there is no more
    std::array<TechniqueFigures, protocol::allTechniques.size()> techniques; //!< by Technique
    server::OtherCounters other;
};

//! Keeps what the host had counted at moments of the last five minutes, so that figures of any window are the difference of
//! two states: counters, and histograms of delays. A plain class of the windows' thread.
class FigureHistory final
{
public:
    static constexpr std::chrono::seconds longest{300};

    void add(const server::HostSnapshot &snapshot);
    void clear() { *this = FigureHistory(); } //!< another host: it counts from zero
    void reset(); //!< figures begin anew, now

    //! Nothing before a second has passed.
    [[nodiscard]] std::optional<WindowFigures> figures(std::chrono::seconds window) const;

    //! The members as last heard of, with what they did within the window in place of what they did since they came.
    [[nodiscard]] QList<server::MemberSnapshot> members(std::chrono::seconds window) const;

private:
    template <typename T>
    using ByTechnique = std::array<T, protocol::allTechniques.size()>;
    //! What a member had done by then.
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
        ClockDoubts doubts; // since the state before
        server::OtherCounters other;
        QHash<QString, MemberCounts> members; // by room and key; of kept states alone
    };
    void keep(const State &state);
    void thinOut();
    [[nodiscard]] qsizetype startOf(std::chrono::seconds window) const;

    QList<State> m_states; // ascending: a second apart, older ones five
    qsizetype m_settled = 0; // of them, from the front, that are thinned out
    std::optional<State> m_newest;
    QList<server::MemberSnapshot> m_members; // the newest
};

} // namespace pushlab::app
