// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/classprediction.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace pushlab::widgets {

class ProblemLabel;
class QuestionView;

//! The class's question for a member: what is asked, the field for the guess while it is open, and what came of it. Hidden while
//! nothing is asked. Shows one client's prediction, which is owned elsewhere and must outlive it.
class QuestionCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionCard)

public:
    explicit QuestionCard(session::ClassPrediction &prediction, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void guess();
    void refuse(const QString &reason, const QString &code);
    void showQuestion();

    session::ClassPrediction &m_prediction;
    QLabel *m_text;
    QLineEdit *m_guess;
    QLabel *m_unit;
    QPushButton *m_send;
    QLabel *m_state;
    ProblemLabel *m_problem;
    QuestionView *m_result;
    QString m_shownId; // of the question that is shown
};

} // namespace pushlab::widgets
