// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/questionresult.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace pushlab::widgets {

class GuessChart;

//! What came of the class's question: the distribution of the guesses, and the result in words.
class QuestionView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionView)

public:
    explicit QuestionView(QWidget *parent = nullptr);

    void setAsked(const std::optional<protocol::AskedQuestion> &asked); //!< empty without a result

protected:
    void changeEvent(QEvent *event) override;

private:
    void showResult();

    std::optional<protocol::AskedQuestion> m_asked;
    GuessChart *m_chart;
    QLabel *m_words;
};

} // namespace pushlab::widgets
