// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/classmarks.h"

#include "server/protocol/json.h"
#include "server/protocol/techniquetraits.h"

namespace pushlab::server {

namespace {

QByteArray secondsText(std::chrono::milliseconds duration)
{
    return QByteArray::number(double(duration.count()) / 1000);
}

//! The kind on the wire; the pages pass over what they do not know.
QByteArrayView kindName(ClassMark::Kind kind)
{
    switch (kind) {
    case ClassMark::Kind::Named:
        return "named";
    case ClassMark::Kind::Technique:
        return "technique";
    case ClassMark::Kind::Network:
        return "network";
    case ClassMark::Kind::Pace:
        return "pace";
    case ClassMark::Kind::Hold:
        return "hold";
    case ClassMark::Kind::Generator:
        return "generator";
    case ClassMark::Kind::Cleared:
        return "cleared";
    }
    Q_UNREACHABLE();
}

QByteArray valueOf(const ClassMark &mark)
{
    const protocol::ClassSettings &settings = mark.settings;
    switch (mark.kind) {
    case ClassMark::Kind::Named:
        return mark.name.toUtf8();
    case ClassMark::Kind::Technique:
        if (settings.isSplit)
            return "split";
        return settings.technique ? protocol::techniqueName(*settings.technique).toByteArray() : QByteArray();
    case ClassMark::Kind::Pace:
        return secondsText(settings.pollInterval);
    case ClassMark::Kind::Hold:
        return secondsText(settings.hold);
    case ClassMark::Kind::Generator:
        return settings.generator.isOn() ? QByteArray::number(settings.generator.perSecond) : QByteArray();
    case ClassMark::Kind::Network:
    case ClassMark::Kind::Cleared:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

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

QByteArray encodeMarks(const QList<ClassMark> &marks)
{
    QByteArray json = "[";
    for (const ClassMark &mark : marks) {
        json += json.size() > 1 ? ",{\"at\":" : "{\"at\":";
        protocol::appendJsonTime(json, mark.at);
        json.append(",\"kind\":\"").append(kindName(mark.kind)).append("\",\"value\":");
        protocol::appendJsonString(json, valueOf(mark));
        json += '}';
    }
    return json + ']';
}

} // namespace pushlab::server
