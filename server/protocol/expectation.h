// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"
#include "server/protocol/technique.h"

#include <QByteArrayView>

#include <chrono>
#include <functional>

namespace pushlab::protocol {

inline constexpr QByteArrayView theoryPath = "/api/theory"; //!< what theory expects under the class settings

//! What theory expects that a technique does to one member. A value; what is infinite is no number that could be shown.
struct Expectation
{
    using Milliseconds = std::chrono::duration<double, std::milli>;

    double requestsPerMinute = 0; //!< that ask for messages
    double emptyShare = 0; //!< of the answers to them, 0 to 1
    Milliseconds meanDelay{0};
    Milliseconds delayP95{0};
    Milliseconds greatestDelay{0};
};

//! What theory says of a technique by which a member receives \a rate messages a second, under these settings. The server knows no
//! theory: who hosts it hands it a pure function, which is called in the server's thread.
using Theory = std::function<Expectation(Technique technique, double rate, const ClassSettings &settings)>;

} // namespace pushlab::protocol
