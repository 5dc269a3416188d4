// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientstate.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace pushlab::widgets {

//! "Connection lost. Retrying in 4 s · Retry now": visible only then, and while the host refuses this client. In that case it
//! shows the reason, and asks for a PIN if that would help.
class RetryBanner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetryBanner)

public:
    explicit RetryBanner(QWidget *parent = nullptr);

    void setState(const session::ClientState &state);

Q_SIGNALS:
    void retryNowWanted();
    void pinGiven(const QString &pin);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showText();
    void go();

    session::ClientState m_state;
    QLabel *m_text;
    QLabel *m_reason;
    QLineEdit *m_pin;
    QPushButton *m_retry;
    QTimer m_timer;
};

} // namespace pushlab::widgets
