// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientoptions.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

#include <variant>

class QCommandLineParser;

namespace pushlab::app {

//! `pushlab join URL`
struct JoinCommand
{
    session::ClientOptions options;
    bool isHeadless = false;
    bool asJson = false;
    bool staysAtEnd = false; //!< does not leave when stdin ends
    QString language;
};

//! The options of `pushlab join`, without those of every command.
[[nodiscard]] QList<QCommandLineOption> joinOptions();

//! What \a parser has read; or a sentence that says what is wrong. Accesses the user's name in the environment.
[[nodiscard]] std::variant<JoinCommand, QString> readJoin(const QCommandLineParser &parser);

} // namespace pushlab::app
