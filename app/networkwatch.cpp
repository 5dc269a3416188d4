// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/networkwatch.h"

#include <utility>

namespace pushlab::app {

NetworkWatch::NetworkWatch(Look look, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent), m_look(std::move(look))
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &NetworkWatch::look);
}

void NetworkWatch::start()
{
    m_addresses = m_look();
    m_timer.start();
}

void NetworkWatch::look()
{
    QList<LanAddress> now = m_look();
    if (now == m_addresses)
        return;
    m_addresses = std::move(now);
    Q_EMIT changed(m_addresses);
}

} // namespace pushlab::app
