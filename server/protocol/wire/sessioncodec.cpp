// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/sessioncodec.h"

#include <QDataStream>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushlab::wire {

using namespace Qt::Literals::StringLiterals;

namespace {

void put(QDataStream &stream, const TrafficConnection &one)
{
    stream << one.number << one.opened << one.closed << one.peerAddress << one.hostAddress << one.peerPort << one.hostPort
           << one.isEncrypted;
}

bool get(QDataStream &stream, TrafficConnection &one)
{
    stream >> one.number >> one.opened >> one.closed >> one.peerAddress >> one.hostAddress >> one.peerPort >> one.hostPort
        >> one.isEncrypted;
    return stream.status() == QDataStream::Ok;
}

void put(QDataStream &stream, const TrafficRecord &one)
{
    stream << one.number << one.connection << one.at << one.duration << one.request << one.offset << one.headerBytes
           << one.payloadBytes << one.tlsBytes << one.firstMessage << one.lastMessage << quint8(one.direction) << quint8(one.kind)
           << (one.technique ? protocol::techniqueName(*one.technique).toByteArray() : QByteArray()) << one.room << one.member
           << one.memberKey << one.bytes << one.size << one.isWithdrawn;
}

bool get(QDataStream &stream, TrafficRecord &one)
{
    quint8 direction = 0;
    quint8 kind = 0;
    QByteArray technique;
    stream >> one.number >> one.connection >> one.at >> one.duration >> one.request >> one.offset >> one.headerBytes
        >> one.payloadBytes >> one.tlsBytes >> one.firstMessage >> one.lastMessage >> direction >> kind >> technique >> one.room
        >> one.member >> one.memberKey >> one.bytes >> one.size >> one.isWithdrawn;
    one.direction = Direction(direction);
    one.kind = RecordKind(kind);
    one.technique = protocol::techniqueFromName(technique); // one that this program does not know is other traffic
    return stream.status() == QDataStream::Ok && direction <= quint8(Direction::FromHost) && kind <= quint8(RecordKind::Other)
        && one.size >= one.bytes.size() && one.offset >= 0 && one.duration >= 0;
}

void put(QDataStream &stream, const SessionNote &note)
{
    stream << quint8(note.kind) << note.json;
}

bool get(QDataStream &stream, SessionNote &note)
{
    quint8 kind = 0;
    stream >> kind >> note.json;
    note.kind = SessionNote::Kind(kind);
    return stream.status() == QDataStream::Ok && kind <= quint8(SessionNote::Kind::Mark);
}

void put(QDataStream &stream, const QByteArray &bytes)
{
    stream << bytes;
}

bool get(QDataStream &stream, QByteArray &bytes)
{
    stream >> bytes;
    return stream.status() == QDataStream::Ok;
}

template <typename T>
void putAll(QDataStream &stream, const QList<T> &list)
{
    stream << quint32(list.size());
    for (const T &one : list)
        put(stream, one);
}

//! Reads one after the other, so that a wrong count takes no memory.
template <typename T>
bool getAll(QDataStream &stream, QList<T> &list)
{
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count; ++i) {
        T one;
        if (!get(stream, one))
            return false;
        list.append(one);
    }
    return stream.status() == QDataStream::Ok;
}

} // namespace

void setUpSessionStream(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setByteOrder(QDataStream::LittleEndian);
}

void writeSessionState(QDataStream &stream, const SessionState &state)
{
    stream << state.settings << state.members << state.figures;
    putAll(stream, state.marks);
    putAll(stream, state.connections);
}

void writeSessionMoment(QDataStream &stream, const SessionMoment &moment)
{
    const TrafficExcerpt &traffic = moment.traffic;
    stream << moment.at << traffic.since << traffic.dropped << traffic.oldest;
    putAll(stream, traffic.connections);
    putAll(stream, traffic.records);
    putAll(stream, moment.notes);
}

std::optional<SessionPart> readSessionPart(const QByteArray &content)
{
    QDataStream stream(content);
    setUpSessionStream(stream);
    SessionPart part;
    stream >> part.before.settings >> part.before.members >> part.before.figures;
    if (!getAll(stream, part.before.marks) || !getAll(stream, part.before.connections))
        return std::nullopt;
    while (!stream.atEnd()) {
        SessionMoment moment;
        TrafficExcerpt &traffic = moment.traffic;
        stream >> moment.at >> traffic.since >> traffic.dropped >> traffic.oldest;
        if (!getAll(stream, traffic.connections) || !getAll(stream, traffic.records) || !getAll(stream, moment.notes))
            return std::nullopt;
        part.moments.append(moment);
    }
    return part;
}

QByteArray sessionHeadJson(const SessionHead &head)
{
    const QJsonObject json{{u"application"_s, head.application},
                           {u"title"_s, head.title},
                           {u"began"_s, head.began},
                           {u"names"_s, head.hasNames},
                           {u"secrets"_s, head.hasSecrets}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<SessionHead> sessionHeadFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    return SessionHead{document[u"application"].toString(), document[u"title"].toString(), document[u"began"].toInteger(),
                       document[u"names"].toBool(), document[u"secrets"].toBool()};
}

} // namespace pushlab::wire
