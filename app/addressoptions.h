// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QCommandLineOption>
#include <QList>

class QCommandLineParser;

namespace pushlab::app {

class OptionReader;

//! --bind, --allow-host, --trusted-proxy: where a host listens, by which names it is asked, and through whom.
[[nodiscard]] QList<QCommandLineOption> addressOptions();

//! Reads them into \a options; complains of what makes no sense.
void readAddresses(OptionReader &reader, const QCommandLineParser &parser, server::HostOptions &options);

} // namespace pushlab::app
