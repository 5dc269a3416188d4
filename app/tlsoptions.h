// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace pushlab::app {

class OptionReader;

//! The options --tls-cert, --tls-key and --tls-self-signed.
[[nodiscard]] QList<QCommandLineOption> tlsOptions();

//! Loads a given certificate into \a options; complains when it is unusable. Returns true when a self-signed one is wanted, see
//! useSelfSigned().
[[nodiscard]] bool readTls(OptionReader &reader, server::HostOptions &options);

//! Sets this computer's self-signed certificate in \a options, generating it when there is none. Returns an error message; empty
//! on success.
[[nodiscard]] QString useSelfSigned(server::HostOptions &options);

//! "https" or "http": the scheme of the host's URL.
[[nodiscard]] QString schemeOf(const server::HostOptions &options);

} // namespace pushlab::app
