// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/host.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace pushlab::app {

class OptionReader;

//! --tls-cert, --tls-key, --tls-self-signed.
[[nodiscard]] QList<QCommandLineOption> tlsOptions();

//! Loads a certificate that was given into \a options; complains when it is of no use. True when a self-signed one is wanted,
//! see useSelfSigned().
[[nodiscard]] bool readTls(OptionReader &reader, server::HostOptions &options);

//! Gives \a options this computer's self-signed certificate, which is made when there is none. An error in words; empty when
//! all is well.
[[nodiscard]] QString useSelfSigned(server::HostOptions &options);

//! "https" or "http".
[[nodiscard]] QString schemeOf(const server::HostOptions &options);

} // namespace pushlab::app
