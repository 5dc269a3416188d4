// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/hostfailure.h"
#include "server/protocol/classquestion.h"
#include "server/protocol/classsettings.h"
#include "server/protocol/invitation.h"
#include "server/protocol/worksheet.h"
#include "server/room/moderation.h"
#include "server/storage/fault.h"
#include "server/tls/tlsidentity.h"
#include "server/trafficmessages.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <variant>

//! What the host and the server's thread say to each other.
namespace pushlab::server {

// Messages from the server's thread to the host.
struct Started
{
    quint16 port = 0;
};
struct Failed
{
    QString error;
    HostFailure what = HostFailure::Listening;
};
struct StorageFailed
{
    storage::Fault fault;
};
struct LogRead
{
    QList<QByteArray> lines;
};
struct SettingsNow
{
    protocol::ClassSettings settings;
    int change = 0; //!< number of the last SettingsChange that the settings include
};
struct LessonOrder
{
    QString action;
    QString lesson;
};
using News = std::variant<Started, Failed, StorageFailed, LogRead, SettingsNow, LessonOrder, TrafficNews, protocol::Worksheet>;

// Messages from the host to the server's thread.
struct ReadLog
{
    QString room;
};
struct ReadWorksheet
{
    QString lesson;
};
struct NewPin
{
    QString pin;
};
struct NewInvitation
{
    protocol::Invitation invitation;
};
struct NewCertificate
{
    tls::TlsIdentity identity;
};
struct RoomCommand
{
    QString room;
    room::ModerationCommand command;
};
struct ResetFigures
{
};
struct NewMark
{
    QString name;
};
struct AskClass
{
    protocol::QuestionOrder order;
};
struct LessonState
{
    QJsonObject state;
};
struct ClearLogs
{
};
struct StartRace
{
};
struct SettingsChange
{
    protocol::ClassSettings before;
    protocol::ClassSettings after;
    int number = 0; //!< from 1 on
};
struct Stop
{
};
using HostCommand = std::variant<SettingsChange, ReadLog, NewPin, NewInvitation, NewCertificate, RoomCommand, ResetFigures, NewMark,
                                 AskClass, LessonState, ClearLogs, StartRace, ReadWorksheet, RecordTraffic, ReadTraffic, Stop>;

} // namespace pushlab::server
