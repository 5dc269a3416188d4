// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/transport/certificatepin.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslError>

namespace pushlab::transport {

QByteArray fingerprintOf(const QList<QSslError> &errors)
{
    QByteArray fingerprint;
    for (const QSslError &error : errors) {
        // An error about another certificate, or none, may mean that the peer is another host.
        if (error.certificate().isNull())
            return {};
        const QByteArray digest = error.certificate().digest(QCryptographicHash::Sha256);
        if (!fingerprint.isEmpty() && digest != fingerprint)
            return {};
        fingerprint = digest;
    }
    return fingerprint;
}

bool isPinned(const QList<QSslError> &errors, const QByteArray &fingerprint)
{
    return !fingerprint.isEmpty() && fingerprintOf(errors) == fingerprint;
}

} // namespace pushlab::transport
