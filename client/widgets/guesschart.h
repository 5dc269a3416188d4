// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/questionresult.h"

#include <QWidget>

#include <optional>

namespace pushlab::widgets {

//! The distribution of a class's guesses as bars, with lines where theory, measurement and the teacher's answer are.
class GuessChart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuessChart)

public:
    explicit GuessChart(QWidget *parent = nullptr);

    void setAsked(const std::optional<protocol::AskedQuestion> &asked); //!< empty without a result
    void setTextContrast(double ratio) { m_textContrast = ratio; } //!< of all texts with the ground, at least

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] qreal placeOf(double value) const;
    void drawBars(QPainter &painter) const;
    struct Truth //!< a line over the bars
    {
        double value;
        QString word;
        Qt::PenStyle style;
        int row; // of its words
    };

    [[nodiscard]] QList<Truth> truths() const;
    void drawLine(QPainter &painter, const Truth &truth) const;
    void drawWords(QPainter &painter, const Truth &truth) const;

    double m_textContrast = 4.5;
    std::optional<protocol::AskedQuestion> m_asked;
};

} // namespace pushlab::widgets
