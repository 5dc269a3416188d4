// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/techniquetraits.h"

namespace pushlab::protocol {

QByteArrayView techniqueName(Technique technique)
{
    return traitsOf(technique).name;
}

QByteArray techniqueNames()
{
    QByteArray names;
    for (const Technique technique : allTechniques) {
        if (technique != allTechniques.front())
            names += technique == allTechniques.back() ? " or " : ", ";
        names += techniqueName(technique);
    }
    return names;
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
