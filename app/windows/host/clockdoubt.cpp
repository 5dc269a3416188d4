// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windows/host/clockdoubt.h"

#include <algorithm>

namespace pushlab::app {

ClockDoubts clockDoubts(const QList<server::MemberSnapshot> &members)
{
    ClockDoubts doubts;
    for (const server::MemberSnapshot &member : members) {
        std::optional<double> &doubt = doubts.at(std::size_t(member.technique));
        doubt = std::max(doubt, member.delays.uncertainty);
    }
    return doubts;
}

} // namespace pushlab::app
