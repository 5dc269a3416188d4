// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/classsettings.h"

#include "server/protocol/json.h"
#include "server/protocol/paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>
#include <utility>

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds longestPace = std::chrono::hours(1); // the longest pace that a member accepts from a host
constexpr qsizetype maxRoomNetworks = 1000;
const QString settingsKind = u"settings"_s;

using Refused = std::optional<SettingsFault>; // nullopt: the setting was accepted

QByteArray secondsJson(std::chrono::milliseconds duration)
{
    return QByteArray::number(double(duration.count()) / 1000, 'g', 10);
}

void writeTechnique(QByteArray &json, const ClassSettings &settings)
{
    if (settings.technique)
        appendJsonString(json, techniqueName(*settings.technique));
    else
        json += "null";
}

Refused readTechnique(ClassSettings &settings, const QJsonValue &value, SettingsReader reader)
{
    const std::optional<Technique> technique = techniqueFromName(value.toString().toUtf8());
    if (!technique && !value.isNull() && reader == SettingsReader::Teacher) {
        QByteArray names = "null";
        for (const Technique each : allTechniques)
            names.append(", ").append(techniqueName(each));
        return SettingsFault{"bad-technique", "technique must be one of these: " + names + '.'};
    }
    settings.technique = technique; // a technique that this version does not know is read as none
    settings.isSplit = settings.isSplit && !technique;
    return std::nullopt;
}

void writeOffer(QByteArray &json, const ClassSettings &settings)
{
    json += "[\"" + namesOf(settings.techniques).join("\",\"") + "\"]";
}

Refused readOffer(ClassSettings &settings, const QJsonValue &value, SettingsReader reader)
{
    const QJsonArray wanted = value.toArray();
    QByteArrayList names;
    for (const QJsonValueConstRef name : wanted) {
        const QByteArray utf8 = name.toString().toUtf8();
        if (reader == SettingsReader::Teacher || techniqueFromName(utf8)) // a later version of the host may offer more
            names.append(utf8);
    }
    const std::optional<QList<Technique>> techniques = techniquesFromNames(names);
    if (!techniques && reader == SettingsReader::Teacher) {
        const QByteArray all = namesOf({allTechniques.begin(), allTechniques.end()}).join(", ");
        return SettingsFault{"bad-techniques", "techniques must be a list of one at least of these: " + all + '.'};
    }
    settings.techniques = techniques.value_or(defaultTechniques());
    return std::nullopt;
}

struct PaceBounds
{
    QByteArrayView name;
    std::chrono::milliseconds least;
    std::chrono::milliseconds most;
};
constexpr PaceBounds pollPace{"pollInterval", minPollInterval, maxPollInterval};
constexpr PaceBounds holdPace{"hold", minHold, maxWait};

Refused readPace(std::chrono::milliseconds &to, const QJsonValue &value, const PaceBounds &pace, SettingsReader reader)
{
    const bool isTeacher = reader == SettingsReader::Teacher;
    const std::chrono::milliseconds least = isTeacher ? pace.least : std::chrono::milliseconds(1);
    const std::chrono::milliseconds most = isTeacher ? pace.most : longestPace;
    // Compared before conversion: the value may exceed the range of durations.
    const double milliseconds = value.toDouble(-1) * 1000;
    if (!(milliseconds >= double(least.count()) - 0.5 && milliseconds < double(most.count()) + 0.5)) {
        const QByteArray name = pace.name.toByteArray();
        return SettingsFault{name == "hold" ? "bad-hold" : "bad-poll-interval",
                             name + " must be a number of seconds from " + secondsJson(least) + " to " + secondsJson(most) + '.'};
    }
    to = std::chrono::milliseconds(qRound64(milliseconds));
    return std::nullopt;
}

void writeConditioner(QByteArray &json, const Conditioner &conditioner)
{
    QByteArray member;
    appendConditioner(member, conditioner);
    json += member.isEmpty() ? QByteArray("null") : member.sliced(member.indexOf('{'));
}

Refused readConditioner(Conditioner &to, const QJsonValue &value)
{
    const auto conditioner = value.isNull() || value.isObject() ? decodeConditioner({{u"conditioner"_s, value}}) : std::nullopt;
    if (!conditioner) {
        return SettingsFault{
            "bad-conditioner",
            "conditioner must be null or have a delay and a jitter of 0 to 60000 ms and a rate of 1000 bits a second or more, "
            "or 0 for any."};
    }
    to = *conditioner;
    return std::nullopt;
}

