// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/client/ownnumbers.h"

#include <QPushButton>

class QAction;
class QPrinter;

namespace pushlab::session {
class ChatClient;
}

namespace pushlab::app {

//! A button for a member who takes the own numbers home: on paper, or as a file for a spreadsheet. Shows nothing of its client, which
//! must outlive it.
class TakeHome final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TakeHome)

public:
    explicit TakeHome(const session::ChatClient &client, QWidget *parent = nullptr);

    void printTo(QPrinter &printer) const;
    void saveTo(const QString &file); //!< blocks for the disk, for 2 s at most

Q_SIGNALS:
    void problemFound(const QString &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] OwnNumbers numbers() const;
    void askHowToPrint();
    void askWhereToSaveThem();
    void openWorksheet();
    void retranslate();

    const session::ChatClient &m_client;
    QAction *m_print;
    QAction *m_save;
    QAction *m_worksheet;
};

} // namespace pushlab::app
