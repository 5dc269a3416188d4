// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

QT_BEGIN_NAMESPACE
class QSslError;
QT_END_NAMESPACE

//! Trust in certificates that no authority has signed.
namespace pushlab::transport {

//! SHA-256 of the certificate that \a errors refer to; empty when they refer to none, or to several.
[[nodiscard]] QByteArray fingerprintOf(const QList<QSslError> &errors);

//! Whether \a errors concern exactly the certificate with \a fingerprint, which the user trusts; only then they may be ignored.
[[nodiscard]] bool isPinned(const QList<QSslError> &errors, const QByteArray &fingerprint);

} // namespace pushlab::transport
