// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/compareoptions.h"
#include "app/roomfileoptions.h"
#include "client/session/chatclient.h"
#include "server/host.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace pushlab::app {

//! `pushlab`: the window that asks what to do.
struct StartCommand
{
    QString language; //!< "en", "zh_CN"; empty: the system's
};

//! `pushlab host`
struct HostCommand
{
    server::HostOptions options;
    bool isSelfSigned = false; //!< options are to be given a certificate of this computer's own, see useSelfSigned()
    bool isHeadless = false;
    QString language;
};

//! `pushlab join URL`
struct JoinCommand
{
    session::ClientOptions options;
    bool isHeadless = false;
    bool asJson = false;
    bool staysAtEnd = false; //!< when stdin ends
    QString language;
};

//! `pushlab demo`: a class on this computer alone, with members that PushLab plays.
struct DemoCommand
{
    QString language;
};

//! `--help`, `--version`: a text for stdout.
struct ShowText
{
    QString text;
};

//! What was typed makes no sense; one sentence says why.
struct UsageError
{
    QString sentence;
};

using Command =
    std::variant<StartCommand, HostCommand, JoinCommand, DemoCommand, CompareCommand, ExportCommand, ImportCommand, ShowText, UsageError>;

//! What \a arguments ask for, the program's name first. Looks at nothing else but the file system (`--pages`, `--tls-cert`) and the user's
//! name in the environment. Needs no application object.
[[nodiscard]] Command parseCommandLine(const QStringList &arguments);

} // namespace pushlab::app