void writeRooms(QByteArray &json, const ClassSettings &settings)
{
    QStringList names = settings.roomConditioners.keys();
    names.sort();
    json += '{';
    for (const QString &name : std::as_const(names)) {
        if (!json.endsWith('{'))
            json += ',';
        appendJsonString(json, name.toUtf8());
        json += ":{\"conditioner\":";
        writeConditioner(json, settings.roomConditioners.value(name));
        json += '}';
    }
    json += '}';
}

Refused readRooms(ClassSettings &settings, const QJsonValue &value)
{
    const SettingsFault fault{"bad-rooms", "rooms must be an object such as {\"lab\":{\"conditioner\":null}} of at most 1000 rooms."};
    if (!value.isObject())
        return fault;
    const QJsonObject rooms = value.toObject();
    for (auto room = rooms.begin(); room != rooms.end(); ++room) {
        Conditioner conditioner;
        if (!isRoomName(room.key()) || !room.value().isObject())
            return fault;
        if (Refused refused = readConditioner(conditioner, room.value().toObject().value("conditioner"_L1)))
            return refused;
        settings.setConditioner(conditioner, room.key());
    }
    return settings.roomConditioners.size() <= maxRoomNetworks ? Refused() : fault;
}

Refused readFlag(bool &to, const QJsonValue &value, const char *name)
{
    if (!value.isBool())
        return SettingsFault{QByteArray("bad-") + name, QByteArray(name) + " must be true or false."};
    to = value.toBool();
    return std::nullopt;
}

Refused readGenerator(ClassSettings &settings, const QJsonValue &value)
{
    const std::optional<Generator> generator = decodeGenerator(value);
    if (!generator) {
        return SettingsFault{"bad-generator",
                             "generator must be null or have a rate of 0.01 to 100 messages a second, a size of 1 to 16384 bytes and a "
                             "poisson of true or false."};
    }
    settings.generator = *generator;
    return std::nullopt;
}

//! A class that is split has no technique that everybody uses.
Refused readSplit(ClassSettings &settings, const QJsonValue &value)
{
    Refused refused = readFlag(settings.isSplit, value, "split");
    if (settings.isSplit)
        settings.technique = std::nullopt;
    return refused;
}

//! Copies one setting to \a now when it differs between \a before and \a after.
template <auto member>
void mergeOne(ClassSettings &now, const ClassSettings &before, const ClassSettings &after)
{
    if (after.*member != before.*member)
        now.*member = after.*member;
}

//! As mergeOne() for the networks of rooms, each of which is a setting of its own.
void mergeRooms(ClassSettings &now, const ClassSettings &before, const ClassSettings &after)
{
    const auto &was = before.roomConditioners;
    const auto &is = after.roomConditioners;
    for (auto room = was.cbegin(); room != was.cend(); ++room) {
        if (!is.contains(room.key()))
            now.roomConditioners.remove(room.key());
    }
    for (auto room = is.cbegin(); room != is.cend(); ++room) {
        if (was.value(room.key()) != room.value())
            now.roomConditioners.insert(room.key(), room.value());
    }
}

//! One setting: its name on the wire, whether it concerns a client, and how it is written, read and merged.
struct SettingRow
{
    QLatin1StringView name;
    bool isForMembers;
    void (*write)(QByteArray &json, const ClassSettings &settings);
    Refused (*read)(ClassSettings &settings, const QJsonValue &value, SettingsReader reader);
    void (*merge)(ClassSettings &now, const ClassSettings &before, const ClassSettings &after);
};

