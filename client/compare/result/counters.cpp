// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/counters.h"

#include <array>

namespace pushlab::compare {

namespace {

constexpr std::array counterNumbers{&Counters::requests,     &Counters::empty,       &Counters::messages,
                                    &Counters::messageBytes, &Counters::emptyBytes,  &Counters::connections,
                                    &Counters::sends,        &Counters::failures,    &Counters::socketBytes,
                                    &Counters::segments,     &Counters::segmentBytes};

} // namespace

Counters &Counters::operator+=(const Counters &other)
{
    for (const auto number : counterNumbers)
        this->*number += other.*number;
    asking += other.asking;
    sending += other.sending;
    return *this;
}

Counters &Counters::operator-=(const Counters &other)
{
    for (const auto number : counterNumbers)
        this->*number -= other.*number;
    asking -= other.asking;
    sending -= other.sending;
    return *this;
}

} // namespace pushlab::compare
