// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/secret.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace pushlab::admission {

QByteArray generateSecret(qsizetype bytes)
{
    QByteArray secret((bytes + 3) / 4 * 4, Qt::Uninitialized);
    for (qsizetype i = 0; i < secret.size(); i += 4) {
        const quint32 word = QRandomGenerator::system()->generate();
        for (qsizetype j = 0; j < 4; ++j)
            secret[i + j] = char(word >> (8 * j) & 0xff);
    }
    secret.truncate(bytes);
    return secret;
}

QByteArray generateKey()
{
    return generateSecret(16).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isSameSecret(QByteArrayView given, QByteArrayView expected)
{
    // Digests have the same length, so that not even the length of the secret is revealed.
    const QByteArray a = QCryptographicHash::hash(given.toByteArray(), QCryptographicHash::Sha256);
    const QByteArray b = QCryptographicHash::hash(expected.toByteArray(), QCryptographicHash::Sha256);
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(quint8(a[i]) ^ quint8(b[i]));
    return difference == 0;
}

} // namespace pushlab::admission
