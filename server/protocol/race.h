// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"
#include "server/protocol/technique.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace pushlab::protocol {

//! How long a race is open beyond the longest waiting of the techniques in it.
inline constexpr std::chrono::seconds raceGrace{6};
inline constexpr qsizetype maxListedReceipts = 1000; //!< in JSON; further ones are ranked and counted, too

//! When one member had the race's message.
struct RaceReceipt
{
    QString room;
    QString name; //!< empty when it never said one
    Technique technique = Technique::Polling; //!< by which it came
    std::optional<double> delay; //!< from the host's acceptance, ms; nullopt: it says nothing, as in a hidden tab
    std::optional<double> uncertainty; //!< of the member's knowledge of the host's clock, ± ms
    int place = 0; //!< one more than the number of those who had it before for certain; 0: not ranked
    bool isTied = false; //!< with somebody whose delay differs by no more than both are uncertain

    friend bool operator==(const RaceReceipt &, const RaceReceipt &) = default;
};

//! What the members of one technique did, ms.
struct RaceGroup
{
    Technique technique = Technique::Polling;
    qint64 members = 0; //!< that are ranked
    double first = 0;
    double median = 0;
    double last = 0;
    double uncertainty = 0; //!< of the median, ±
    int place = 0; //!< by the median, as that of a receipt
    bool isTied = false;

    friend bool operator==(const RaceGroup &, const RaceGroup &) = default;
};

//! One message to everybody at once, and who has it when: the photo finish. A plain value, for windows, pages and projector.
struct Race
{
    qint64 number = 0; //!< from 1 on, of the host's races
    double began = 0; //!< host's time, ms since 1970
    double closes = 0; //!< likewise; no receipt counts after it
    std::chrono::milliseconds waiting{}; //!< see longestWaiting()
    bool isOpen = false;
    qint64 answered = 0; //!< members whose receipt has come
    qint64 silent = 0; //!< members who were there at the start and have not answered
    QList<RaceReceipt> receipts; //!< by delay, those without one last
    QList<RaceGroup> groups; //!< by median

    friend bool operator==(const Race &, const Race &) = default;
};

//! The race with its receipts sorted and ranked, by member and by technique. Delays whose difference lies within both
//! uncertainties are tied: it is not known who was first.
[[nodiscard]] Race ranked(Race race);

//! The longest that anybody has to wait by design: the poll interval where a technique in \a used asks again and again, and the
//! round trip of the slowest network that is pretended.
[[nodiscard]] std::chrono::milliseconds longestWaiting(const ClassSettings &settings, const QList<Technique> &used);

//! What a control entry tells of a race that begins.
struct RaceCall
{
    qint64 number = 0;
    std::chrono::milliseconds open{}; //!< from the entry's acceptance on
};
[[nodiscard]] QJsonObject raceControl(const RaceCall &call);
[[nodiscard]] std::optional<RaceCall> raceFromControl(const QJsonObject &control); //!< nullopt: of another kind, or invalid

//! The object of the control entry that tells the members the ranking by technique; it names no member.
[[nodiscard]] QJsonObject raceResultControl(const Race &race);
//! The race in such an object, without receipts; nullopt: of another kind, or invalid.
[[nodiscard]] std::optional<Race> raceResultFromControl(const QJsonObject &control);

//! `{"number","began","closes","waiting","open","answered","silent","techniques":[…],"members":[…]}`: waiting in seconds, other
//! times in ms.
[[nodiscard]] QJsonObject encodeRace(const Race &race);

} // namespace pushlab::protocol
