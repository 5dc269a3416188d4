// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace pushlab::tests {

//! Whether a process goes on taking memory once it has settled. A plain class.
class MemoryWatch
{
public:
    //! Settled after \a settling; from then on it may take \a mayGrow times what it took at that moment.
    MemoryWatch(std::chrono::milliseconds settling, double mayGrow) : m_settling(settling), m_mayGrow(mayGrow) {}

    void add(std::chrono::milliseconds elapsed, qint64 kb);

    // KB; 0 before the process has settled.
    [[nodiscard]] qint64 settled() const { return m_samples.empty() ? 0 : m_samples.front(); }
    [[nodiscard]] qint64 most() const;
    [[nodiscard]] qint64 last() const { return m_samples.empty() ? 0 : m_samples.back(); }
    [[nodiscard]] bool isFlat() const; //!< false when too little was seen to tell

private:
    std::chrono::milliseconds m_settling;
    double m_mayGrow;
    std::vector<qint64> m_samples; // since it has settled
};

} // namespace pushlab::tests
