// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/transport/chattransport.h"
#include "server/protocol/delayreport.h"
#include "server/protocol/technique.h"

#include <QEventLoopLocker>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <deque>
#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace pushlab::transport {
class HttpCall;
struct HttpAnswer;
}

namespace pushlab::session {

class ClockOffset;

//! Collects the delays that a client measures and reports them to the host, one report per technique every few seconds while
//! there are new ones, and the rest at the end. Owned by its client, in its thread; the manager and the clock are borrowed and
//! must outlive it.
class DelayReporter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DelayReporter)

public:
    //! The times of a message on the host's clock, in ms since 1970.
    struct Sample
    {
        protocol::Technique technique; //!< by which the message was received
        double received = 0;
        double accepted = 0; //!< when the host accepted it
        double sent = 0; //!< when the sender pressed the key; 0 when unknown

        [[nodiscard]] std::chrono::nanoseconds delivery() const; //!< 0 or more, whatever the clocks say
        [[nodiscard]] std::chrono::nanoseconds keypress() const; //!< at least delivery()
    };

    DelayReporter(transport::Endpoint endpoint, QNetworkAccessManager &network, const ClockOffset &clock,
                  std::chrono::milliseconds interval = std::chrono::seconds(5), QObject *parent = nullptr);
    ~DelayReporter() override;

    //! The numbers of the reports ascend from \a number, because some were made under the same id before.
    void beginAfter(qint64 number) { m_number = number; }
    void start();
    //! Reports the rest at once; until that is done, for one second at most, the application does not quit by itself.
    void stop();

    //! Returns false when the sample was left out, because the delay is so long that this machine must have slept.
    bool add(const Sample &sample);
    //! Reports at once that the message of \a race came by \a technique; without a \a delay that it came at a time that says nothing.
    void addRace(qint64 race, protocol::Technique technique, std::optional<std::chrono::nanoseconds> delay);
    void addMissed(qint64 messages) { m_missed += messages; }
    void addRepeated(qint64 messages) { m_repeated += messages; }

    [[nodiscard]] bool isReporting() const { return m_call; }

Q_SIGNALS:
    void finished(); //!< no report is on its way any more

private:
    struct Pending
    {
        protocol::DelayHistogram delivery;
        protocol::DelayHistogram keypress;
        qint64 setAside = 0;

        [[nodiscard]] bool isEmpty() const { return delivery.isEmpty() && setAside == 0; }
    };

    void collect();
    [[nodiscard]] protocol::DelayReport report(protocol::Technique technique, const Pending &pending);
    void send();
    void take(const transport::HttpAnswer &answer);

    const transport::Endpoint m_endpoint;
    QNetworkAccessManager &m_network;
    const ClockOffset &m_clock;
    QTimer m_timer;
    std::array<Pending, protocol::allTechniques.size()> m_pending;
    std::deque<protocol::DelayReport> m_unsent; //!< the first may be on its way; at most two reports per technique
    transport::HttpCall *m_call = nullptr; // a child
    std::unique_ptr<QEventLoopLocker> m_locker; //!< exists from stop() until the last report was sent
    qint64 m_number = 0;
    qint64 m_missed = 0;
    qint64 m_repeated = 0;
};

[[nodiscard]] inline double toMilliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace pushlab::session
