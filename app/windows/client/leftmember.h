// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/session/clientoptions.h"

#include <QString>

//! The member whose window was closed last: who comes back to its class under the same name within five minutes is that member again,
//! as the host knows it, with its name and what the teacher has ordered. In QSettings.
namespace pushlab::app {

//! The window of the member \a id, which had come in with \a options, closes.
void noteLeftMember(const session::ClientOptions &options, const QString &id);

//! \a options with the id of who has left, if that fits: only once, so that two windows are two members.
[[nodiscard]] session::ClientOptions asLeftMember(session::ClientOptions options);

} // namespace pushlab::app
