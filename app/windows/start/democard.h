// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/card.h"

class QLabel;
class QPushButton;

namespace pushlab::app {

//! "Try the demo" on the start window.
class DemoCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoCard)

public:
    explicit DemoCard(QWidget *parent = nullptr);

Q_SIGNALS:
    void demoWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_start;
};

} // namespace pushlab::app
