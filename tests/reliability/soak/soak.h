// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/reliability/soak/hostprocess.h"
#include "tests/reliability/soak/memorywatch.h"
#include "tests/reliability/soak/soakbook.h"
#include "tests/reliability/soak/soakmember.h"
#include "tests/reliability/soak/soakteacher.h"
#include "tests/reliability/soak/stallingproxy.h"
#include "tests/support/resettingproxy.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace pushlab::tests {

struct SoakOptions
{
    QString program;
    std::chrono::milliseconds duration{};
    int members = 500;
    double rate = 1; //!< messages a second of all members together
    quint32 seed = 0;
    int restarts = 0; //!< restarts of the host at the end
    bool inMemory = false; //!< without a database
    double mayGrow = 1.05; //!< allowed growth of the host's memory after the start phase, as a factor
};

//! A soak test from start to verdict: a host as a separate process, members that connect directly and through proxies that reset
//! and stall, then restarts, then an audit of the log. Lives in the main thread.
class Soak final
{
    Q_DISABLE_COPY_MOVE(Soak)

public:
    enum class Verdict : quint8 { Good, Faulty, NotStarted };

    explicit Soak(const SoakOptions &options);
    ~Soak();

    [[nodiscard]] Verdict run();

private:
    using Condition = std::function<bool(const SoakMember *)>;

    void populate();
    void spend(std::chrono::milliseconds time);
    void sample();
    void restart(bool hard);
    [[nodiscard]] bool settle();
    bool waitFor(const std::vector<SoakMember *> &members, const Condition &isDone, const QDeadlineTimer &deadline);
    void bringInGroups(std::vector<SoakMember *> members, const Condition &isDone, const QDeadlineTimer &deadline);
    void audit();
    void auditControls(const QList<protocol::Entry> &log);
    void complain(const QString &what);
    [[nodiscard]] SoakMetrics metrics() const;
    void judge();
    void report(const SoakMetrics &total) const;

    SoakOptions m_options;
    QTemporaryDir m_folder;
    QRandomGenerator m_random;
    HostProcess m_host;
    ResettingProxy m_resetting;
    StallingProxy m_stalling;
    SoakBook m_book;
    SoakTeacher m_teacher;
    MemoryWatch m_memory;
    std::vector<std::unique_ptr<SoakMember>> m_members;
    QElapsedTimer m_clock;
    QTimer m_sampling;
    std::chrono::milliseconds m_nextLine{};
    int m_complaints = 0;
};

} // namespace pushlab::tests
