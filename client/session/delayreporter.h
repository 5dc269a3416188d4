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

//! Collects the delays that a client measures and reports them to the host, a report a technique every few seconds while
//! there are new ones, and the rest at the end. Owned by its client, in its thread; the manager and the clock are
//! borrowed and shall outlive it.
class DelayReporter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DelayReporter)

public:
    //! A message's times on the host's clock, ms since 1970.
    struct Sample
    {
        protocol::Technique technique; //!< by which it came
        double received = 0;
        double accepted = 0; //!< by the host
        double sent = 0; //!< the sender's keypress; 0 when unknown

        [[nodiscard]] std::chrono::nanoseconds delivery() const; //!< not below zero, whatever the clock says
        [[nodiscard]] std::chrono::nanoseconds keypress() const; //!< not below delivery()
    };

    DelayReporter(transport::Endpoint endpoint, QNetworkAccessManager &network, const ClockOffset &clock,
                  std::chrono::milliseconds interval = std::chrono::seconds(5), QObject *parent = nullptr);
    ~DelayReporter() override;

    void start();
    //! Reports what is left, at once; while that is on its way, for a second at most, an application does not quit by itself.
    void stop();

    //! False when the sample was set aside: it took longer than a network takes, so this machine slept.
    bool add(const Sample &sample);
    void addMissed(qint64 messages) { m_missed += messages; }
    void addRepeated(qint64 messages) { m_repeated += messages; }

    [[nodiscard]] bool isReporting() const { return m_call; }

Q_SIGNALS:
    void finished(); //!< nothing is on its way any more

private:
    struct Pending
    {
        protocol::DelayHistogram delivery;
        protocol::DelayHistogram keypress;
        qint64 setAside = 0;

        [[nodiscard]] bool isEmpty() const { return delivery.isEmpty() && setAside == 0; }
    };

    void collect();
    void send();
    void take(const transport::HttpAnswer &answer);

    const transport::Endpoint m_endpoint;
    QNetworkAccessManager &m_network;
    const ClockOffset &m_clock;
    QTimer m_timer;
    std::array<Pending, protocol::allTechniques.size()> m_pending;
    std::deque<protocol::DelayReport> m_unsent; //!< the first may be on its way; at most two rounds of techniques
    transport::HttpCall *m_call = nullptr; // a child
    std::unique_ptr<QEventLoopLocker> m_locker; //!< from stop() until the last report is there
    qint64 m_number = 0;
    qint64 m_missed = 0;
    qint64 m_repeated = 0;
};

[[nodiscard]] inline double toMilliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace pushlab::session
