// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QPushButton;

namespace pushlab::app {

//! A rounded sheet on which things that belong together lie.
class Card : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! Makes \a button the one that is meant to be pressed.
void makePrimary(QPushButton &button);

//! \a wanted, or as much of it as \a window's screen has room for, its frame included.
[[nodiscard]] QSize fittedSize(const QWidget &window, const QSize &wanted);

//! \a font, \a factor times as large.
[[nodiscard]] QFont scaledFont(QFont font, double factor, bool bold = false);

} // namespace pushlab::app
