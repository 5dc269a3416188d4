// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/paths.h"

#include "server/protocol/limits.h"
#include "server/protocol/urlencoding.h"

#include <QString>

#include <algorithm>

namespace pushlab::protocol {

QByteArray pathOf(QByteArrayView route, QStringView room)
{
    const QByteArrayView before = beforeRoom(route);
    QByteArray path = before.toByteArray();
    path += room.toUtf8().toPercentEncoding();
    path += route.sliced(before.size() + 2);
    return path;
}

bool isRoomName(QStringView name)
{
    if (name.isEmpty() || name.size() > 2 * maxRoomNameCharacters)
        return false;
    qsizetype characters = 0;
    for (const QChar c : name) {
        if (c == u'/' || c.category() == QChar::Other_Control)
            return false;
        if (!c.isLowSurrogate())
            ++characters;
    }
    return characters <= maxRoomNameCharacters;
}

std::optional<QString> roomFromSegment(QByteArrayView segment)
{
    std::optional<QString> name = decodePercent(segment);
    if (!name || !isRoomName(*name))
        return std::nullopt;
    return name;
}

} // namespace pushlab::protocol
