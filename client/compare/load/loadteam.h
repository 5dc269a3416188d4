// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/compare/load/virtualclient.h"
#include "client/compare/result/roundresult.h"

#include <memory>
#include <vector>

namespace pushlab::compare {

//! The virtual clients of one variant in a round, and their counters. Lives in the load's thread.
class LoadTeam final
{
    Q_DISABLE_COPY_MOVE(LoadTeam)

public:
    //! Creates the clients; \a tracker and \a clock must outlive them.
    LoadTeam(Variant variant, const Target &target, const RunOptions &options, MessageTracker &tracker, const HostClock &clock);
    ~LoadTeam();

    [[nodiscard]] const std::vector<std::unique_ptr<VirtualClient>> &clients() const { return m_clients; }

    void beginWindow(); //!< begins the measurement
    void addSecond(); //!< completes a second of the timeline
    void endWindow();

    //! Whether every client has received every message.
    [[nodiscard]] bool hasEverything() const;

    //! The results after \a seconds of measurement, or of the whole window; without delay samples and without the counters of
    //! sockets.
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
    Counters m_metricsAtBegin; // counters when the window began, without those of sockets
    Counters m_inWindow;
    Counters m_atSecond;
    QList<SecondCounts> m_timeline;
};

} // namespace pushlab::compare
