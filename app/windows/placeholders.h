// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>

namespace pushlab::app {

//! \a palette with a placeholder colour that is readable in fields.
[[nodiscard]] QPalette withReadablePlaceholders(QPalette palette);

//! Keeps the application's placeholders readable. Some platform themes set a dark palette with dark placeholders, and may change
//! while the application runs. A child of the application.
class Placeholders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Placeholders)

public:
    explicit Placeholders(QObject *application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace pushlab::app
