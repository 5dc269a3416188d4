// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/cookie.h"

namespace pushlab::protocol {

QByteArrayView cookieValue(QByteArrayView cookieField, QByteArrayView name)
{
    while (!cookieField.isEmpty()) {
        const qsizetype end = cookieField.indexOf(';');
        const QByteArrayView pair = (end < 0 ? cookieField : cookieField.first(end)).trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (equals >= 0 && pair.first(equals) == name)
            return pair.sliced(equals + 1);
        cookieField = end < 0 ? QByteArrayView() : cookieField.sliced(end + 1);
    }
    return {};
}

} // namespace pushlab::protocol
