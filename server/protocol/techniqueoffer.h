// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QByteArrayList>
#include <QList>

//! The techniques that a class has to choose from: a list that is never empty, in the order of the table.
namespace pushlab::protocol {

//! Those of the tutorials.
[[nodiscard]] QList<Technique> defaultTechniques();

//! The techniques of these names; nothing when one is no technique's, or there is none.
[[nodiscard]] std::optional<QList<Technique>> techniquesFromNames(const QByteArrayList &names);
[[nodiscard]] QByteArrayList namesOf(const QList<Technique> &techniques);

//! What somebody uses who wants \a technique, of those on \a offer.
[[nodiscard]] Technique closestOffered(Technique technique, const QList<Technique> &offer);

} // namespace pushlab::protocol
