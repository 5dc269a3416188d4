// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/techniquetraits.h"

#include <QByteArrayView>
#include <QList>

#include <array>
#include <optional>

namespace pushlab::compare {

//! What can be compared: the techniques, and the tutorials' long polling, whose queues return one message per answer. Techniques
//! have the same numbers as in protocol::Technique.
enum class Variant : quint8 {
    Polling = quint8(protocol::Technique::Polling),
    LongPolling = quint8(protocol::Technique::LongPolling),
    WebSocket = quint8(protocol::Technique::WebSocket),
    Sse = quint8(protocol::Technique::Sse),
    TutorialQueue = quint8(protocol::allTechniques.size()),
};

[[nodiscard]] constexpr Variant variantOf(protocol::Technique technique)
{
    return Variant(technique);
}

inline constexpr auto allVariants = [] {
    std::array<Variant, protocol::allTechniques.size() + 1> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = Variant(i);
    return all;
}();

//! The variants that are compared by default.
[[nodiscard]] QList<Variant> defaultVariants();

//! Colours, mark and names: the technique's row, or one for the tutorials' queues.
[[nodiscard]] const protocol::TechniqueTraits &traitsOf(Variant variant);

//! "polling", "long-polling", "websocket", "tutorial-queue": the name on the command line and in files.
[[nodiscard]] QByteArrayView variantName(Variant variant);
[[nodiscard]] std::optional<Variant> variantFromName(QByteArrayView name);

//! The technique that the variant is for the host.
[[nodiscard]] protocol::Technique techniqueOf(Variant variant);

} // namespace pushlab::compare
