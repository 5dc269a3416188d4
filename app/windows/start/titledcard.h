// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/card.h"

class QLabel;

namespace pushlab::app {

//! A card of the start window: what can be done with it, and a sentence on what that is.
class TitledCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TitledCard)

public:
    explicit TitledCard(QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);

protected:
    [[nodiscard]] QLabel *title() const { return m_title; }
    [[nodiscard]] QLabel *text() const { return m_text; }

private:
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace pushlab::app
