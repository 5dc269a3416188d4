// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keptclasses.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace pushlab::widgets {
class ProblemLabel;
}

namespace pushlab::app {

//! Lists the classes that were not used for longUnused, by name, date and size, and deletes those that are chosen, after a question.
class OldClassesDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OldClassesDialog)

public:
    explicit OldClassesDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void deleted(); //!< one or more

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void askToDelete();
    void deleteChosen(const QStringList &files);
    [[nodiscard]] QList<KeptClass> chosen() const;
    void showChoice();
    void retranslate();

    QList<KeptClass> m_classes; // as the rows
    QLabel *m_note;
    QTreeWidget *m_list;
    widgets::ProblemLabel *m_problem;
    QPushButton *m_delete;
    QPushButton *m_close;
};

} // namespace pushlab::app
