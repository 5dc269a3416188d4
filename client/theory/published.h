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
    MebibitsPerSecond, //!< of 2^20 bits
    MessagesPerSecond,
    AnswersPerSecond,
    Milliseconds,
    InSeconds,
    Transits, //!< multiples of L
    Ratio
};

enum class Quantity : quint8 {
    Requests, //!< of the whole run, including the page where the source includes it
    Bytes, //!< of the whole run, including the page where the source includes it
    Throughput, //!< of heads and frame headers only
    MeanDelay,
    MedianDelay,
    DelayP99,
    GreatestDelay,
    MessagesIn,
    MessagesOut,
    Answers,
    GreatestClients, //!< that were served before failures
    SafeHold, //!< a hold that proxies and browsers tolerate
    PollInterval,
    ByteRatio //!< bytes of polling relative to WebSocket's
};

//! A number that a source gives.
struct PublishedFigure
{
    Quantity quantity{};
    std::optional<protocol::Technique> technique; //!< nullopt when it belongs to no technique
    int clients = 0; //!< the number of clients it was found with; 0: the source's whole set-up
    double value = 0;
    Unit unit{};
};

//! A published set-up, and its results.
struct PublishedSetup
{
    QString name; //!< as for `--preset`
    QString source; //!< empty for PushLab's own set-ups
    Parameters parameters; //!< per client
    QList<protocol::Technique> techniques; //!< those that it compares
    QList<int> clients; //!< one entry for each run; at least one
    int rooms = 1; //!< over which the clients are distributed
    int roomsPerClient = 1;
    Seconds duration{30};
    bool isConstant = false; //!< messages at equal gaps, not Poisson
    QList<PublishedFigure> figures;
    bool hasRemark = false; //!< there is a remark to read before comparing numbers
};

//! All set-ups: PushLab's own first, then the published ones.
[[nodiscard]] const QList<PublishedSetup> &publishedSetups();

//! The set-up with exactly that name; nullptr when there is none. Always valid.
[[nodiscard]] const PublishedSetup *publishedSetup(const QString &name);

} // namespace pushlab::theory
