// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/reliability/soak/memorywatch.h"

#include <algorithm>

namespace pushlab::tests {

namespace {

constexpr size_t fewestSamples = 3;

} // namespace

void MemoryWatch::add(std::chrono::milliseconds elapsed, qint64 kb)
{
    if (elapsed >= m_settling)
        m_samples.push_back(kb);
}

qint64 MemoryWatch::most() const
{
    return m_samples.empty() ? 0 : *std::max_element(m_samples.cbegin(), m_samples.cend());
}

bool MemoryWatch::isFlat() const
{
    return m_samples.size() >= fewestSamples && settled() > 0 && double(most()) <= double(settled()) * m_mayGrow;
}

} // namespace pushlab::tests
