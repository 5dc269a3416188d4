// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/traffic/ladderview.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace pushlab::app {

//! The tab "Ladder": the sequence diagram and how it runs.
class LadderPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LadderPage)

public:
    explicit LadderPage(QWidget *parent = nullptr, LadderView::Clock clock = {});

    [[nodiscard]] LadderView &view() const { return *m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void showPace();
    void showCurrent();
    void fillMembers();
    void chooseMember(int member, bool isShown);
    void retranslate();

    // In the order of the Tab key.
    QToolButton *m_freeze;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_slow;
    QComboBox *m_span;
    QToolButton *m_members;
    QMenu *m_memberMenu;
    QLabel *m_current;
    LadderView *m_view;
    QLabel *m_legend;
};

} // namespace pushlab::app
