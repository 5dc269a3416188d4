// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientstate.h"

#include <QTimer>
#include <QWidget>

namespace pushlab::widgets {

//! A dot and a text that say what the client is doing now, with a running time while visible.
class StateLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateLine)

public:
    explicit StateLine(QWidget *parent = nullptr);

    void setState(const session::ClientState &state);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void countAlong();
    void speak();

    session::ClientState m_state;
    QTimer m_timer;
};

} // namespace pushlab::widgets
