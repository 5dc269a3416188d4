// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/start/titledcard.h"

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace pushlab::widgets {
class ProblemLabel;
}

namespace pushlab::app {

//! A card that is filled in: fields with their captions, below them what is wrong with them, and a button that is meant to be
//! pressed.
class FormCard : public TitledCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormCard)

protected:
    explicit FormCard(QWidget *parent);

    //! A field in a row of its own; a line of text is submitted by Enter.
    void addField(QWidget *field);
    void addLine(QLineEdit *field);
    void setCaption(QWidget *field, const QString &caption);
    //! Once, when all fields are there; \a below: what stands between the problem and the button.
    void layOut(const QList<QWidget *> &below = {});

    [[nodiscard]] widgets::ProblemLabel &problem() const { return *m_problem; }
    [[nodiscard]] QPushButton &button() const { return *m_button; }

    virtual void submit() = 0;
    virtual void edit() = 0; //!< a line is not what it was
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override;

private:
    QFormLayout *m_form;
    widgets::ProblemLabel *m_problem;
    QPushButton *m_button;
};

} // namespace pushlab::app
