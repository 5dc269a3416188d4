// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace pushlab::app {

//! The texts of the command line: help, and what is wrong with what was typed.
struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace pushlab::app
