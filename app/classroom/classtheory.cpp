// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/classroom/classtheory.h"

#include "client/theory/models.h"

namespace pushlab::app {

protocol::Expectation expectationOf(protocol::Technique technique, double rate, const protocol::ClassSettings &settings)
{
    theory::Parameters parameters;
    parameters.rate = rate;
    parameters.oneWay = localTransit + settings.conditioner.delay;
    parameters.pollInterval = settings.pollInterval;
    parameters.hold = settings.hold;
    const theory::DelayModel delay = theory::delay(technique, parameters);
    return {theory::requestsPerMinute(technique, parameters), theory::emptyShare(technique, parameters), delay.mean(),
            delay.quantile(0.95), delay.greatest()};
}

} // namespace pushlab::app
