// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/part.h"

#include <algorithm>

namespace pushlab::wire {

namespace {

void collectLeaves(const QList<Part> &parts, QList<Part> &leaves)
{
    for (const Part &part : parts) {
        if (part.parts.isEmpty())
            leaves.append(part);
        else
            collectLeaves(part.parts, leaves);
    }
}

} // namespace

QList<Part> leavesOf(const QList<Part> &parts)
{
    QList<Part> leaves;
    collectLeaves(parts, leaves);
    return leaves;
}

qsizetype payloadBytesOf(const QList<Part> &parts)
{
    qsizetype bytes = 0;
    for (const Part &part : parts) {
        if (!part.parts.isEmpty())
            bytes += payloadBytesOf(part.parts);
        else if (!part.isOverhead)
            bytes += part.size;
    }
    return bytes;
}

QList<qsizetype> pathTo(const QList<Part> &parts, qsizetype offset)
{
    QList<qsizetype> path;
    const QList<Part> *level = &parts;
    while (true) {
        const auto found = std::find_if(level->cbegin(), level->cend(), [offset](const Part &part) {
            return offset >= part.offset && offset < part.offset + part.size;
        });
        if (found == level->cend())
            return path;
        path.append(found - level->cbegin());
        level = &found->parts;
    }
}

} // namespace pushlab::wire
