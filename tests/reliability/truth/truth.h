// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/reliability/truth/runner.h"
#include "tests/support/testhost.h"

#include <QJsonObject>
#include <QList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pushlab::tests {

struct TruthOptions
{
    std::chrono::milliseconds duration{}; //!< of the measurement
    int members = 16; //!< by each technique
    double rate = 4; //!< messages a second
    std::optional<double> percent; //!< that the means may differ from theory, with 1,500 delays at least
    quint32 seed = 1;
};

//! A class over a slow network, 150 ms ± 20: a race and a question, held against what is true. Each delay that the race reports is
//! in the ledger's bucket for it; the question's answer is what the members have measured; the mean delay by each technique is what
//! theory expects, within three standard errors as Student widens them for so few members. Lives in the main thread, the host in its own.
class Truth final
{
    Q_DISABLE_COPY_MOVE(Truth)

public:
    explicit Truth(const TruthOptions &options);
    ~Truth();

    [[nodiscard]] bool run(); //!< whether all of that holds; says it on stdout

private:
    [[nodiscard]] bool comeIn();
    void race();
    void compareRace(protocol::Technique technique, const QJsonObject &told);
    void measure();
    void compareQuestion();
    void compareMeans(protocol::Technique technique);
    void setRate(double perSecond);
    [[nodiscard]] QList<Runner *> runnersBy(protocol::Technique technique) const;
    [[nodiscard]] qint64 reported(protocol::Technique technique) const;
    [[nodiscard]] QJsonObject get(const QByteArray &target) const;
    bool waitFor(const std::function<bool()> &isTrue, const QString &what);
    void complain(const QString &what);

    const TruthOptions m_options;
    TestHost m_host;
    std::vector<std::unique_ptr<Runner>> m_runners;
    qint64 m_first = 0; // number of the first message that counts
    double m_seconds = 0; // of the measurement
    int m_complaints = 0;
};

} // namespace pushlab::tests
