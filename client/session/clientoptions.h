// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/protocol/techniquetraits.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace pushlab::session {

//! Whom to join, and how.
struct ClientOptions
{
    QUrl host; //!< http://ADDRESS:PORT or https://…
    QString room = QStringLiteral("lobby");
    QString name;
    protocol::Technique technique = protocol::defaultTechnique;
    std::optional<std::chrono::milliseconds> pollInterval; //!< else the host's
    std::optional<std::chrono::milliseconds> hold; //!< else the host's
    bool fromStart = true; //!< begin with the oldest message in the log; else with the next to come
    QByteArray fingerprint = {}; //!< SHA-256 of the host's certificate, trusted though no authority vouches for it; may be empty
    QString pin{}; //!< shown when the host asks for one
    QByteArray token{}; //!< a token or the teacher's key, if there is one already
    QString member{}; //!< the id of a member that has left and comes back; empty: one is generated
    bool testsTechniques = false; //!< tries each technique that is offered, and uses none that does not get through
};

} // namespace pushlab::session
