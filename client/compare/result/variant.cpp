// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/variant.h"

namespace pushlab::compare {

using protocol::Technique;

QByteArrayView variantName(Variant variant)
{
    return variant == Variant::TutorialQueue ? QByteArrayView("tutorial-queue") : protocol::techniqueName(techniqueOf(variant));
}

std::optional<Variant> variantFromName(QByteArrayView name)
{
    for (const Variant variant : allVariants) {
        if (variantName(variant) == name)
            return variant;
    }
    return std::nullopt;
}

Technique techniqueOf(Variant variant)
{
    switch (variant) {
    case Variant::Polling:
        return Technique::Polling;
    case Variant::LongPolling:
    case Variant::TutorialQueue:
        return Technique::LongPolling;
    case Variant::WebSocket:
        return Technique::WebSocket;
    }
    Q_UNREACHABLE();
}

Variant variantOf(Technique technique)
{
    switch (technique) {
    case Technique::Polling:
        return Variant::Polling;
    case Technique::LongPolling:
        return Variant::LongPolling;
    case Technique::WebSocket:
        return Variant::WebSocket;
    }
    Q_UNREACHABLE();
}

} // namespace pushlab::compare
