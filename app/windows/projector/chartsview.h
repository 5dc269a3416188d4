// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorview.h"
#include "server/protocol/technique.h"

#include <array>

class QLabel;
class QWidget;

namespace pushlab::widgets {
class FlowLayout;
}

namespace pushlab::app {

class HostStrips;

//! One of the host window's curves at a time: delay, requests, bytes; each time its key is pressed, the next.
class ChartsView final : public ProjectorView
{
    Q_OBJECT

public:
    explicit ChartsView(QWidget *parent);

    void take(const ProjectorContent &content) override;
    void clear() override;
    void setPaused(bool isPaused) override;
    void turn() override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] int shownChart() const { return m_chart; } //!< from 0 on

protected:
    void resizeParts() override;
    void retranslate() override;

private:
    //! The sign and the name of a technique.
    struct Entry
    {
        QWidget *whole;
        QLabel *sign;
        QLabel *name;
    };

    void showLegend();

    widgets::FlowLayout *m_legend;
    std::array<Entry, protocol::allTechniques.size()> m_entries; // by Technique
    QList<protocol::Technique> m_offered;
    HostStrips *m_strips;
    int m_chart = 0;
};

} // namespace pushlab::app
