// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/fingerprint.h"

namespace pushlab::protocol {

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

std::optional<QByteArray> fingerprintFromText(QStringView text)
{
    QByteArray digits;
    for (const QChar character : text) {
        if (character == u':' || character.isSpace())
            continue;
        const bool isDigit = (character >= u'0' && character <= u'9') || (character >= u'a' && character <= u'f')
            || (character >= u'A' && character <= u'F');
        if (!isDigit || digits.size() == 2 * fingerprintBytes)
            return std::nullopt;
        digits.append(char(character.unicode()));
    }
    if (digits.size() != 2 * fingerprintBytes)
        return std::nullopt;
    return QByteArray::fromHex(digits);
}

} // namespace pushlab::protocol
