// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

//! The bounds of the contract. Sizes are in bytes unless the name says otherwise.
namespace pushlab::protocol {

using namespace std::chrono_literals;

inline constexpr qsizetype maxHeaderBytes = 16 * 1024; //!< request line and header fields together
inline constexpr qsizetype maxTextBytes = 64 * 1024; //!< a message's text, decoded
inline constexpr qsizetype maxControlBytes = 64 * 1024; //!< a control entry's object, as JSON
inline constexpr qsizetype maxBodyBytes = 256 * 1024;
inline constexpr qsizetype maxAnswerBytes = 512 * 1024; //!< an answer with messages
inline constexpr qsizetype maxWebSocketMessageBytes = 400 * 1024;
inline constexpr qsizetype maxBacklogBytes = 1024 * 1024; //!< of bytes that wait to be written to one connection
inline constexpr qsizetype maxLogMessages = 100'000; //!< of one room
inline constexpr qsizetype maxLogBytes = 64 * 1024 * 1024; //!< of one room
inline constexpr qsizetype maxAllLogsBytes = 512 * 1024 * 1024;
inline constexpr qsizetype maxPendingBytes = 64 * 1024 * 1024; //!< of messages that wait to be written to the database
inline constexpr int maxQueues = 20'000;
inline constexpr int maxWaiting = 20'000; //!< held requests
inline constexpr int maxRooms = 10'000;
inline constexpr int maxMembers = 100'000; //!< in all rooms together; further clients are served, but not listed
inline constexpr qsizetype maxRoomNameCharacters = 64;
inline constexpr qsizetype maxNameBytes = 256; //!< of a member's name or id, or a message's id
inline constexpr qsizetype maxReportBytes = 64 * 1024; //!< a report of measured delays
inline constexpr qint64 maxReportSamples = 100'000; //!< of each kind in one report
inline constexpr std::chrono::hours maxReportedDelay = 1h; //!< longer delays are left out: the machine slept
//! Members whose own delays are kept; those of others only count for their technique.
inline constexpr int maxReportingMembers = 5'000;

inline constexpr std::chrono::seconds maxWait = 55s; //!< hold that a request may ask for, at most
inline constexpr std::chrono::milliseconds defaultHold = 10s;
inline constexpr std::chrono::milliseconds defaultPollInterval = 2s;
inline constexpr std::chrono::milliseconds minPollInterval = 200ms;
inline constexpr std::chrono::milliseconds maxPollInterval = 30s;
inline constexpr std::chrono::milliseconds minHold = 1s;

inline constexpr std::chrono::seconds maxDelay = 60s; //!< of the network conditioner; also the greatest jitter
inline constexpr qint64 minRate = 1000; //!< bits per second
inline constexpr qint64 maxRate = 1'000'000'000'000;

inline constexpr std::chrono::minutes roomLife = 10min; //!< a room closes this long after its last request
inline constexpr std::chrono::minutes queueLife = 5min; //!< a queue closes this long after its last request
inline constexpr std::chrono::seconds pingInterval = 25s;
inline constexpr std::chrono::seconds pongTimeout = 10s;

} // namespace pushlab::protocol
