// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/theory/parameters.h"
#include "server/protocol/technique.h"

#include <QList>
#include <QString>

#include <optional>

namespace pushlab::theory {

enum class Unit : quint8 {
    Requests,
    Bytes,
    Clients,
    MebibitsPerSecond, //!< of 2^20 bit
    MessagesPerSecond,
    AnswersPerSecond,
    Milliseconds,
    InSeconds,
    Transits, //!< multiples of L
    Ratio
};

enum class Quantity : quint8 {
    Requests, //!< of the whole run, the page included where the source includes it
    Bytes, //!< of the whole run, the page included where the source includes it
    Throughput, //!< of headers and frames alone
    MeanDelay,
    MedianDelay,
    DelayP99,
    GreatestDelay,
    MessagesIn,
    MessagesOut,
    Answers,
    GreatestClients, //!< that it served before it failed
    SafeHold, //!< a hold time that proxies and browsers bear
    PollInterval,
    ByteRatio //!< polling's bytes to WebSocket's
};

//! One number that a source gives.
struct PublishedFigure
{
    Quantity quantity{};
    std::optional<protocol::Technique> technique; //!< none when it belongs to no technique
    int clients = 0; //!< that it was found with; 0 when the source's whole set-up is meant
    double value = 0;
    Unit unit{};
};

//! A set-up to run again, and what came of it then.
struct PublishedSetup
{
    QString name; //!< as `--preset` takes it
    QString source; //!< empty for PushLab's own
    Parameters parameters; //!< per client
    QList<protocol::Technique> techniques; //!< that it compares
    QList<int> clients; //!< one run for each entry; at least one
    int rooms = 1; //!< that the clients spread over
    int roomsPerClient = 1;
    Seconds duration{30};
    bool isConstant = false; //!< messages at equal gaps, not Poisson
    QList<PublishedFigure> figures;
    bool hasRemark = false; //!< there is something to know before numbers are compared
};

//! All of them: PushLab's own first, then the published ones.
[[nodiscard]] const QList<PublishedSetup> &publishedSetups();

//! The set-up of that name, exactly; nothing when there is none. Valid as long as the program runs.
[[nodiscard]] const PublishedSetup *publishedSetup(const QString &name);

} // namespace pushlab::theory
