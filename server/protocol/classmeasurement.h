// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/questionresult.h"
#include "server/protocol/technique.h"

#include <QList>

#include <array>
#include <functional>

namespace pushlab::protocol {

//! Delays from the host's acceptance of a message to its receipt, as members reported them; ms.
struct DelaySamples
{
    qint64 n = 0;
    double mean = 0;
    double deviation = 0; //!< standard, of the sample
    double greatest = 0;
    double clockUncertainty = 0; //!< how much they may be wrong together, because two clocks were involved
};

//! What one member did within the measured time, by the one technique that it used.
struct MemberSample
{
    Technique technique = Technique::Polling;
    double minutes = 0;
    double requests = 0;
    double delivered = 0; //!< messages
    double bytes = 0; //!< of delivering them
    bool hasSent = false; //!< messages of its own, whose bytes are included
};

//! What a member needed at one rate of messages; all a minute.
struct RatePoint
{
    double messages = 0;
    double longPolling = 0; //!< requests
    double polling = 0; //!< 0: nobody polled
};

//! What the class has measured since its question was asked, or since its settings were last changed. A plain value.
struct ClassMeasurement
{
    std::array<DelaySamples, allTechniques.size()> delays; //!< indexed by Technique
    QList<MemberSample> members;
    QList<RatePoint> points; //!< a rate of the generator each
};

//! What answers a prepared question. The server knows no theory: who hosts it hands it a pure function, which is called in the
//! server's thread.
using Answerer =
    std::function<QuestionAnswer(const ClassQuestion &question, const ClassMeasurement &measured, const ClassSettings &settings)>;

} // namespace pushlab::protocol
