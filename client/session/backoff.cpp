// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/backoff.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

namespace pushlab::session {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 6> pauses{1s, 2s, 4s, 8s, 16s, 30s};
constexpr double jitter = 0.2;

} // namespace

Backoff::Backoff() : Backoff([] { return QRandomGenerator::global()->generateDouble(); }) {}

Backoff::Backoff(Random random) : m_random(std::move(random)) {}

std::chrono::milliseconds Backoff::next()
{
    const auto pause = pauses[size_t(m_failures)];
    m_failures = std::min(m_failures + 1, int(pauses.size()) - 1);
    const double factor = 1 - jitter + 2 * jitter * m_random();
    return std::chrono::round<std::chrono::milliseconds>(pause * factor);
}

} // namespace pushlab::session
