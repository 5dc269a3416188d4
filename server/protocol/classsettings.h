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

//! What the teacher sets for the whole class, and may change while it runs. The same value is read from the command line,
//! shown by the window and by `/admin/`, in force in the server's thread, and told to the members.
//! A new setting is a member here and a row of the table in classsettings.cpp; it then travels everywhere by itself.
struct ClassSettings
{
    std::optional<Technique> technique; //!< that everybody uses; nothing: students choose
    std::chrono::milliseconds pollInterval = defaultPollInterval; //!< minPollInterval to maxPollInterval
    std::chrono::milliseconds hold = defaultHold; //!< of a long poll; minHold to maxWait
    Conditioner conditioner{}; //!< the slow network that every connection is to have
    QHash<QString, Conditioner> roomConditioners{}; //!< instead, in rooms that have one of their own
    bool isLocked = false; //!< nobody new may enter any room
    QList<Technique> techniques = defaultTechniques(); //!< on offer when students choose; one at least, in their order
    bool isFrozen = false; //!< nobody but the teacher may send
    Generator generator{}; //!< what the host says into the class's room by itself
    bool isSplit = false; //!< each member has one of the techniques on offer, an equal part each; then `technique` is nothing

    [[nodiscard]] Conditioner conditionerOf(const QString &room) const { return roomConditioners.value(room, conditioner); }
    //! Sets that of \a room, or that of all others when it is empty.
    void setConditioner(const Conditioner &given, const QString &room = {});

    friend bool operator==(const ClassSettings &, const ClassSettings &) = default;
};

//! Within their bounds.
[[nodiscard]] ClassSettings clamped(ClassSettings settings);

//! What the members of \a room are told: the network is their room's, and other rooms are not named.
[[nodiscard]] ClassSettings settingsOf(const QString &room, const ClassSettings &settings);

//! \a now with what differs between \a before and \a after: two changes made at the same time do not undo each other.
[[nodiscard]] ClassSettings merged(ClassSettings now, const ClassSettings &before, const ClassSettings &after);

//! Who reads the settings, or who wrote them.
enum class SettingsReader : quint8 {
    Member, //!< is told what concerns a client; takes what a host of another version may allow
    Teacher //!< sees all of them; may set what is within the bounds
};

//! A JSON object; durations in seconds, the network in the units of appendConditioner() or null.
[[nodiscard]] QByteArray encodeClassSettings(const ClassSettings &settings, SettingsReader reader);

//! The control object that tells members of a room of its settings, all of them.
[[nodiscard]] QJsonObject settingsControl(const ClassSettings &settings);
//! The settings that such an object tells of; nothing when it is of another kind or makes no sense.
[[nodiscard]] std::optional<ClassSettings> settingsFromControl(const QJsonObject &control);

//! Why settings are refused.
struct SettingsFault
{
    QByteArray code; //!< stable
    QByteArray error; //!< English, says what is allowed
};

//! \a settings with what \a changes names; unknown names are ignored. Of the rooms with a network of their own, those that are
//! not named keep theirs. All of it or nothing.
[[nodiscard]] std::variant<ClassSettings, SettingsFault> withChanges(ClassSettings settings, const QJsonObject &changes,
                                                                     SettingsReader reader);

} // namespace pushlab::protocol
