// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/tls/tlsfault.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace pushlab::tls {

//! The certificate by which a host identifies itself, with its private key. A value.
struct TlsIdentity
{
    QByteArray chain; //!< PEM, the host's own certificate first
    QByteArray key; //!< PEM, not encrypted
    QByteArray fingerprint; //!< SHA-256 of the host's own certificate
    std::optional<TlsWarning> warning; //!< what clients will object to, as far as it is known
};

//! A text in PEM form, and its name for messages.
struct Pem
{
    QString name;
    QByteArray text;
};

using TlsIdentityOrFault = std::variant<TlsIdentity, TlsFault>;

//! Checks that both can be parsed and belong together.
[[nodiscard]] TlsIdentityOrFault readTlsIdentity(const Pem &certificate, const Pem &key);

//! Reads both from files; one file may hold both.
[[nodiscard]] TlsIdentityOrFault loadTlsIdentity(const QString &certificateFile, const QString &keyFile);

} // namespace pushlab::tls
