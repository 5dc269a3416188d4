// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/chatclient.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pushlab::widgets {

class CountersTable;
class MessageInput;
class MessageModel;
class MessageView;
class ProblemLabel;
class RaceBanner;
class RetryBanner;
class StateLine;
class TechniqueButtons;

//! A room as one member sees it: technique, state, messages, input, and costs so far. Shows one client, which is owned elsewhere
//! and must outlive it.
class ChatPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatPane)

public:
    //! Compact: for a dock, without the counters.
    enum class Style : quint8 { Full, Compact };

    ChatPane(session::ChatClient &client, Style style, QWidget *parent = nullptr);

    [[nodiscard]] const MessageModel &messages() const { return *m_model; }
    void focusInput();
    [[nodiscard]] QWidget *lastField() const; //!< the last one in the order of Tab
    void setLeading(bool isLeading); //!< the client is the teacher's: a freeze is told, but does not hold for it, and it may withdraw messages
    void setTraceable(bool areTraceable); //!< the messages' bytes can be shown
    bool showMessage(qint64 seq); //!< selects it; false: it is not there (any more)
    void setCountersShown(bool areShown); //!< false: they are shown elsewhere

Q_SIGNALS:
    void withdrawalWanted(qint64 seq); //!< of a message, by the teacher
    void bytesWanted(qint64 seq); //!< of a message: how it passed the wire

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut(Style style);
    void follow(session::ChatClient &client);
    void send(const QString &text);
    void retry(const QString &id);
    void showProblem(const QString &problem);
    void showTechnique();
    void showColumns();
    void showCounters();
    void showOrders();
    void showState(const session::ClientState &state);
    void retranslate();

    session::ChatClient &m_client;
    MessageModel *m_model;
    // In the order of the Tab key.
    TechniqueButtons *m_techniques;
    CountersTable *m_counters;
    StateLine *m_state;
    RetryBanner *m_banner;
    RaceBanner *m_race;
    MessageView *m_view;
    QLabel *m_orders;
    MessageInput *m_input;
    QPushButton *m_send;
    ProblemLabel *m_problem;
    bool m_isLeading = false;
    bool m_hadFocus = false; // the input, before it was disabled
};

} // namespace pushlab::widgets
