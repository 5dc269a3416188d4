// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/technique.h"

namespace pushlab::protocol {

QByteArrayView techniqueName(Technique technique)
{
    switch (technique) {
    case Technique::Polling:
        return "polling";
    case Technique::LongPolling:
        return "long-polling";
    case Technique::WebSocket:
        return "websocket";
    }
    Q_UNREACHABLE();
}

std::optional<Technique> techniqueFromName(QByteArrayView name)
{
    for (const Technique technique : allTechniques) {
        if (techniqueName(technique) == name)
            return technique;
    }
    return std::nullopt;
}

} // namespace pushlab::protocol
