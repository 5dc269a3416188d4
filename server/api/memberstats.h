// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/room/shard.h"

#include <QByteArray>

namespace pushlab::api {

//! Appends `,"members":[…]`: what each member cost by each technique that it has used; at most maxMemberStats members. Contains
//! the members' names but not their keys: a client that knows a key can send under it.
void appendMemberStats(QByteArray &json, const room::Shard &shard);

constexpr int maxMemberStats = 1000;

} // namespace pushlab::api
