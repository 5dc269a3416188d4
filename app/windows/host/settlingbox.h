// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/widgets/composing.h"

#include <QScopedValueRollback>
#include <QTimer>

#include <chrono>
#include <functional>
#include <utility>

namespace pushlab::app {

//! A QSpinBox or QDoubleSpinBox for what the whole class hears of: its steps, by keys, wheel or arrows, make one choice, which is
//! told when they have ceased for a moment or the editing is finished. What is typed or set is told at once.
template <typename Box>
class SettlingBox final : public Box
{
public:
    explicit SettlingBox(QWidget *parent = nullptr) : Box(parent)
    {
        new widgets::Composing(this); // in a dialog Enter would press a button
        this->setKeyboardTracking(false);
        m_settling.setSingleShot(true);
        m_settling.setInterval(settlingTime);
        QObject::connect(&m_settling, &QTimer::timeout, this, [this] { tell(); });
        QObject::connect(this, &Box::valueChanged, this, [this] { m_isStepping ? m_settling.start() : tell(); });
        QObject::connect(this, &Box::editingFinished, this, [this] {
            if (isSettling())
                tell();
        });
    }

    //! Called with each choice.
    void whenChosen(std::function<void()> chosen) { m_chosen = std::move(chosen); }

    //! Shows what is in force, which is no choice; while the user steps, that stays.
    template <typename Value>
    void display(Value value)
    {
        if (isSettling())
            return;
        const QScopedValueRollback showing(m_isShowing, true);
        this->setValue(value);
    }

    //! The user has stepped, and it was not told yet.
    [[nodiscard]] bool isSettling() const { return m_settling.isActive(); }

    void stepBy(int steps) override
    {
        const QScopedValueRollback stepping(m_isStepping, true);
        Box::stepBy(steps);
    }

    static constexpr std::chrono::milliseconds settlingTime{300};

private:
    void tell()
    {
        m_settling.stop();
        if (!m_isShowing && m_chosen)
            m_chosen();
    }

    QTimer m_settling;
    std::function<void()> m_chosen;
    bool m_isStepping = false;
    bool m_isShowing = false;
};

} // namespace pushlab::app
