// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/widgets/problemlabel.h"

#include "client/widgets/contrast.h"

#include <QEvent>

namespace pushlab::widgets {

ProblemLabel::ProblemLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    colour();
    hide();
}

void ProblemLabel::setProblem(const QString &problem)
{
    setText(problem);
    setVisible(!problem.isEmpty());
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void ProblemLabel::colour()
{
    QPalette colours = palette();
    const QColor red = readableOn(colours.color(QPalette::Window), QColor(0xc6, 0x28, 0x28));
    if (colours.color(QPalette::WindowText) == red)
        return; // by its own doing
    colours.setColor(QPalette::WindowText, red);
    setPalette(colours);
}

} // namespace pushlab::widgets