const SettingRow settingRows[] = {
    {"technique"_L1, true, writeTechnique, readTechnique, mergeOne<&ClassSettings::technique>},
    {"techniques"_L1, true, writeOffer, readOffer, mergeOne<&ClassSettings::techniques>},
    {"pollInterval"_L1, true, [](QByteArray &json, const ClassSettings &s) { json += secondsJson(s.pollInterval); },
     [](ClassSettings &s, const QJsonValue &value, SettingsReader reader) {
         return readPace(s.pollInterval, value, pollPace, reader);
     },
     mergeOne<&ClassSettings::pollInterval>},
    {"hold"_L1, true, [](QByteArray &json, const ClassSettings &s) { json += secondsJson(s.hold); },
     [](ClassSettings &s, const QJsonValue &value, SettingsReader reader) { return readPace(s.hold, value, holdPace, reader); },
     mergeOne<&ClassSettings::hold>},
    {"conditioner"_L1, true, [](QByteArray &json, const ClassSettings &s) { writeConditioner(json, s.conditioner); },
     [](ClassSettings &s, const QJsonValue &value, SettingsReader) { return readConditioner(s.conditioner, value); },
     mergeOne<&ClassSettings::conditioner>},
    {"rooms"_L1, false, writeRooms, [](ClassSettings &s, const QJsonValue &value, SettingsReader) { return readRooms(s, value); },
     mergeRooms},
    {"locked"_L1, false, [](QByteArray &json, const ClassSettings &s) { json += s.isLocked ? "true" : "false"; },
     [](ClassSettings &s, const QJsonValue &value, SettingsReader) { return readFlag(s.isLocked, value, "locked"); },
     mergeOne<&ClassSettings::isLocked>},
    {"frozen"_L1, true, [](QByteArray &json, const ClassSettings &s) { json += s.isFrozen ? "true" : "false"; },
     [](ClassSettings &s, const QJsonValue &value, SettingsReader) { return readFlag(s.isFrozen, value, "frozen"); },
     mergeOne<&ClassSettings::isFrozen>},
    {"generator"_L1, false, [](QByteArray &json, const ClassSettings &s) { json += encodeGenerator(s.generator); },
     [](ClassSettings &s, const QJsonValue &value, SettingsReader) { return readGenerator(s, value); },
     mergeOne<&ClassSettings::generator>},
    {"split"_L1, true, [](QByteArray &json, const ClassSettings &s) { json += s.isSplit ? "true" : "false"; },
     [](ClassSettings &s, const QJsonValue &value, SettingsReader) { return readSplit(s, value); },
     mergeOne<&ClassSettings::isSplit>},
};

} // namespace

void ClassSettings::setConditioner(const Conditioner &given, const QString &room)
{
    if (room.isEmpty())
        conditioner = given;
    else if (given.isOn())
        roomConditioners.insert(room, given);
    else
        roomConditioners.remove(room);
}

ClassSettings clamped(ClassSettings settings)
{
    settings.pollInterval = std::clamp(settings.pollInterval, minPollInterval, maxPollInterval);
    settings.hold = std::clamp<std::chrono::milliseconds>(settings.hold, minHold, maxWait);
    settings.conditioner = clamped(settings.conditioner);
    settings.generator = clamped(settings.generator);
    settings.isSplit = settings.isSplit && !settings.technique;
    if (settings.techniques.isEmpty())
        settings.techniques = defaultTechniques();
    for (Conditioner &conditioner : settings.roomConditioners)
        conditioner = clamped(conditioner);
    return settings;
}

ClassSettings settingsOf(const QString &room, const ClassSettings &settings)
{
    ClassSettings told = settings;
    told.conditioner = settings.conditionerOf(room);
    told.roomConditioners.clear();
    told.isLocked = false; // a member that is told has been admitted
    told.generator = {};
    return told;
}

ClassSettings merged(ClassSettings now, const ClassSettings &before, const ClassSettings &after)
{
    for (const SettingRow &row : settingRows)
        row.merge(now, before, after);
    return now;
}

QByteArray encodeClassSettings(const ClassSettings &settings, SettingsReader reader)
{
    QByteArray json;
    for (const SettingRow &row : settingRows) {
        if (reader == SettingsReader::Member && !row.isForMembers)
            continue;
        json += json.isEmpty() ? '{' : ',';
        appendJsonString(json, QByteArrayView(row.name.data(), row.name.size()));
        json += ':';
        row.write(json, settings);
    }
    return json + '}';
}

QJsonObject settingsControl(const ClassSettings &settings)
{
    const QJsonDocument told = parseJson(encodeClassSettings(settings, SettingsReader::Member));
    return {{u"kind"_s, settingsKind}, {u"settings"_s, told.object()}};
}

std::optional<ClassSettings> settingsFromControl(const QJsonObject &control)
{
    if (control["kind"_L1] != settingsKind || !control["settings"_L1].isObject())
        return std::nullopt;
    const auto read = withChanges({}, control["settings"_L1].toObject(), SettingsReader::Member);
    const auto *const settings = std::get_if<ClassSettings>(&read);
    return settings ? std::optional(*settings) : std::nullopt;
}

std::variant<ClassSettings, SettingsFault> withChanges(ClassSettings settings, const QJsonObject &changes, SettingsReader reader)
{
    for (const SettingRow &row : settingRows) {
        const QJsonValue value = changes.value(row.name);
        if (value.isUndefined() || (reader == SettingsReader::Member && !row.isForMembers))
            continue;
        if (Refused refused = row.read(settings, value, reader))
            return *std::move(refused);
    }
    return settings;
}

} // namespace pushlab::protocol
