// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/variant.h"

namespace pushlab::compare {

using namespace Qt::Literals::StringLiterals;
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

QString variantTitle(Variant variant)
{
    switch (variant) {
    case Variant::Polling:
        return u"short polling"_s;
    case Variant::LongPolling:
        return u"long polling"_s;
    case Variant::WebSocket:
        return u"WebSocket"_s;
    case Variant::TutorialQueue:
        return u"tutorial's queue"_s;
    }
    Q_UNREACHABLE();
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

} // namespace pushlab::compare
