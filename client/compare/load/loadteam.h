// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/virtualclient.h"
#include "client/compare/result/roundresult.h"

#include <memory>
#include <vector>

namespace pushlab::compare {

//! The virtual clients of one variant in a round, and what was counted of them. Lives in the load's thread.
class LoadTeam final
{
    Q_DISABLE_COPY_MOVE(LoadTeam)

public:
    //! Makes the clients; \a tracker and \a clock live longer.
    LoadTeam(Variant variant, const Target &target, const RunOptions &options, MessageTracker &tracker, const HostClock &clock);
    ~LoadTeam();

    [[nodiscard]] const std::vector<std::unique_ptr<VirtualClient>> &clients() const { return m_clients; }

    void beginWindow(); //!< what is counted from here on is measured
    void addSecond(); //!< to the course over time
    void endWindow();

    //! Whether each client received every message that was sent.
    [[nodiscard]] bool hasEverything() const;

    //! \a seconds measured until now, or in the window. Without samples, and without what the sockets know.
    [[nodiscard]] VariantRound soFar(double seconds) const;
    [[nodiscard]] VariantRound result(double seconds) const; //!< after endWindow()

private:
    [[nodiscard]] Counters counters() const;
    [[nodiscard]] VariantRound tallied(double seconds) const;
    [[nodiscard]] qint64 missing(const VirtualClient &client) const;
    [[nodiscard]] bool isByNumber() const { return m_variant == Variant::TutorialQueue; }

    Variant m_variant;
    ClientContext m_context;
    Recording m_recording; // of the first client
    std::vector<std::unique_ptr<VirtualClient>> m_clients;
    Counters m_atBegin;
    Counters m_metricsAtBegin; // without what the sockets know
    Counters m_inWindow;
    Counters m_atSecond;
    QList<SecondCounts> m_timeline;
};

} // namespace pushlab::compare
