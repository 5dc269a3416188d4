// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace pushlab::app {

//! The language switch at the top right of each window. Each language has its own name.
class LanguageChooser final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguageChooser)

public:
    explicit LanguageChooser(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCurrent();
};

} // namespace pushlab::app
