// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace pushlab::widgets {

//! Shows an error message in red that is readable on any background; hidden while there is none.
class ProblemLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemLabel)

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    void setProblem(const QString &problem);
    void setNotice(const QString &notice); //!< nothing is wrong: in the colour of other text

protected:
    void changeEvent(QEvent *event) override;

private:
    void say(const QString &text, bool isProblem);
    void colour();

    bool m_isProblem = true;
};

} // namespace pushlab::widgets
