// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QSessionManager;
QT_END_NAMESPACE

namespace pushlab::app {

//! Knows when the program is ended from outside: by a signal or because the user's session ends. Then windows close without
//! a question, for nobody may be there to answer it, and an unanswered one would keep the session from ending. Where a
//! session goes on after all, questions are asked again from the next key or click on. One an application, its child, in
//! its thread.
class EndWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndWatch)

public:
    explicit EndWatch(QObject *application);

    //! Whether the application is being ended from outside. False where nothing watches.
    [[nodiscard]] static bool isEnding();

    void end(); //!< closes all windows and quits, by a signal

private:
    void prepareForSessionEnd(QSessionManager &manager);
    bool eventFilter(QObject *watched, QEvent *event) override;

    bool m_isEnding = false;
};

} // namespace pushlab::app
