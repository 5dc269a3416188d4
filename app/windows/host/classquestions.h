// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windows/question.h"
#include "server/host.h"
#include "server/hostsnapshot.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

class QMessageBox;

namespace pushlab::app {

//! The questions of the host window before members are disconnected or data that is not stored is lost. Owned by the window,
//! which updates it with the state of the class.
class ClassQuestions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClassQuestions)

public:
    enum class End : quint8 { Class, Window }; //!< the class ends and the window stays, or the window closes
    enum class Run : quint8 { None, OfAnotherHost, OfTheClass }; //!< the comparison that is running

    explicit ClassQuestions(QWidget *window);

    //! Adds ids of members that are the program's own, such as the demo's; they do not count as disconnected.
    void addOwnMembers(const QStringList &ids) { m_ownMembers += ids; }
    //! \a teacher is the id of the teacher's own chat, which does not count, either.
    void setSnapshot(const server::HostSnapshot &snapshot, const QString &teacher);
    void setRun(Run run);
    void clear(); //!< the class has ended: open questions about it are closed

    //! Number of members that ending the class would disconnect, by the last snapshot.
    [[nodiscard]] qint64 others() const { return m_others; }

    [[nodiscard]] bool isAskedBefore(End end) const;
    //! These call \a accepted, without a question when no member is disconnected and nothing is lost. Withdrawing a message is
    //! always asked.
    void askToEnd(End end, const std::function<void()> &accepted);
    void askToModerate(const QString &room, const server::ModerationCommand &order, const std::function<void()> &accepted);

private:
    [[nodiscard]] bool isOwn(const server::MemberSnapshot &member) const;
    [[nodiscard]] QList<server::MemberSnapshot> meant(const QString &room, const server::ModerationCommand &order) const;
    [[nodiscard]] bool isRunLost(End end) const;
    [[nodiscard]] Question endQuestion(End end) const;
    [[nodiscard]] QString losses(End end) const;
    void refreshQuestion();

    QWidget *m_window;
    QStringList m_ownMembers;
    QString m_teacher;
    server::HostSnapshot m_snapshot;
    qint64 m_others = 0;
    Run m_run = Run::None;
    QPointer<QMessageBox> m_endQuestion; // exists while it is shown
    End m_asked = End::Class;
};

} // namespace pushlab::app
