// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/start/titledcard.h"

class QPushButton;

namespace pushlab::app {

//! A card whose button does it at once: it asks for nothing.
class ActionCard final : public TitledCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionCard)

public:
    explicit ActionCard(QWidget *parent = nullptr);

    void setAction(const QString &text); //!< on the button

Q_SIGNALS:
    void wanted();

private:
    QPushButton *m_action;
};

} // namespace pushlab::app
