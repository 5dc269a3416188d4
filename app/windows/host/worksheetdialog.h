// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/classroom/lesson.h"
#include "server/protocol/worksheet.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPrinter;
class QPushButton;
class QRadioButton;

namespace pushlab::widgets {
class ProblemLabel;
}

namespace pushlab::app {

class Classroom;

//! Prints a lesson's worksheet, or saves it as PDF: in the language that is chosen, empty, or with what the class has come to.
class WorksheetDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorksheetDialog)

public:
    //! Asks the \a classroom, which may be stopped and must outlive it, for what its class has come to.
    WorksheetDialog(Classroom &classroom, const Lesson &lesson, QWidget *parent = nullptr);

    void printTo(QPrinter &printer) const;
    void saveTo(const QString &file); //!< blocks for the disk, for 2 s at most

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void takeSheet(const protocol::Worksheet &sheet);
    [[nodiscard]] const protocol::Worksheet &chosenSheet() const;
    [[nodiscard]] bool isChinese() const;
    void askHowToPrint();
    void askForFile();
    void retranslate();

    const protocol::Worksheet m_emptySheet;
    protocol::Worksheet m_classSheet; // of the same lesson; without an id until it has come
    QLabel *m_languageCaption;
    QComboBox *m_language;
    QRadioButton *m_empty;
    QRadioButton *m_filled;
    widgets::ProblemLabel *m_problem;
    QPushButton *m_print;
    QPushButton *m_save;
    QPushButton *m_close = nullptr;
};

} // namespace pushlab::app
