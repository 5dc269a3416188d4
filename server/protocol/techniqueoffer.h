// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/technique.h"

#include <QByteArrayList>
#include <QList>

//! The techniques that a class can choose from: a list that is never empty, in the order of the table.
namespace pushlab::protocol {

//! The techniques of the tutorials, which are offered by default.
[[nodiscard]] QList<Technique> defaultTechniques();

//! The techniques with these names, in the order of the table; nullopt when a name is unknown or the list is empty.
[[nodiscard]] std::optional<QList<Technique>> techniquesFromNames(const QByteArrayList &names);
[[nodiscard]] QByteArrayList namesOf(const QList<Technique> &techniques);

//! The technique for a client that wants \a technique: that one if it is on \a offer, otherwise the default technique if it is, else
//! the last on offer.
[[nodiscard]] Technique closestOffered(Technique technique, const QList<Technique> &offer);

} // namespace pushlab::protocol
