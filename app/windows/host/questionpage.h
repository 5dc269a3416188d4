// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/questionresult.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pushlab::widgets {
class ProblemLabel;
class QuestionView;
}

namespace pushlab::app {

//! The tab "Question": asks the class for a prediction, closes it, and shows step by step what came of it.
class QuestionPage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionPage)

public:
    explicit QuestionPage(QWidget *parent = nullptr);

    //! What the class is asked, and under which settings the prepared questions would be asked.
    void setState(const protocol::QuestionState &state, const protocol::ClassSettings &settings);
    void setRunning(bool isRunning); //!< without a class nothing can be asked

Q_SIGNALS:
    void orderGiven(const pushlab::protocol::QuestionOrder &order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void fill();
    void ask();
    void showUpTo(protocol::QuestionOrder::Part part);
    void give(protocol::QuestionOrder::Action action);
    void showState();
    void retranslate();

    protocol::QuestionState m_state;
    QList<protocol::ClassQuestion> m_prepared;
    bool m_isRunning = false;
    QLabel *m_choiceCaption;
    QComboBox *m_choice;
    QWidget *m_own; // the fields of a question of the teacher's own
    QLineEdit *m_text;
    QLineEdit *m_unit;
    QLineEdit *m_answer;
    QPushButton *m_ask;
    QLabel *m_asked;
    QLabel *m_count;
    QPushButton *m_close;
    QPushButton *m_guesses;
    QPushButton *m_theory;
    QPushButton *m_measured;
    QPushButton *m_discard;
    QCheckBox *m_names;
    widgets::ProblemLabel *m_problem;
    widgets::QuestionView *m_result;
};

} // namespace pushlab::app
