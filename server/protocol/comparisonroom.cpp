// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/comparisonroom.h"

#include <algorithm>

namespace pushlab::protocol {

using namespace Qt::Literals::StringLiterals;

QString comparisonRoom(const QString &run, qsizetype round)
{
    return u"compare-%1-%2"_s.arg(run).arg(round);
}

bool isComparisonRoom(const QString &room)
{
    return room.startsWith(u"compare-");
}

QByteArray virtualClientId(char kind, int index)
{
    return kind + QByteArray::number(index);
}

bool isVirtualClientId(QByteArrayView id)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return id.size() > 1 && id.front() >= 'a' && id.front() <= 'z' && std::all_of(id.begin() + 1, id.end(), isDigit);
}

} // namespace pushlab::protocol
