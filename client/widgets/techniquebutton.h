// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QRadioButton>

namespace pushlab::widgets {

//! One of the exclusive technique buttons: mark, name, and a padlock while the class technique is set.
class TechniqueButton final : public QRadioButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TechniqueButton)

public:
    explicit TechniqueButton(protocol::Technique technique, QWidget *parent = nullptr);

    [[nodiscard]] protocol::Technique technique() const { return m_technique; }
    void setLocked(bool locked); //!< shows a padlock
    [[nodiscard]] bool isLocked() const { return m_locked; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    const protocol::Technique m_technique;
    bool m_locked = false;
};

} // namespace pushlab::widgets
