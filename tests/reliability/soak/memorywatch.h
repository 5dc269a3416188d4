// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace pushlab::tests {

//! Whether a process's memory goes on growing after a start phase. A plain class.
class MemoryWatch
{
public:
    //! The start phase lasts \a settling; after it the memory may grow to \a mayGrow times its size at that moment.
    MemoryWatch(std::chrono::milliseconds settling, double mayGrow) : m_settling(settling), m_mayGrow(mayGrow) {}

    void add(std::chrono::milliseconds elapsed, qint64 kb);

    // KB at the end of the start phase; 0 before that.
    [[nodiscard]] qint64 settled() const { return m_samples.empty() ? 0 : m_samples.front(); }
    [[nodiscard]] qint64 most() const;
    [[nodiscard]] qint64 last() const { return m_samples.empty() ? 0 : m_samples.back(); }
    [[nodiscard]] bool isFlat() const; //!< false as well when there are too few samples

private:
    std::chrono::milliseconds m_settling;
    double m_mayGrow;
    std::vector<qint64> m_samples; // since the end of the start phase
};

} // namespace pushlab::tests
