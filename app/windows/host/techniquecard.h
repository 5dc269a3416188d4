// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/card.h"
#include "app/windows/host/figurehistory.h"
#include "server/protocol/technique.h"

#include <QList>

class QLabel;

namespace pushlab::app {

//! A card with what one technique costs the class within a period, mainly per member.
class TechniqueCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TechniqueCard)

public:
    explicit TechniqueCard(protocol::Technique technique, QWidget *parent = nullptr);

    //! Shows the figures of a period of \a seconds; 0: too short.
    void setFigures(const TechniqueFigures &figures, double seconds);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Figure
    {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
    };
    void retranslate();
    void showFigures();
    void showBytesHint();
    void showDeliveredHint();
    void colour();

    const protocol::Technique m_technique;
    QLabel *m_title;
    Figure m_rate; // shown in large type
    QList<Figure> m_figures;
    TechniqueFigures m_shown;
    double m_seconds = 0; // length of the period
};

} // namespace pushlab::app
