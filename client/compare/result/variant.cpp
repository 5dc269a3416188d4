// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/compare/result/variant.h"

#include "server/protocol/techniqueoffer.h"

namespace pushlab::compare {

using protocol::Technique;

namespace {

constexpr protocol::TechniqueTraits tutorialQueue{
    "tutorial-queue",        QLatin1StringView("tutorial's queue"), true, false, false, false, 0xcc79a7, 0xa6417c, 0xe08fbc, 175,
    protocol::Mark::Diamond, protocol::LineStyle::DashDotDotted};

} // namespace

QList<Variant> defaultVariants()
{
    QList<Variant> variants;
    for (const Technique technique : protocol::defaultTechniques())
        variants.append(variantOf(technique));
    return variants;
}

const protocol::TechniqueTraits &traitsOf(Variant variant)
{
    return variant == Variant::TutorialQueue ? tutorialQueue : protocol::traitsOf(techniqueOf(variant));
}

QByteArrayView variantName(Variant variant)
{
    return traitsOf(variant).name;
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
    return variant == Variant::TutorialQueue ? Technique::LongPolling : Technique(variant);
}

} // namespace pushlab::compare
