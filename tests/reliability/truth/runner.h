// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"

#include <QMap>
#include <QObject>
#include <QUrl>

#include <optional>

namespace pushlab::tests {

//! A native client that notes each delay that it reports, and the true one beside it: the host's clock is this machine's.
class Runner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Runner)

public:
    struct Delay
    {
        double reported = 0; //!< ms
        double truth = 0; //!< ms
    };

    Runner(const QUrl &host, protocol::Technique technique, int number);

    void start() { m_client.start(); }
    [[nodiscard]] bool isReady() const; //!< it receives, and knows the host's clock
    [[nodiscard]] protocol::Technique technique() const { return m_technique; }
    [[nodiscard]] qint64 cursor() const { return m_client.cursor(); }
    [[nodiscard]] std::optional<double> raced() const { return m_raced; } //!< ms that it has reported of the race
    [[nodiscard]] const QMap<qint64, Delay> &delays() const { return m_delays; } //!< of messages, by number
    [[nodiscard]] double uncertainty() const { return m_client.clockUncertainty().value_or(0); } //!< ms

private:
    void take(const QList<session::Received> &messages);

    const protocol::Technique m_technique;
    session::ChatClient m_client;
    QMap<qint64, Delay> m_delays;
    std::optional<double> m_raced;
};

} // namespace pushlab::tests
