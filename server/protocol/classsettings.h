// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/conditioner.h"
#include "server/protocol/generator.h"
#include "server/protocol/limits.h"
#include "server/protocol/techniqueoffer.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>

namespace pushlab::protocol {

//! What the teacher sets for the whole class, and may change while it runs. The same value is read from the command line, shown
//! by the window and by `/admin/`, in force in the server's thread, and sent to the members. A new setting is a member here and a
//! row of the table in classsettings.cpp; everything else follows from these.
struct ClassSettings
{
    std::optional<Technique> technique; //!< used by everybody; nullopt: students choose
    std::chrono::milliseconds pollInterval = defaultPollInterval; //!< minPollInterval to maxPollInterval
    std::chrono::milliseconds hold = defaultHold; //!< of a long poll, from minHold to maxWait
    Conditioner conditioner{}; //!< the slow network of every connection
    QHash<QString, Conditioner> roomConditioners{}; //!< for rooms that have a slow network of their own
    bool isLocked = false; //!< no new member may enter any room
    QList<Technique> techniques = defaultTechniques(); //!< offered when students choose; at least one, in the order of the table
    bool isFrozen = false; //!< only the teacher may send
    Generator generator{}; //!< the messages that the host itself sends into the class's room
    bool isSplit = false; //!< each member is given one of the offered techniques, in equal parts; then `technique` is nullopt

    [[nodiscard]] Conditioner conditionerOf(const QString &room) const { return roomConditioners.value(room, conditioner); }
    //! Sets the network of \a room, or of all rooms without one of their own when \a room is empty.
    void setConditioner(const Conditioner &given, const QString &room = {});

    friend bool operator==(const ClassSettings &, const ClassSettings &) = default;
};

//! The settings with every value moved into its range.
[[nodiscard]] ClassSettings clamped(ClassSettings settings);

//! The settings as members of \a room are told them: with the room's network, and without other rooms.
[[nodiscard]] ClassSettings settingsOf(const QString &room, const ClassSettings &settings);

//! Returns \a now with everything that differs between \a before and \a after changed to \a after, so that concurrent changes do
//! not undo each other.
[[nodiscard]] ClassSettings merged(ClassSettings now, const ClassSettings &before, const ClassSettings &after);

//! Who reads or writes settings.
enum class SettingsReader : quint8 {
    Member, //!< reads what concerns a client; accepts values that a host of another version may allow
    Teacher //!< reads all of them; may set values within the bounds
};

//! A JSON object; durations in seconds, the network as appendConditioner() writes it, or null.
[[nodiscard]] QByteArray encodeClassSettings(const ClassSettings &settings, SettingsReader reader);

//! The object of a control entry that tells members all settings of their room.
[[nodiscard]] QJsonObject settingsControl(const ClassSettings &settings);
//! The settings in such an object; nullopt when it has another kind or is invalid.
[[nodiscard]] std::optional<ClassSettings> settingsFromControl(const QJsonObject &control);

//! Why settings are refused.
struct SettingsFault
{
    QByteArray code; //!< stable identifier for programs
    QByteArray error; //!< English, says what is allowed
};

//! Returns \a settings with the changes that \a changes names; unknown names are ignored, and networks of rooms that are not
//! named stay. Changes everything or, on a fault, nothing.
[[nodiscard]] std::variant<ClassSettings, SettingsFault> withChanges(ClassSettings settings, const QJsonObject &changes,
                                                                     SettingsReader reader);

} // namespace pushlab::protocol
