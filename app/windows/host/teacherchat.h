// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <memory>

class QLabel;

namespace pushlab::session {
class ChatClient;
struct ClientOptions;
}
namespace pushlab::widgets {
class ChatPane;
class MessageModel;
}

namespace pushlab::app {

//! The chat in the teacher's window, as a client of the own host; shows a note while the host does not run.
class TeacherChat final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeacherChat)

public:
    explicit TeacherChat(QWidget *parent = nullptr);
    ~TeacherChat() override; //!< leaves the room

    //! Joins the host of \a options, which is listening already, under the teacher's name.
    void join(session::ClientOptions options);
    [[nodiscard]] QString memberId() const; //!< the host's id of the teacher; empty while not joined
    [[nodiscard]] const widgets::MessageModel *messages() const; //!< nullptr while not joined
    bool showMessage(qint64 seq); //!< selects it; false: it is not there (any more)
    void trust(const QByteArray &fingerprint); //!< the host's certificate is another
    [[nodiscard]] QWidget *lastField() const; //!< the last one in the order of Tab
    void leave(); //!< to be called while the host still runs

Q_SIGNALS:
    void messagesCame(int count); //!< of others
    void withdrawalWanted(qint64 seq); //!< of a message in the class's room
    void bytesWanted(qint64 seq); //!< likewise: how it passed the wire

protected:
    void changeEvent(QEvent *event) override;

private:
    void countNew(int first, int last);
    void retranslate();

    std::unique_ptr<session::ChatClient> m_client;
    QLabel *m_note;
    widgets::ChatPane *m_pane = nullptr; // shows the client
};

} // namespace pushlab::app
