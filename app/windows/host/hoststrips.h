// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QList>
#include <QWidget>

#include <chrono>
#include <optional>

namespace pushlab::widgets {
class StripChart;
}

namespace pushlab::app {

//! Delay, requests and bytes of each technique over time, one below the other, with one crosshair.
class HostStrips final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostStrips)

public:
    explicit HostStrips(QWidget *parent = nullptr);

    void setSnapshot(const server::HostSnapshot &snapshot);
    void clear(); //!< for a new host, which has counted nothing yet

    void setWindow(std::chrono::seconds window);
    void showOnly(int index); //!< that strip alone, from 0 on
    void setPaused(bool isPaused); //!< the picture stands still; points are still added

    [[nodiscard]] const QList<widgets::StripChart *> &strips() const { return m_strips; }

private:
    void showMarks(const QList<server::ClassMark> &marks);
    void addPoints(const server::HostSnapshot &now, double elapsed);

    widgets::StripChart *m_delays;
    widgets::StripChart *m_requests;
    widgets::StripChart *m_bytes;
    QList<widgets::StripChart *> m_strips; // from top to bottom
    std::optional<server::HostSnapshot> m_last; // the last snapshot for which a point was added
};

} // namespace pushlab::app
