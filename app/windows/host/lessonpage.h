// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;

namespace pushlab::app {

class LessonPlayer;

//! The tab "Lesson": starts a lesson, says what the present step is about and what to do, and how the time goes.
class LessonPage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonPage)

public:
    //! Borrows the \a player, which must outlive it.
    explicit LessonPage(LessonPlayer &player, QWidget *parent = nullptr);

    void setRunning(bool isRunning); //!< without a class no lesson can begin

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void toggle();
    void openWorksheet();
    void showStep();
    void showClock();
    void retranslate();

    LessonPlayer &m_player;
    QTimer m_clockTimer;
    bool m_isRunning = false;
    QLabel *m_choiceCaption;
    QComboBox *m_choice;
    QPushButton *m_start;
    QPushButton *m_worksheet;
    QLabel *m_place; // "Step 3 of 17"
    QLabel *m_clock;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_notes;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace pushlab::app
