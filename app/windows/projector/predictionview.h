// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/projector/projectorview.h"
#include "server/protocol/questionresult.h"

namespace pushlab::widgets {
class GuessChart;
}

namespace pushlab::app {

//! The class's question: its text and how many have guessed, then the guesses, theory and the class's own measurement, as far as
//! the teacher shows them.
class PredictionView final : public ProjectorView
{
    Q_OBJECT

public:
    explicit PredictionView(QWidget *parent);

    void take(const ProjectorContent &content) override;
    void clear() override;
    [[nodiscard]] bool hasContent() const override { return m_state.asked.has_value(); }
    [[nodiscard]] QString title() const override;

protected:
    void resizeParts() override;
    void retranslate() override { showState(); }

private:
    void showState();

    protocol::QuestionState m_state;
    QLabel *m_text;
    QLabel *m_count;
    widgets::GuessChart *m_chart;
    QLabel *m_words;
};

} // namespace pushlab::app
