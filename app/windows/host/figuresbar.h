// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <chrono>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace pushlab::app {

//! The controls above cards and strips: the shown period, its actual length, pause, and restart of the figures.
class FiguresBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FiguresBar)

public:
    explicit FiguresBar(QWidget *parent = nullptr);

    [[nodiscard]] std::chrono::seconds window() const;
    void setCounted(std::optional<double> seconds); //!< nullopt: too short to show figures

Q_SIGNALS:
    void windowChosen(std::chrono::seconds window);
    void pauseToggled(bool isPaused); //!< of the strips
    void resetWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showCounted();

    QLabel *m_countedText;
    QLabel *m_windowCaption;
    QComboBox *m_window;
    QPushButton *m_pause;
    QPushButton *m_reset;
    std::optional<double> m_counted; // s
};

} // namespace pushlab::app
