// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/ledger/ledger.h"
#include "server/protocol/classmeasurement.h"
#include "server/protocol/classsettings.h"
#include "server/room/shard.h"

#include <QHash>

#include <array>
#include <optional>

namespace pushlab::server {

//! Measures what the class does while a question is asked: from begin() on, or from the last change of what matters. A plain
//! class; owned by the server, in its thread. The ledger must be up to date for each call.
class ClassMeasure final
{
    Q_DISABLE_COPY_MOVE(ClassMeasure)

public:
    ClassMeasure(const room::Shard &shard, const ledger::Ledger &ledger) : m_shard(shard), m_ledger(ledger) {}

    [[nodiscard]] bool isOn() const { return m_start.has_value(); }
    [[nodiscard]] bool isSettling() const { return m_settled.has_value(); } //!< after a change, until it begins anew
    void begin();
    void end();
    //! The settings have changed from \a before to \a now: what was measured was another class.
    void noteChange(const protocol::ClassSettings &now, const protocol::ClassSettings &before);
    //! Takes in who has come, or has changed the technique; to be called every few seconds while isOn().
    void follow();

    //! Nothing in it while the reports of what was before a change are still on their way.
    [[nodiscard]] protocol::ClassMeasurement take() const;

private:
    //! A member as it was when it began to use its technique, or when the measurement began.
    struct MemberStart
    {
        base::Clock::TimePoint time;
        protocol::Technique technique = protocol::Technique::Polling;
        ledger::Usage usage; //!< by that technique
    };
    struct Start
    {
        QHash<ledger::MemberKey, MemberStart> members;
        std::array<protocol::DelayHistogram, protocol::allTechniques.size()> delays;
    };

    void addMembers(Start &start) const;
    [[nodiscard]] Start startNow() const;
    [[nodiscard]] QList<protocol::MemberSample> membersSince(const Start &start) const;
    [[nodiscard]] std::optional<protocol::RatePoint> pointSince(const Start &start) const;
    [[nodiscard]] double clockUncertainty(protocol::Technique technique) const;
    void settle();
    //! Whether it is to begin anew now, because the reports of what was before a change have come.
    [[nodiscard]] bool isSettled() const;

    const room::Shard &m_shard;
    const ledger::Ledger &m_ledger;
    std::optional<Start> m_start; // of the measurement
    std::optional<Start> m_pointStart; // of the present rate of messages
    QList<protocol::RatePoint> m_points; // of former rates
    std::optional<base::Clock::TimePoint> m_settled; // when it begins anew
};

} // namespace pushlab::server
