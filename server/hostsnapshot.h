// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace pushlab::server {

//! Counters of one technique since the host's start. Bytes are TCP payload as it passed the socket.
struct TechniqueCounters
{
    qint64 members = 0; //!< that use it now
    qint64 requests = 0; //!< that ask for messages; WebSocket: handshakes
    qint64 sends = 0; //!< requests or frames that send
    qint64 empty = 0; //!< answers with nothing
    qint64 delivered = 0; //!< messages handed to a connection
    qint64 connections = 0; //!< that carried it, ever
    qint64 bytesUp = 0; //!< from members to the host
    qint64 bytesDown = 0;
};

//! Traffic that is never held against a technique: pages, static files, clock samples, dashboards.
struct OtherCounters
{
    qint64 requests = 0;
    qint64 connections = 0;
    qint64 bytesUp = 0;
    qint64 bytesDown = 0;
};

//! One member of a room as the teacher sees it.
struct MemberSnapshot
{
    enum class State : quint8 { Idle, Waiting, Connected };

    QString room;
    QString key; //!< stable while the member stays
    QString name; //!< empty when it never said one
    QString address;
    protocol::Technique technique = protocol::Technique::Polling;
    State state = State::Idle; //!< Waiting: a request is held; Connected: an open WebSocket
    qint64 requests = 0;
    qint64 delivered = 0;
};

//! The host at one moment, as values that may cross threads.
struct HostSnapshot
{
    double now = 0; //!< ms since 1970
    std::array<TechniqueCounters, protocol::allTechniques.size()> techniques; //!< by Technique
    OtherCounters other;
    QList<MemberSnapshot> members; //!< at most 1,000, those of the class's room first
    qint64 memberCount = 0; //!< of all rooms
    int rooms = 0;
    int connections = 0; //!< open now
    qint64 messages = 0; //!< appended to all rooms since the start
    bool fromOtherMachine = false; //!< somebody who is not on this machine has come in
};

} // namespace pushlab::server
