// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/theory/eventoverhead.h"

namespace pushlab::theory {

namespace {

//! The number of digits of a number's integer part in \a base.
int digitsOf(double number, int base)
{
    int digits = 1;
    for (; number >= base; number /= base)
        ++digits;
    return digits;
}

} // namespace

int eventOverheadBytes(double messageBytes, double number)
{
    constexpr int fields = 13; // "id: ", "data: " and three line feeds
    constexpr int chunkEnds = 4; // two line ends: of its size's line and of its data
    const int event = fields + digitsOf(number, 10);
    return event + digitsOf(messageBytes + event, 16) + chunkEnds;
}

} // namespace pushlab::theory
