// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/classmeasure.h"
#include "server/classworksheet.h"
#include "server/protocol/classmeasurement.h"
#include "server/room/questionround.h"

#include <functional>

namespace pushlab::server {

//! Predict, then measure: puts the class's question into the rooms' logs, and works out its result. Owned by the server, in its
//! thread.
class ClassPrediction final
{
    Q_DISABLE_COPY_MOVE(ClassPrediction)

public:
    //! All references are the server's and outlive this object; the \a worksheet hears of each question that is asked or shown. \a
    //! answerer may be empty; \a bringUpToDate: the ledger.
    ClassPrediction(const room::Shard &shard, const ledger::Ledger &ledger, const protocol::ClassSettings &settings,
                    room::QuestionRound &round, ClassWorksheet &worksheet, protocol::Answerer answerer,
                    std::function<void()> bringUpToDate);

    //! Returns false when nothing is asked that the order could be about. A prepared question is asked as the settings are now.
    bool execute(const protocol::QuestionOrder &order);
    void noteChange(const protocol::ClassSettings &before); //!< the settings were changed
    void sweep(); //!< to be called every few seconds

private:
    void open(const protocol::ClassQuestion &wanted);
    void show(const protocol::QuestionOrder &order);
    void tell() const;

    const room::Shard &m_shard;
    const protocol::ClassSettings &m_settings;
    room::QuestionRound &m_round;
    ClassWorksheet &m_worksheet;
    protocol::Answerer m_answerer;
    std::function<void()> m_bringUpToDate;
    ClassMeasure m_measure;
};

} // namespace pushlab::server
