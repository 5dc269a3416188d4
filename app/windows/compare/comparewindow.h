// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWidget>

class QMessageBox;

namespace pushlab::app {

class ComparePage;

//! The comparison in a window of its own.
class CompareWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareWindow)

public:
    explicit CompareWindow(QWidget *parent = nullptr);

    [[nodiscard]] ComparePage &page() const { return *m_page; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    void askToEnd();

    ComparePage *m_page;
    QPointer<QMessageBox> m_question; // exists while it is shown
    bool m_isClosing = false; // the user has confirmed
};

} // namespace pushlab::app
