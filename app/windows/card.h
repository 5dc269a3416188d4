// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QPushButton;

namespace pushlab::app {

//! A rounded frame for widgets that belong together.
class Card : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! Styles \a button as the main one of its window.
void makePrimary(QPushButton &button);

//! \a wanted, reduced to the size of \a window's screen, including the window frame.
[[nodiscard]] QSize fittedSize(const QWidget &window, const QSize &wanted);

//! \a font, scaled by \a factor.
[[nodiscard]] QFont scaledFont(QFont font, double factor, bool bold = false);

} // namespace pushlab::app
