// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lanaddress.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace pushlab::app {

//! Follows the addresses of this machine: networks come and go while a class runs. Looks every few seconds, which costs a
//! question to the kernel. Lives in its owner's thread.
class NetworkWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkWatch)

public:
    using Look = std::function<QList<LanAddress>()>;

    //! \a look is replaced in tests.
    explicit NetworkWatch(Look look = lanAddresses, std::chrono::milliseconds interval = std::chrono::seconds(3),
                          QObject *parent = nullptr);

    //! Looks, and goes on looking until stop().
    void start();
    void stop() { m_timer.stop(); }
    [[nodiscard]] const QList<LanAddress> &addresses() const { return m_addresses; } //!< sorted by reach, as of the last look

Q_SIGNALS:
    void changed(const QList<pushlab::app::LanAddress> &addresses); //!< not by start()

private:
    void look();

    Look m_look;
    QTimer m_timer;
    QList<LanAddress> m_addresses;
};

} // namespace pushlab::app
