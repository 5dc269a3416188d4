// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/discovery/foundhosts.h"
#include "app/windows/start/formcard.h"
#include "app/windows/start/joincheck.h"
#include "client/session/chatclient.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace pushlab::app {

class FoundHostsView;
class RoomField;

//! "Join a class" on the start window: address, room, name, the hosts found and the hosts joined before. What was typed is
//! tried first, and what is wrong with it said beside the fields, which stay as they are.
class JoinForm final : public FormCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JoinForm)

public:
    explicit JoinForm(QWidget *parent = nullptr);

    void setFoundHosts(const QList<FoundHost> &hosts);

Q_SIGNALS:
    void joinWanted(const pushlab::session::ClientOptions &options); //!< the host has answered and admits this user

private:
    enum class Problem : quint8 { None, Address, Room, Name, Pin, NoAnswer, NotPushLab, WantsTls, Refused, Certificate };

    void setUpFields();
    void fillRecent();
    void takeRecent(QListWidgetItem *item);
    void take(const QString &address, const QString &room);
    void submit() override;
    [[nodiscard]] std::optional<session::ClientOptions> typed();
    std::nullopt_t complain(Problem problem, QLineEdit &field);
    void press();
    void edit() override;
    void takeFailure(JoinCheck::Problem problem, const QString &code, const QString &detail);
    void askToTrust(const QByteArray &fingerprint);
    void setProblem(Problem found);
    [[nodiscard]] QString problemText() const;
    void showCheck();
    void retranslate() override;

    QLineEdit *m_address;
    RoomField *m_room;
    QLineEdit *m_name;
    QLineEdit *m_pin;
    FoundHostsView *m_found;
    QLabel *m_recentCaption;
    QListWidget *m_recent;
    Problem m_problem = Problem::None;
    QString m_code; // of a refusal
    QString m_detail; // details of the problem, in English
    JoinCheck m_check;
};

} // namespace pushlab::app
