// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/classmark.h"

#include <QList>

namespace pushlab::server {

//! The last marks of a class, in the order of time. A plain class, bounded; server's thread.
class ClassMarks
{
public:
    static constexpr qsizetype most = 200;
    static constexpr qsizetype maxNameCharacters = 100;

    //! The teacher's own; its name is \a name without blanks around it, or a number of its own when that is empty. Returns it.
    QString addNamed(const QString &name, double at, const protocol::ClassSettings &settings);
    //! One for each thing that is measured otherwise from now on.
    void noteChange(const protocol::ClassSettings &now, const protocol::ClassSettings &before, double at);
    void add(const ClassMark &mark);

    [[nodiscard]] const QList<ClassMark> &all() const { return m_marks; }

private:
    QList<ClassMark> m_marks;
    int m_unnamed = 0;
};

//! As a JSON array, for pages, ascending: `{"at":…,"kind":"named","value":"…"}` each. The value is the teacher's word, a technique
//! on the wire, "split", a number of seconds or of messages a second; empty where there is none.
[[nodiscard]] QByteArray encodeMarks(const QList<ClassMark> &marks);

} // namespace pushlab::server
