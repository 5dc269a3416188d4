// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace pushlab::widgets {

//! Says what is wrong, in red that can be read on any ground; not to be seen while nothing is.
class ProblemLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemLabel)

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    void setProblem(const QString &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();
};

} // namespace pushlab::widgets
