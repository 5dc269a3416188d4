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

//! What the host window asks before it cuts somebody off or lets go of something that is kept nowhere else. Its window owns it
//! and tells it how the class stands.
class ClassQuestions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClassQuestions)

public:
    enum class End : quint8 { Class, Window }; //!< the window goes on without its class, or ends with it
    enum class Run : quint8 { None, OfAnotherHost, OfTheClass }; //!< the comparison that is being measured

    explicit ClassQuestions(QWidget *window);

    //! Members that are the program's own, such as the demo's: nobody is cut off with them.
    void addOwnMembers(const QStringList &ids) { m_ownMembers += ids; }
    //! \a teacher is the id of the teacher's own chat, which is nobody either.
    void setSnapshot(const server::HostSnapshot &snapshot, const QString &teacher);
    void setRun(Run run);
    void clear(); //!< the class has ended: what was asked of it is answered by that

    [[nodiscard]] qint64 others() const { return m_others; } //!< who would be cut off with the class, as last heard

    [[nodiscard]] bool isAskedBefore(End end) const;
    //! These call \a accepted, at once where nobody is cut off and nothing is lost.
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
    QPointer<QMessageBox> m_endQuestion; // while it is asked
    End m_asked = End::Class;
};

} // namespace pushlab::app
