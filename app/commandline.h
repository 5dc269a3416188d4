// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/compareoptions.h"
#include "app/joinoptions.h"
#include "app/recordingoptions.h"
#include "app/roomfileoptions.h"
#include "server/host.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace pushlab::app {

//! `pushlab`: shows the start window.
struct StartCommand
{
    QString language; //!< "en", "zh_CN"; empty: the system's
    std::optional<std::chrono::milliseconds> deleteAfter = {}; //!< deletes classes unused for so long
};

//! `pushlab host`
struct HostCommand
{
    server::HostOptions options;
    bool isSelfSigned = false; //!< a self-signed certificate of this computer is to be added to options, see useSelfSigned()
    bool isHeadless = false;
    RecordingOptions recording;
    QString language;
    std::optional<std::chrono::milliseconds> deleteAfter; //!< as of StartCommand, but for the one that is held
};

//! `pushlab demo`: a class on this computer only, with members that PushLab simulates.
struct DemoCommand
{
    QString language;
};

//! `pushlab lesson check FILE`, `pushlab lesson worksheet FILE`
struct LessonCommand
{
    enum class Action : quint8 { Check, Worksheet };

    QString file; //!< "-": stdin
    Action action = Action::Check;
    QString output = {}; //!< of the worksheet: .html or .pdf; empty: stdout, as HTML

    [[nodiscard]] bool isPdf() const { return output.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive); }
};

//! `--help`, `--version`: prints a text to stdout.
struct ShowText
{
    QString text;
};

//! The command line is invalid; one sentence says why.
struct UsageError
{
    QString sentence;
};

using Command = std::variant<StartCommand, HostCommand, JoinCommand, DemoCommand, CompareCommand, ExportCommand, ImportCommand,
                             LessonCommand, ShowText, UsageError>;

//! Parses \a arguments, which begin with the program's name. Accesses only the file system (`--pages`, `--tls-cert`) and the
//! user's name in the environment. Works without an application object.
[[nodiscard]] Command parseCommandLine(const QStringList &arguments);

} // namespace pushlab::app
