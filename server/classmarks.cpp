// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/classmarks.h"

namespace pushlab::server {

QString ClassMarks::addNamed(const QString &name, double at, const protocol::ClassSettings &settings)
{
    QString given = name.simplified().left(maxNameCharacters);
    if (given.isEmpty())
        given = QString::number(++m_unnamed);
    add({at, ClassMark::Kind::Named, given, settings});
    return given;
}

void ClassMarks::noteChange(const protocol::ClassSettings &now, const protocol::ClassSettings &before, double at)
{
    const auto note = [&](ClassMark::Kind kind, bool isOther) {
        if (isOther)
            add({at, kind, {}, now});
    };
    note(ClassMark::Kind::Technique,
         now.technique != before.technique || now.techniques != before.techniques || now.isSplit != before.isSplit);
    note(ClassMark::Kind::Network, now.conditioner != before.conditioner || now.roomConditioners != before.roomConditioners);
    note(ClassMark::Kind::Pace, now.pollInterval != before.pollInterval);
    note(ClassMark::Kind::Hold, now.hold != before.hold);
    note(ClassMark::Kind::Generator, now.generator != before.generator);
}

void ClassMarks::add(const ClassMark &mark)
{
    m_marks.append(mark);
    if (m_marks.size() > most)
        m_marks.removeFirst();
}

} // namespace pushlab::server
