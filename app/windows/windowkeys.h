// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QShortcut;
class QWidget;

namespace pushlab::app {

//! The keys that every window has: Ctrl + and Ctrl − and Ctrl 0 for the size of all windows, F1 for the list of its keys.
class WindowKeys final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowKeys)

public:
    explicit WindowKeys(QWidget *window); //!< which owns it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();

    QShortcut *m_larger;
    QShortcut *m_smaller;
    QShortcut *m_usual;
    QShortcut *m_help;
};

struct KeyHelp
{
    QString keys; //!< as they are written here: "Ctrl+M"
    QString use;
};

//! The keys of \a window: those of each QShortcut with its whatsThis(), of each QAction, and what keys do in its fields and lists.
[[nodiscard]] QList<KeyHelp> keysOf(const QWidget &window);

//! Shows these as a list, above \a window.
void showKeys(QWidget *window);

} // namespace pushlab::app
