// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/racereceipt.h"

#include <QTimer>
#include <QWidget>

namespace pushlab::widgets {

//! Says, in the technique's colour, when a race's message was received, until the race is closed.
class RaceBanner final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RaceBanner)

public:
    explicit RaceBanner(QWidget *parent = nullptr);

    void showReceipt(const session::RaceReceipt &receipt);
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    session::RaceReceipt m_receipt;
    QTimer m_end;
};

} // namespace pushlab::widgets
