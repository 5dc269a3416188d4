// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace pushlab::widgets {
class ActivityPanel;
class ChatPane;
class ProblemLabel;
class QuestionCard;
}

namespace pushlab::app {

class TakeHome;

//! A student's window: one room, the technique buttons, the chat.
class ClientWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientWindow)

public:
    explicit ClientWindow(session::ClientOptions options, QWidget *parent = nullptr);
    ~ClientWindow() override;

    void start();
    [[nodiscard]] const QString &memberId() const { return m_client.memberId(); } //!< as the host knows who is in it

Q_SIGNALS:
    void answered(); //!< the host has answered for the first time
    void leaveWanted(); //!< the user wants to join another class, and has confirmed it if that was necessary

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void askToLeave(const std::function<void()> &accepted);
    void leave();
    void followClient();
    void refuse();
    void ask(const QByteArray &fingerprint);
    void fold(bool isOpen);
    void retranslate();
    void colour();
    void showNetwork();

    session::ChatClient m_client;
    bool m_hasAnswered = false;
    bool m_isLeaving = false; // the user has confirmed, or there was nothing to confirm
    QLabel *m_room;
    QLabel *m_host;
    TakeHome *m_takeHome;
    QPushButton *m_leave;
    QPushButton *m_fold; // shows and hides the activity panel
    widgets::ChatPane *m_pane;
    widgets::ActivityPanel *m_activity;
    widgets::ProblemLabel *m_problem;
    bool m_isUntrusted = false; // the user does not trust the certificate
    QLabel *m_network; // visible while the host pretends a slow network
    widgets::QuestionCard *m_question;
};

} // namespace pushlab::app
