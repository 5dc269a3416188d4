// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/classsettings.h"

#include <QCommandLineOption>
#include <QList>

namespace pushlab::app {

class OptionReader;

//! The class settings as options of `pushlab host`.
[[nodiscard]] QList<QCommandLineOption> settingsOptions();

//! Those that are given; the others stay.
void readSettings(OptionReader &reader, protocol::ClassSettings &settings);

} // namespace pushlab::app
