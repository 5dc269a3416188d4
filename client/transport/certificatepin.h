// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

QT_BEGIN_NAMESPACE
class QSslError;
QT_END_NAMESPACE

//! What a client makes of a certificate that no authority vouches for.
namespace pushlab::transport {

//! SHA-256 of the certificate that \a errors are about; empty when they do not say, or are about several.
[[nodiscard]] QByteArray fingerprintOf(const QList<QSslError> &errors);

//! Whether the user has trusted exactly that certificate; only then may \a errors be ignored.
[[nodiscard]] bool isPinned(const QList<QSslError> &errors, const QByteArray &fingerprint);

} // namespace pushlab::transport
