// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QCommandLineOption>
#include <QList>

class QCommandLineParser;

namespace pushlab::app {

class OptionReader;

//! The options --bind, --allow-host and --trusted-proxy: the address to listen at, further names of the host, and trusted reverse
//! proxies.
[[nodiscard]] QList<QCommandLineOption> addressOptions();

//! Reads their values into \a options; complains about invalid ones.
void readAddresses(OptionReader &reader, const QCommandLineParser &parser, server::HostOptions &options);

} // namespace pushlab::app
