// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

class QMenu;

namespace pushlab::app {

//! The menu of how windows look: colours, size, language; and the list of the window's keys.
class ViewButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewButton)

public:
    explicit ViewButton(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addThemes();
    void addSizes();
    void addLanguages();
    void retranslate();

    QMenu *m_menu;
};

} // namespace pushlab::app
