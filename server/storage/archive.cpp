// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/storage/archive.h"

#include "server/protocol/entrycodec.h"
#include "server/protocol/json.h"
#include "server/protocol/limits.h"
#include "server/room/roomlog.h"
#include "server/storage/database.h"
#include "server/storage/loader.h"
#include "server/storage/writer.h"

#include <QIODevice>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace pushlab::storage {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString schemaName = u"pushlab-room"_s;
constexpr int archiveVersion = 2; // 1: messages only, whose number is in the head as "messages"
constexpr qsizetype maxLine = 512 * 1024; // the longest text, escaped completely, with its names
constexpr qint64 maxSeq = qint64(1) << 52; // the room continues counting from here, and pages count exactly up to 2^53

//! Reads up to a line's end, but no more than maxLine. In pieces, because QIODevice would allocate half a megabyte for each line.
QByteArray readLine(QIODevice &in)
{
    QByteArray line;
    char piece[4096];
    while (!line.endsWith('\n') && line.size() < maxLine) {
        const qint64 read = in.readLine(piece, sizeof piece);
        if (read <= 0)
            break;
        line.append(piece, read);
    }
    return line;
}

//! Reads a line as a JSON object; empty on failure, with the reason in \a fault.
QJsonObject readObject(QIODevice &in, LineFault &fault)
{
    ++fault.line;
    const QByteArray line = readLine(in);
    QJsonParseError error;
    const QJsonDocument document = protocol::parseJson(line, &error);
    if (line.isEmpty())
        fault.what = u"the file ends here, though messages are missing"_s;
    else if (!line.endsWith('\n') && line.size() >= maxLine)
        fault.what = u"the line is too long for a message"_s;
    else if (error.error != QJsonParseError::NoError)
        fault.what = u"no JSON: %1"_s.arg(error.errorString());
    else if (!document.isObject() || document.object().isEmpty())
        fault.what = u"no JSON object"_s;
    return fault.what.isEmpty() ? document.object() : QJsonObject();
}

bool readHead(const QJsonObject &head, Archive &archive, qint64 &count, LineFault &fault)
{
    archive.room = head[u"room"].toString();
    const int version = head[u"version"].toInt();
    count = head[version == 1 ? u"messages" : u"entries"].toInteger(-1);
    if (head[u"schema"] != schemaName)
        fault.what = u"this is no export of a room by PushLab"_s;
    else if (version < 1 || version > archiveVersion)
        fault.what = u"this was written by another version of PushLab"_s;
    else if (count < 0 || count > protocol::maxLogMessages)
        fault.what = u"the number of what follows must be from 0 to %1"_s.arg(protocol::maxLogMessages);
    return fault.what.isEmpty();
}

//! What is wrong with \a message; empty when nothing is.
QString faultIn(const protocol::Message &message)
{
    if (message.text.toUtf8().size() > protocol::maxTextBytes)
        return u"the text is longer than %1 bytes"_s.arg(protocol::maxTextBytes);
    if (message.from.toUtf8().size() > protocol::maxNameBytes)
        return u"the name is longer than %1 bytes"_s.arg(protocol::maxNameBytes);
    return {};
}

QString faultIn(const protocol::ControlEntry &entry)
{
    if (protocol::controlJson(entry).size() > protocol::maxControlBytes)
        return u"the control object is longer than %1 bytes"_s.arg(protocol::maxControlBytes);
    return {};
}

bool checkEntry(const std::optional<protocol::Entry> &entry, const Archive &archive, LineFault &fault)
{
    const qint64 seq = entry ? protocol::seqOf(*entry) : 0;
    if (!entry)
        fault.what = u"no message: it needs a seq and a text, or a control object with a kind"_s;
    else if (seq > maxSeq)
        fault.what = u"seq %1 is past %2"_s.arg(seq).arg(maxSeq);
    else if (!archive.entries.empty() && seq != protocol::seqOf(archive.entries.back()) + 1)
        fault.what = u"seq %1 follows %2"_s.arg(seq).arg(protocol::seqOf(archive.entries.back()));
    else
        fault.what = std::visit([](const auto &it) { return faultIn(it); }, *entry);
    return fault.what.isEmpty();
}

} // namespace

