// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/card.h"
#include "app/windows/host/figurehistory.h"

#include <QList>

class QBoxLayout;
class QLabel;

namespace pushlab::app {

class FittedLabel;

//! The projector's figures of one technique.
class FigureCard final : public Card
{
    Q_OBJECT

public:
    FigureCard(protocol::Technique technique, QWidget *parent);

    [[nodiscard]] protocol::Technique technique() const { return m_technique; }
    void setFigures(const TechniqueFigures &figures);
    void setTextSize(int pixels); //!< of the smallest text
    void setStacked(bool isStacked); //!< each figure below its caption, for narrow cards; else beside it

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFigures();
    void fitValues();
    void shareHeight();
    void retranslate();

    struct Figure
    {
        QLabel *caption;
        QLabel *value;
        QBoxLayout *row;
    };

    const protocol::Technique m_technique;
    TechniqueFigures m_figures;
    FittedLabel *m_title;
    QList<Figure> m_rows;
    bool m_isStacked = false;
};

} // namespace pushlab::app
