// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorview.h"

namespace pushlab::app {

class FigureCard;

//! A card with live figures for each technique that is offered.
class FiguresView final : public ProjectorView
{
    Q_OBJECT

public:
    explicit FiguresView(QWidget *parent);

    void take(const ProjectorContent &content) override;
    void setPaused(bool isPaused) override { m_isPaused = isPaused; }
    [[nodiscard]] QString title() const override;

protected:
    void resizeParts() override;

private:
    void arrange(const QList<FigureCard *> &shown);

    QList<FigureCard *> m_cards; // by Technique
    QList<FigureCard *> m_shown;
    bool m_isPaused = false;
};

} // namespace pushlab::app
