// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/techniqueoffer.h"

#include "server/protocol/techniquetraits.h"

#include <algorithm>

namespace pushlab::protocol {

QList<Technique> defaultTechniques()
{
    QList<Technique> techniques;
    for (const Technique technique : allTechniques) {
        if (traitsOf(technique).isDefault)
            techniques.append(technique);
    }
    return techniques;
}

std::optional<QList<Technique>> techniquesFromNames(const QByteArrayList &names)
{
    QList<Technique> techniques;
    for (const QByteArray &name : names) {
        const auto technique = techniqueFromName(name);
        if (!technique)
            return std::nullopt;
        if (!techniques.contains(*technique))
            techniques.append(*technique);
    }
    std::sort(techniques.begin(), techniques.end());
    return techniques.isEmpty() ? std::nullopt : std::optional(techniques);
}

QByteArrayList namesOf(const QList<Technique> &techniques)
{
    QByteArrayList names;
    for (const Technique technique : techniques)
        names.append(techniqueName(technique).toByteArray());
    return names;
}

Technique closestOffered(Technique technique, const QList<Technique> &offer)
{
    if (offer.contains(technique))
        return technique;
    return offer.contains(defaultTechnique) ? defaultTechnique : offer.last();
}

} // namespace pushlab::protocol
