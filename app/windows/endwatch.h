// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QSessionManager;
QT_END_NAMESPACE

namespace pushlab::app {

//! Notices when the program is ended from outside, by a signal or at the end of the user's session. Windows then close without a
//! question, because nobody may be there to answer it, and an open question would block the end of the session. If the session
//! goes on after all, questions are asked again from the next key press or click on. One per application, as its child, in its
//! thread.
class EndWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndWatch)

public:
    explicit EndWatch(QObject *application);

    //! Whether the application is being ended from outside. Always false when no EndWatch exists.
    [[nodiscard]] static bool isEnding();

    void end(); //!< closes all windows and quits, after a signal

private:
    void prepareForSessionEnd(QSessionManager &manager);
    bool eventFilter(QObject *watched, QEvent *event) override;

    bool m_isEnding = false;
};

} // namespace pushlab::app