qsizetype Archive::messageCount() const
{
    return std::count_if(entries.begin(), entries.end(), [](const protocol::Entry &entry) { return !protocol::isControl(entry); });
}

QByteArray archiveHead(const QString &room, qsizetype entries)
{
    const QJsonObject head{{u"schema"_s, schemaName}, {u"version"_s, archiveVersion}, {u"room"_s, room}, {u"entries"_s, entries}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
}

bool writeArchive(QIODevice &out, const QString &room, const QList<QByteArray> &entries)
{
    const auto write = [&out](const QByteArray &bytes) { return out.write(bytes) == bytes.size(); };
    return write(archiveHead(room, entries.size()))
        && std::all_of(entries.begin(), entries.end(), [&write](const QByteArray &entry) { return write(entry + '\n'); });
}

std::variant<Archive, LineFault> readArchive(QIODevice &in)
{
    Archive archive;
    LineFault fault;
    qint64 count = 0;
    const QJsonObject head = readObject(in, fault);
    if (!fault.what.isEmpty() || !readHead(head, archive, count, fault))
        return fault;
    while (qint64(archive.entries.size()) < count) {
        const QJsonObject object = readObject(in, fault);
        if (!fault.what.isEmpty())
            return fault;
        std::optional<protocol::Entry> entry = protocol::decodeEntry(object);
        if (!checkEntry(entry, archive, fault))
            return fault;
        archive.entries.push_back(*std::move(entry));
    }
    if (!readLine(in).trimmed().isEmpty())
        return LineFault{fault.line + 1, u"more follows than the first line says"_s};
    return archive;
}

std::variant<QList<QByteArray>, Fault> readRoom(const QString &database, const QString &room)
{
    const auto opened = openToRead(database);
    if (const Fault *const fault = std::get_if<Fault>(&opened))
        return *fault;
    const Loaded loaded = loadRooms(*std::get<ReadableDatabase>(opened).connection, false);
    if (const Fault *const fault = std::get_if<Fault>(&loaded))
        return *fault;
    const auto &rooms = std::get<std::vector<room::StoredRoom>>(loaded);
    const auto found = std::find_if(rooms.begin(), rooms.end(),
                                    [&room](const room::StoredRoom &stored) { return stored.name == room; });
    if (found == rooms.end())
        return faultOf(Fault::Kind::NoRoom, database, room);
    QList<QByteArray> entries;
    for (qint64 seq = found->log.oldest(); seq <= found->log.next(); ++seq)
        entries.append(found->log.at(seq).json);
    return entries;
}

std::optional<Fault> importRoom(const QString &database, const QString &room, const Archive &archive)
{
    auto opened = openDatabase({database});
    if (const Fault *const fault = std::get_if<Fault>(&opened))
        return *fault;
    DatabaseConnection &connection = *std::get<std::unique_ptr<DatabaseConnection>>(opened);
    const Loaded loaded = loadRooms(connection, false);
    if (const Fault *const fault = std::get_if<Fault>(&loaded))
        return *fault;
    std::vector<StorageCommand> commands;
    for (const room::StoredRoom &stored : std::get<std::vector<room::StoredRoom>>(loaded)) {
        if (stored.name != room)
            continue;
        if (stored.log.bytes() > 0)
            return faultOf(Fault::Kind::HasMessages, database, room);
        commands.emplace_back(ForgetRoom{{room, stored.log.epoch()}});
    }
    const room::LogName log{room, room::generateEpoch()};
    commands.emplace_back(OpenRoom{log});
    for (const protocol::Entry &entry : archive.entries)
        commands.emplace_back(AppendEntry{log, entry, {}});
    Writer writer(
        connection, [](std::vector<CommittedUpTo> &&) {}, std::numeric_limits<size_t>::max());
    return writer.write(commands) ? std::nullopt : connection.fault();
}

} // namespace pushlab::storage
