// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>

class QLabel;
class QToolButton;

namespace pushlab::app {

//! A panel with a title at the edge of the window. It cannot be moved, so that it cannot get lost during a lesson; where there is
//! little room it can be a drawer, which its title opens.
class PanelDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelDock)

public:
    //! \a name: under which its state is stored.
    PanelDock(const QString &name, QWidget *content, QWidget *parent);

    //! Whether it is a drawer; as one it begins closed, or as the user left it.
    void setFoldable(bool isFoldable);
    [[nodiscard]] bool isFolded() const { return m_isFoldable && !m_isOpen; }
    void setOpen(bool isOpen); //!< of a drawer

    void addNews(int count); //!< things that came; a closed drawer tells how many

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTitle();
    void showContent();

    QWidget *m_bar;
    QLabel *m_title;
    QToolButton *m_drawer;
    bool m_isFoldable = false;
    bool m_isOpen = false; // as a drawer
    int m_news = 0;
};

} // namespace pushlab::app
