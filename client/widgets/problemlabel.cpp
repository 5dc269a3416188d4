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
    say(problem, true);
}

void ProblemLabel::setNotice(const QString &notice)
{
    say(notice, false);
}

void ProblemLabel::say(const QString &text, bool isProblem)
{
    setText(text);
    setVisible(!text.isEmpty());
    m_isProblem = isProblem;
    colour();
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void ProblemLabel::colour()
{
    if (!m_isProblem) {
        setPalette({}); // as what it lies on has it
        return;
    }
    QPalette colours = palette();
    const QColor red = readableOn(colours.color(backgroundRole()), QColor(0xc6, 0x28, 0x28)); // a card has another ground than a window
    if (colours.color(foregroundRole()) == red)
        return; // by its own doing
    colours.setColor(foregroundRole(), red);
    setPalette(colours);
}

} // namespace pushlab::widgets
