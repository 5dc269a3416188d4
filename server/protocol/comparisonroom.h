// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

//! The rooms in which a comparison measures a host, and the ids of its virtual clients: a host that has a class, too, knows by them
//! who is no member. Whoever enters such a room in another way is one.
namespace pushlab::protocol {

//! The room of round \a round, from 1, of the run \a run.
[[nodiscard]] QString comparisonRoom(const QString &run, qsizetype round);
[[nodiscard]] bool isComparisonRoom(const QString &room);

//! \a kind, a lower-case letter, says by which technique the client reads.
[[nodiscard]] QByteArray virtualClientId(char kind, int index);
[[nodiscard]] bool isVirtualClientId(QByteArrayView id);

} // namespace pushlab::protocol
