// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admission/tokenissuer.h"

#include "server/admission/secret.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace pushlab::admission {

namespace {

constexpr qsizetype randomBytes = 16;
constexpr qsizetype signatureBytes = 16;
static_assert(TokenIssuer::tokenLength == ((randomBytes + signatureBytes) * 8 + 5) / 6);
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

TokenIssuer::TokenIssuer() : m_secret(generateSecret(32)) {}

QByteArray TokenIssuer::issue(Kind kind) const
{
    const QByteArray random = generateSecret(randomBytes);
    QByteArray token = random;
    return token.append(signature(random, kind)).toBase64(encoding);
}

bool TokenIssuer::isValid(QByteArrayView token, Kind kind) const
{
    if (token.size() != tokenLength)
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(token.toByteArray(), encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != randomBytes + signatureBytes)
        return false;
    const QByteArrayView bytes(decoded.decoded);
    return isSameSecret(bytes.sliced(randomBytes), signature(bytes.first(randomBytes), kind));
}

QByteArray TokenIssuer::signature(QByteArrayView random, Kind kind) const
{
    QByteArray signedBytes;
    signedBytes.append(char(kind)).append(QByteArray::number(m_editions[size_t(kind)])).append(':').append(random);
    return QMessageAuthenticationCode::hash(signedBytes, m_secret, QCryptographicHash::Sha256).first(signatureBytes);
}

} // namespace pushlab::admission
